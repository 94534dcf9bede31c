"""`python -m bot install`: a new school with its first administrator."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import command
from bot.cli.speech import texts

if TYPE_CHECKING:
    from journal.context import Ctx


@command
async def install(
    name: Annotated[str, typer.Option(help="Full name of the school.")] = "",
    short_name: Annotated[str, typer.Option(help="Short name, as families know it.")] = "",
    administrator: Annotated[str, typer.Option(help="First administrator: all three names.")] = "",
    order: Annotated[str, typer.Option(help="Order of appointment, e.g. «45-к от 01.09.2026».")] = "",
    city: Annotated[str, typer.Option(help="City.")] = "",
    zone: Annotated[str, typer.Option(help="Time zone.")] = "Europe/Moscow",
    preset: Annotated[str, typer.Option(help="Regulation preset: s0 to s4, or default.")] = "default",
    founder: Annotated[str, typer.Option(help="Founder: state, municipal, private or unknown.")] = "unknown",
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

    name = _asked(name, "--name", "Full name of the school")
    short_name = _asked(short_name, "--short-name", "Short name, as families know it")
    administrator = _asked(administrator, "--administrator", "First administrator: all three names")
    order = _asked(order, "--order", "Order of appointment, e.g. 45-к от 01.09.2026")
    loaded = settings.load()
    # What may be written in a messenger depends on the founder.
    rules = f'preset = "{preset}"\n\n[institution]\nfounder = "{founder}"\n'
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


def _asked(given: str, option: str, question: str) -> str:
    """What was given, else what the operator answers; a script is told what it left out."""
    if given:
        return given
    if not sys.stdin.isatty():
        raise typer.BadParameter(f"{option}: {question}")
    answer: str = typer.prompt(question)
    return answer


def _tell(ctx: "Ctx", name: str, code: str) -> None:
    from journal.access.codes import shown

    t = texts()
    school = ctx.school.short_name
    typer.echo(t("{school} is set up. The first administrator is {name}.", school=school, name=name))
    typer.echo(t("Code: {code}", code=shown(code)))
    typer.echo(t("Send it to the bot. It works once; whoever has it is the administrator."))
