"""``study``: ask people, weigh, tabulate, compare. Each command is loaded when it is used."""

from importlib import import_module

import click

COMMANDS = {
    "new": "parasocial.cli.study_field:new",
    "check": "parasocial.cli.study_field:check",
    "serve": "parasocial.cli.study_field:serve",
    "example": "parasocial.cli.study_numbers:example",
    "tables": "parasocial.cli.study_numbers:tables",
    "export": "parasocial.cli.study_field:export",
    "donate": "parasocial.cli.study_donate:donate",
    "compare": "parasocial.cli.study_numbers:compare",
}
"""Where each command lives, in the order in which a study needs them."""


class _Later(click.Group):
    """A group whose commands are imported one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All of them."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """The one of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        found: click.Command = getattr(import_module(module), name)
        return found


@click.group(cls=_Later)
def study() -> None:
    """Ask people, weigh, tabulate, and compare with what was published."""
