"""`python -m bot demo`: the whole bot with a local Telegram in the browser."""

from typing import Annotated

import typer

from bot.cli import command


@command
async def demo(
    port: Annotated[int, typer.Option(help="Port of the page on loopback.")] = 8090,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
) -> None:
    """Show the bot at work: four phones in the browser, a seeded school, nothing leaves this machine."""
    import asyncio
    import contextlib
    import signal
    import webbrowser

    from bot.client import load_client

    load_client()
    from bot.demo.stage import on_stage

    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    async with on_stage(port) as stage:
        await stage.greet()
        typer.echo(f"Дневничок: {stage.simulator.base_url}  ({stage.hours.told()})")
        typer.echo("Четыре телефона на одной странице. Остановить: Ctrl+C.")
        if browser:
            with contextlib.suppress(webbrowser.Error):
                await asyncio.to_thread(webbrowser.open, stage.simulator.base_url)
        await stopped.wait()
