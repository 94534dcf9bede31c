"""`python -m bot run`: the bot itself."""

from bot.cli import command


@command
async def run() -> None:
    """Run the bot until it is stopped (Ctrl+C or SIGTERM)."""
    from bot import settings
    from bot.client import load_client

    load_client()
    from bot.run import serve

    await serve(settings.load())
