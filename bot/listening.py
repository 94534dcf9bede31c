"""Opening a port, with clear words where it is taken."""

from aiohttp import web

from bot.settings import Misconfigured


async def listen(runner: web.AppRunner, host: str, port: int, setting: str) -> None:
    """Listen there. Raises `Misconfigured` naming the `setting` where that cannot be."""
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Misconfigured(f"{setting}: cannot listen on {host}:{port}: {reason}") from None
