"""The page of a network: a whole log in a few numbers, with no account in it."""

from parasocial.lenses.findings.network import NetworkFindings
from parasocial.report.inline import inline
from parasocial.report.paper import environment
from parasocial.report.words import network as words


def write_network_page(findings: NetworkFindings) -> str:
    """One HTML document that needs nothing else and can load nothing else."""
    return environment().get_template("network.html").render(f=findings, of=words, carried=inline())
