"""What the school's office is asked to print: asking, looking, done (S4 §4.1-CT4, §4.2-A13)."""

from collections.abc import Collection
from datetime import date
from typing import Any

from journal import gate
from journal.context import Ctx
from journal.errors import NotFoundError, StaleError
from journal.events import PrintAsked, PrintSettled
from journal.model.papers import AskedPrint, Paper, PrintRequest, RequestState
from journal.model.span import week_of
from journal.papers.letter import Addressed, Template
from journal.policy import Permission, scope_of
from journal.ports import Work

SHOWN = 20


async def ask_letter(ctx: Ctx, what: Addressed) -> AskedPrint:
    """Ask for a letter on paper; its figures are those of the day it is printed."""
    kept = {"unit": what.unit_id, "student": what.student_id, "template": what.template, "text": what.text}
    return await _ask(ctx, Paper.LETTER, what.unit_id, kept)


async def ask_week(ctx: Ctx, unit_id: int, day: date | None) -> AskedPrint:
    """Ask for the results of that week on paper."""
    monday = week_of(day or ctx.today).first
    return await _ask(ctx, Paper.WEEK, unit_id, {"unit": unit_id, "monday": monday.isoformat()})


async def waiting(ctx: Ctx) -> list[AskedPrint]:
    """What waits to be printed, oldest first; for whoever prints."""
    async with ctx.reading() as work:
        gate.school(work, Permission.PRINT_REPORTS)
        return await _with_units(work, await work.papers.requests(RequestState.WAITING, SHOWN))


async def count(ctx: Ctx) -> int:
    """How many requests wait for the actor; 0 for whoever prints nothing."""
    if not prints(ctx):
        return 0
    async with ctx.reading() as work:
        return await work.papers.waiting()


def prints(ctx: Ctx) -> bool:
    return not scope_of(Permission.PRINT_REPORTS, ctx.actor, ctx.regulation).empty


async def own(ctx: Ctx) -> list[AskedPrint]:
    """What the actor asked for, newest first."""
    async with ctx.reading() as work:
        gate.scope(work, Permission.PRINT_FOR_FAMILY)
        return await _with_units(work, await work.papers.requests_of(gate.author(work), SHOWN))


async def opened(ctx: Ctx, request_id: int) -> AskedPrint:
    """One request, to print it; for whoever prints."""
    async with ctx.reading() as work:
        gate.school(work, Permission.PRINT_REPORTS)
        return await _one(work, request_id)


async def settle(ctx: Ctx, request_id: int) -> list[AskedPrint]:
    """It is printed: who asked is told. Raises `StaleError("print_settled")` where it waits no longer."""
    async with ctx.writing() as work:
        gate.school(work, Permission.PRINT_REPORTS)
        await _settle(work, await _one(work, request_id), RequestState.DONE)
        work.record(PrintSettled(request_id))
        found = await _with_units(work, await work.papers.requests(RequestState.WAITING, SHOWN))
        await work.commit()
        return found


async def cancel(ctx: Ctx, request_id: int) -> list[AskedPrint]:
    """It is not needed any more, says who asked. Raises as `settle`; another's request is missing."""
    async with ctx.writing() as work:
        gate.scope(work, Permission.PRINT_FOR_FAMILY)
        asked = await _one(work, request_id)
        if asked.request.asked_by.id != gate.author(work):
            raise NotFoundError(kind="print_request")
        await _settle(work, asked, RequestState.CANCELLED)
        found = await _with_units(work, await work.papers.requests_of(gate.author(work), SHOWN))
        await work.commit()
        return found


def letter_in(asked: AskedPrint) -> Addressed:
    """The letter that a request asks for."""
    kept = asked.request.parameters
    return Addressed(
        asked.unit.id, _number(kept, "student"), Template(str(kept["template"])), str(kept["text"])
    )


def monday_in(asked: AskedPrint) -> date:
    """The week whose results a request asks for."""
    return date.fromisoformat(str(asked.request.parameters["monday"]))


async def requests_of(work: Work, request_ids: Collection[int]) -> dict[int, AskedPrint]:
    """The requests as they stand, before any gate; three statements."""
    found = await _with_units(work, await work.papers.requests_by_ids(request_ids))
    return {one.request.id: one for one in found}


async def _ask(ctx: Ctx, paper: Paper, unit_id: int, kept: dict[str, Any]) -> AskedPrint:
    async with ctx.writing() as work:
        unit = await gate.unit(work, unit_id, Permission.PRINT_FOR_FAMILY)
        if kept.get("student"):
            child = await gate.student(work, kept["student"], Permission.PRINT_FOR_FAMILY)
            if child.unit_id != unit.id:
                raise NotFoundError(kind="student")
        number = await work.papers.ask(paper, kept, gate.author(work), work.now)
        work.record(PrintAsked(number))
        work.audit("papers.ask", "unit", unit.id, unit_id=unit.id, after={"paper": paper})
        await work.inputs.done()
        found = await _one(work, number)
        await work.commit()
        return found


async def _settle(work: Work, asked: AskedPrint, state: RequestState) -> None:
    if not await work.papers.settle(asked.request.id, state, gate.author(work), work.now):
        raise StaleError("print_settled")
    after = {"paper": asked.request.paper, "state": state}
    work.audit("papers.settle", "unit", asked.unit.id, unit_id=asked.unit.id, after=after)


async def _one(work: Work, request_id: int) -> AskedPrint:
    found = await requests_of(work, [request_id])
    if request_id not in found:
        raise NotFoundError(kind="print_request")
    return found[request_id]


async def _with_units(work: Work, found: list[PrintRequest]) -> list[AskedPrint]:
    units = {one.id: one for one in await work.people.units({_number(it.parameters, "unit") for it in found})}
    named = await work.people.persons({_number(one.parameters, "student") for one in found} - {0})
    return [
        AskedPrint(one, unit, named.get(_number(one.parameters, "student")))
        for one in found
        if (unit := units.get(_number(one.parameters, "unit"))) is not None
    ]


def _number(kept: Any, name: str) -> int:
    value = kept.get(name)
    return value if isinstance(value, int) else 0
