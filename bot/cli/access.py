"""`python -m bot invite` and `python -m bot protocol`: codes for colleagues, their log on paper."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import command
from bot.cli.speech import texts
from journal.errors import InvalidError
from journal.model.people import Role

if TYPE_CHECKING:
    from journal.access.issue import Issued
    from journal.context import Ctx


def _role(typed: str) -> Role:
    """A role by its own name or by the school's word for it."""
    from journal.imports.sheets.people import ROLE_WORDS

    words = {**ROLE_WORDS, "классный руководитель": Role.CLASS_TEACHER, **{str(role): role for role in Role}}
    known = words.get(" ".join(typed.casefold().split()))
    if known is None:
        raise typer.BadParameter(f"{typed}: {', '.join(words)}")
    return known


@command
async def invite(
    name: Annotated[str, typer.Argument(help="Last name; for somebody new all three names.")],
    role: Annotated[
        Role | None, typer.Option(parser=_role, metavar="ROLE", help="The role to give: teacher, завуч, …")
    ] = None,
    unit: Annotated[str, typer.Option("--class", help="Class of a class teacher, e.g. 7Б.")] = "",
    order: Annotated[str, typer.Option(help="Order of appointment, e.g. «45-к от 01.09.2026».")] = "",
) -> None:
    """Give a member of staff a code, and a role by the director's order where wanted."""
    from bot import settings
    from bot.database import current_database
    from bot.operating import present_ctx
    from journal.access.codes import shown
    from storage.unit_of_work import SqlStore

    loaded = settings.load()
    async with current_database(loaded) as engine:
        ctx = await present_ctx(loaded, SqlStore(engine))
        issued = await _invite(ctx, name, role, await _unit_id(ctx, unit), order)
    typer.echo(f"{issued.person.full}: {shown(issued.text)}")
    t, day = texts(), f"{issued.expires_at:%d.%m.%Y}"
    typer.echo(t("Valid until {day}. It works once; hand it over in person.", day=day))


@command
async def protocol(
    path: Annotated[Path, typer.Argument(help="The PDF to write.")],
    unit: Annotated[str, typer.Option("--class", help="Class, e.g. 7Б; without it the staff.")] = "",
) -> None:
    """Print the protocol by which access codes are received, with lines for signatures."""
    from bot import settings
    from bot.database import current_database
    from bot.operating import present_ctx
    from handlers.access import printing
    from handlers.access.screens import words
    from journal.access import protocol as log
    from locales.texts import Texts
    from storage.unit_of_work import SqlStore

    loaded = settings.load()
    async with current_database(loaded) as engine:
        ctx = await present_ctx(loaded, SqlStore(engine))
        t, unit_id = Texts(terms=ctx.regulation.terms), await _unit_id(ctx, unit)
        if unit_id is None:
            subject, issues = words.colleagues(t), await log.staff_protocol(ctx)
        else:
            found, issues = await log.class_protocol(ctx, unit_id)
            subject = found.name
        path.write_bytes(await printing.protocol(ctx, subject, issues, t))
    t = texts()
    typer.echo(t("{file}: codes: {count}.", file=path, count=len(issues)))


async def _invite(ctx: "Ctx", name: str, role: Role | None, unit_id: int | None, order: str) -> "Issued":
    """The colleague is found by name and appointed where a role is named; somebody new is added."""
    from journal.access import staff

    appointed = staff.read_order(order, ctx.today) if order else None
    found = await staff.find_colleagues(ctx, name)
    if len(found) > 1:
        raise InvalidError("several_colleagues", names=", ".join(one.person.full for one in found))
    if found:
        person = found[0].person
        if role is not None:
            await staff.appoint(ctx, person.id, role, appointed, unit_id)
    elif role is not None:
        person = await staff.hire(ctx, name, role, appointed, unit_id)
    else:
        raise InvalidError("nobody_of_that_name", name=name)
    return await staff.issue_staff_code(ctx, person.id)


async def _unit_id(ctx: "Ctx", name: str) -> int | None:
    from journal.access import inviting

    if not name:
        return None
    for unit in await inviting.classes(ctx):
        if unit.name.casefold() == name.casefold():
            return unit.id
    raise InvalidError("no_such_class", name=name)
