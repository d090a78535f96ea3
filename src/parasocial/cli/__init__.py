"""The command line: arguments in, jobs called, text out.

Commands import what they need when they run, so that ``--help`` is quick.
"""

import sys

import click

from parasocial import __version__
from parasocial.cli.ledger import export_, forget, import_, sources
from parasocial.cli.people import note, people, ties
from parasocial.cli.report import completion, demo, formats, report
from parasocial.errors import ParasocialError

INTERRUPTED = 130


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Nothing leaves this computer. `parasocial demo` shows it all on invented people.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def parasocial() -> None:
    """See how much of your online life goes to people who know you."""


for command in (
    demo,
    report,
    import_,
    sources,
    forget,
    export_,
    ties,
    people,
    note,
    formats,
    completion,
):
    parasocial.add_command(command)


def main() -> None:
    """Run the command line; errors that a person can mend are one message, not a traceback."""
    try:
        code = parasocial.main(standalone_mode=False)
    except ParasocialError as error:
        click.echo(f"parasocial: {error}", err=True)
        for line in getattr(error, "__notes__", ()):
            click.echo(f"  {line}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("parasocial: stopped; nothing was left half done.", err=True)
        sys.exit(INTERRUPTED)
    sys.exit(code if isinstance(code, int) else 0)
