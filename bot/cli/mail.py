"""`python -m bot mail …`: whether letters leave, and an address forgotten on its owner's word."""

from functools import partial
from typing import Annotated

import typer

from bot.cli import app, command
from bot.cli.speech import texts

NOT_TAKEN = 1

group = typer.Typer(no_args_is_help=True, help="Letters to guardians.")
app.add_typer(group, name="mail")


@partial(command, group=group)
async def try_(address: Annotated[str, typer.Argument(help="Where to send a letter of trial.")]) -> None:
    """Send a letter of trial by the settings; exit code 1 with the server's answer when it is not taken."""
    from bot import settings
    from bot.channels import open_mail
    from bot.database import current_database
    from bot.operating import present_ctx
    from journal.access import values
    from journal.model.profile import Field
    from storage.unit_of_work import SqlStore

    loaded, t = settings.load(), texts()
    async with current_database(loaded) as engine:
        ctx = await present_ctx(loaded, SqlStore(engine))
    mail = open_mail(loaded, lambda: (ctx.school, ctx.regulation), ctx.clock)
    try:
        outcome = await mail.try_out(values.read(Field.EMAIL, address), t.locale)
    finally:
        await mail.close()
    if outcome is not None:
        typer.echo(t("Not taken: {answer}", answer=getattr(outcome, "reason", outcome)), err=True)
        raise typer.Exit(NOT_TAKEN)
    typer.echo(t("The server took it. Look whether it arrived, and not as spam."))


@partial(command, group=group)
async def forget(address: Annotated[str, typer.Argument(help="The address to forget.")]) -> None:
    """Forget an address whose owner asks the school to send no more letters there."""
    from bot import settings
    from bot.database import current_database
    from bot.operating import present_ctx
    from journal import channels
    from storage.unit_of_work import SqlStore

    loaded, t = settings.load(), texts()
    async with current_database(loaded) as engine:
        count = await channels.forget(await present_ctx(loaded, SqlStore(engine)), address)
    typer.echo(t("Accounts without this address now: {count}.", count=count))
