"""`python -m bot health`: asks the running bot how it is."""

import typer

from bot.cli import command

ILL = 1
PATIENCE = 10


@command
async def health() -> None:
    """Ask the bot that runs here how it is; exit code 0 when all is well, 1 when not."""
    import aiohttp

    from bot import settings

    loaded = settings.load()
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
        typer.echo(f"{'ok  ' if check['ok'] else 'ILL '} {check['name']}  {check['told']}".rstrip())
    if not answer["ok"]:
        raise typer.Exit(ILL)
