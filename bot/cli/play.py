"""`python -m bot play`: the demo's day without a browser."""

from bot.cli import command


@command
async def play() -> None:
    """Play one school day by itself and print the chats: for a machine without a screen."""
    import typer

    from bot.demo.play import play as played

    await played(typer.echo)
