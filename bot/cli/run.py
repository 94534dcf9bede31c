"""`python -m bot run`: the bot itself."""

from typing import Annotated

import typer

from bot.cli import command


@command
async def run(
    roles: Annotated[
        str | None, typer.Option(help="Of web, sender and scheduler; more than one process needs PostgreSQL.")
    ] = None,
) -> None:
    """Run the bot until it is stopped (Ctrl+C or SIGTERM)."""
    from bot import settings
    from bot.client import load_client

    load_client()
    from bot.run import serve
    from bot.schools.serve import serve_all

    process = settings.load_process() if roles is None else settings.load_process(roles=roles)
    await (serve(process) if process.schools is None else serve_all(process))
