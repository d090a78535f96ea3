"""``guide``: what one could do, in six languages; it needs no ledger."""

import click

from parasocial.cli import options


@click.command()
@click.argument("topic", required=False)
@options.language_option("your system's, else en")
@options.json_option
@options.force_option
def guide(topic: str | None, language: str | None, json_path: str | None, *, force: bool) -> None:
    """Print short texts on one TOPIC, or list the topics.

    Each has a fact with its source, a question, and a step if you like.
    """
    from parasocial.i18n import catalogue
    from parasocial.i18n.terminal import listed, printed
    from parasocial.jobs.guide import nearest, titles, told

    language = language or options.of_the_system()
    if topic is None:
        if json_path is not None:
            options.put_json(titles(language), json_path, force=force)
        else:
            click.echo(listed(titles(language), catalogue(language)))
        return
    found = told(topic, language)
    if found is None:
        near = nearest(topic)
        said = f"perhaps {' or '.join(near)}" if near else "`parasocial guide` lists them"
        raise click.BadParameter(f"there is no such topic; {said}", param_hint="TOPIC")
    if json_path is not None:
        options.put_json(found, json_path, force=force)
    else:
        click.echo(printed(found, catalogue(language)))
