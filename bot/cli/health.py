"""How the running bot is (`python -m bot health`), and what it set aside once more (`retry`)."""

import typer

from bot.cli import command

ILL = 1
PATIENCE = 10


@command
async def health() -> None:
    """Ask the bot that runs here how it is; exit code 0 when all is well, 1 when not."""
    import aiohttp

    from bot import settings

    loaded = settings.load_process()
    url = f"http://{loaded.metrics_host}:{loaded.metrics_port}/health"
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE)) as session,
            session.get(url) as response,
        ):
            answer = await response.json()
    except (aiohttp.ClientError, TimeoutError) as error:
        typer.echo(f"The bot does not answer at {url}: {type(error).__name__}", err=True)
        raise typer.Exit(ILL) from None
    for check in answer["checks"]:
        name = " ".join(filter(None, (check.get("school"), check["name"])))
        typer.echo(f"{'ok  ' if check['ok'] else 'ILL '} {name}  {check['told']}".rstrip())
    if not answer["ok"]:
        raise typer.Exit(ILL)


@command
async def retry() -> None:
    """Try again to tell the news of these days that was set aside; the running bot does it at once."""
    from bot import settings
    from bot.database import current_database
    from journal.clock import SystemClock
    from storage import events
    from storage.unit_of_work import SqlStore

    async with (
        current_database(settings.load()) as engine,
        SqlStore(engine).connection(writing=True) as db,
    ):
        count = await events.retry_failed(db, SystemClock().now())
        await db.connection.commit()
    typer.echo(f"To be tried again: {count}")
