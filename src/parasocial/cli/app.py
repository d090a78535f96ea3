"""``app``: everything in the browser, from this computer alone."""

import os
import signal
import sys
import webbrowser
from contextlib import suppress
from pathlib import Path

import click

from parasocial.cli import options


@click.command()
@click.option("--port", default=0, type=click.IntRange(0, 65_535), help="Default: any free one.")
@click.option("--browser/--no-browser", default=True, help="Open the page in your browser.")
@options.ledger_option
def app(port: int, ledger: Path | None, *, browser: bool) -> None:
    """Open the app in your browser: hand over exports, look, correct, keep.

    It listens on this computer alone, and its address holds a key that is new every time. Ctrl+C
    ends it, and removes what was handed over and not kept.
    """
    from parasocial.i18n import language
    from parasocial.jobs.incoming import run_folder
    from parasocial.web.app import Run
    from parasocial.web.app import app as made
    from parasocial.web.guard import new_key
    from parasocial.web.serve import address, bound, serve

    os.umask(0o077)
    main, key = ledger or options.default_ledger(), new_key()
    with bound(port=port) as opened, run_folder(main.parent / "incoming") as folder:
        at = address(opened)
        hosts = tuple(f"{name}:{at.rpartition(':')[2]}" for name in ("127.0.0.1", "localhost"))
        url = f"{at}/{key}/"

        def ready() -> None:
            click.echo(url)
            click.echo("Only this computer can open it. Ctrl+C ends it.", err=True)
            if browser and _screen():
                webbrowser.open(url)

        # Told to stop, it stops as after Ctrl+C: with the folder gone.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        with suppress(KeyboardInterrupt):
            serve(made(Run(main, folder, language(os.environ)), hosts, key), opened, ready)


def _screen() -> bool:
    """Whether there is a screen to show a page on."""
    return bool(
        sys.platform in ("win32", "darwin")
        or os.environ.get("DISPLAY")
        or os.environ.get("WAYLAND_DISPLAY")
    )
