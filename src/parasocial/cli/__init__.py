"""The command line: arguments in, jobs called, text out.

Commands import what they need when they run, so that ``--help`` is quick.
"""

import gc
import io
import os
import sys
from typing import NoReturn

import click

from parasocial import __version__
from parasocial.cli.app import app
from parasocial.cli.benchmarks import benchmarks
from parasocial.cli.creator import creator
from parasocial.cli.guide import guide
from parasocial.cli.layouts import doctor, skeleton
from parasocial.cli.ledger import export_, forget, import_, sources
from parasocial.cli.network import network
from parasocial.cli.oversharing import oversharing
from parasocial.cli.people import note, people, ties
from parasocial.cli.quiz import quiz
from parasocial.cli.report import completion, demo, formats, report
from parasocial.cli.study import study
from parasocial.errors import ParasocialError

INTERRUPTED = 130
_LARGE = 31 * 2**20
_MANY = 50_000
_STOPPED = "Query interrupted"
"""What the engine says, as an error of Python's own, of Ctrl-C in the middle of a query."""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Nothing leaves this computer but what you give to a study, after a yes. "
    "`parasocial demo` shows it all on invented people.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def parasocial() -> None:
    """See how much of your online life goes to people who know you."""


for command in (
    demo,
    app,
    report,
    import_,
    sources,
    forget,
    export_,
    ties,
    people,
    note,
    quiz,
    benchmarks,
    study,
    oversharing,
    network,
    creator,
    guide,
    formats,
    doctor,
    skeleton,
    completion,
):
    parasocial.add_command(command)


def main() -> None:
    """Run the command line; errors that a person can mend are one message, not a traceback."""
    # NumPy's own threads, for matrices larger than any of ours, spin while they wait.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # glibc hands freed memory back to the system, which clears every page of it before it comes
    # again: all but as much as the largest block that was freed. So one is, untouched.
    bytes(_LARGE)
    # Python looks for garbage after few new objects; most that we load and read stay.
    gc.set_threshold(_MANY)
    for stream in (sys.stdout, sys.stderr):
        # A name that the terminal cannot write is written as an escape, not as an error.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = parasocial.main(prog_name="parasocial", standalone_mode=False)
    except ParasocialError as error:
        click.echo(f"parasocial: {error}", err=True)
        for line in getattr(error, "__notes__", ()):
            click.echo(f"  {line}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _stopped()
    except RuntimeError as error:
        if str(error) != _STOPPED:
            raise
        _stopped()
    except OSError as error:
        click.echo(
            f"parasocial: A file could not be read or written: {error.strerror}. "
            "Look at the path, its permissions and the space left, then try again.",
            err=True,
        )
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)


def _stopped() -> NoReturn:
    click.echo("parasocial: stopped; nothing was left half done.", err=True)
    sys.exit(INTERRUPTED)
