"""`python -m bot play`: the demo's day without a browser."""

from bot.cli import command


@command
async def play() -> None:
    """Play one school day by itself and print the chats: for a machine without a screen."""
    import typer

    from bot.client import load_client

    load_client()
    from bot.demo.play import play as played

    try:
        await played(typer.echo)
    except AssertionError as fault:
        typer.echo(f"\nДень не удался: {fault}", err=True)
        raise typer.Exit(1) from None
