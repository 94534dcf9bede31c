"""`python -m bot install`: a new school with its first administrator."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import command

if TYPE_CHECKING:
    from journal.context import Ctx


@command
async def install(
    name: Annotated[str, typer.Option(prompt="Full name of the school")],
    short_name: Annotated[str, typer.Option(prompt="Short name, as families know it")],
    administrator: Annotated[str, typer.Option(prompt="First administrator, in full")],
    order: Annotated[str, typer.Option(prompt="Order of appointment, e.g. 45-к от 01.09.2026")],
    city: Annotated[str, typer.Option(prompt="City")] = "",
    zone: Annotated[str, typer.Option(prompt="Time zone")] = "Europe/Moscow",
    preset: Annotated[str, typer.Option(prompt="Regulation preset (s0 to s4, or default)")] = "default",
    founder: Annotated[str, typer.Option(prompt="Founder (state, municipal, private, unknown)")] = "unknown",
) -> None:
    """Set up a new school in an empty database and print the first administrator's code."""
    from bot import settings
    from bot.database import current_database
    from bot.operating import operating_ctx, school_of
    from journal.access.naming import read_name
    from journal.access.staff import hire, issue_staff_code, read_order
    from journal.founding import FirstYear, found_school
    from journal.model.people import Role
    from storage.unit_of_work import SqlStore

    loaded = settings.load()
    rules = f'preset = "{preset}"\n'
    school = school_of(name, short_name, city, zone, founder, rules)
    async with current_database(loaded) as engine:
        ctx = operating_ctx(loaded, SqlStore(engine), school, rules)
        # What can be refused is read before anything is written.
        read_name(administrator)
        appointed = read_order(order, ctx.today)
        await found_school(ctx, rules, FirstYear.of(ctx.today))
        person = await hire(ctx, administrator, Role.ADMINISTRATOR, appointed)
        code = await issue_staff_code(ctx, person.id)
    _tell(ctx, person.full, code.text)


def _tell(ctx: "Ctx", name: str, code: str) -> None:
    from journal.access.codes import shown

    typer.echo(f"{ctx.school.short_name} is set up. The first administrator is {name}.")
    typer.echo(f"Code: {shown(code)}")
    typer.echo("Send it to the bot. It works once; whoever has it is the administrator.")
