"""``benchmarks``: what was published of the 2021 study."""

import click

from parasocial.cli import options


@click.command()
@click.option("--item", help="One item, by the word in brackets.")
@click.option("--region", help="Regions whose name contains this.")
@options.json_option
@options.force_option
def benchmarks(item: str | None, region: str | None, json_path: str | None, *, force: bool) -> None:
    """Print the published figures of the 2021 study, each with its source and its doubts."""
    from parasocial.jobs.benchmarks import benchmark_table, known_regions
    from parasocial.study.benchmarks import ITEMS, chosen

    if item not in (None, *ITEMS):
        raise click.BadParameter(f"there is {', '.join(ITEMS)}", param_hint="--item")
    found = chosen(item, region)
    if not found:
        raise click.BadParameter(
            f"nothing was published there; there is {', '.join(known_regions())}",
            param_hint="--region",
        )
    if json_path is not None:
        options.put_json(found, json_path, force=force)
    else:
        click.echo(benchmark_table(item, region))
