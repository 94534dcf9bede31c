"""The class teacher's side: look at the list with adults and numbers, confirm it, or say what is wrong."""

from datetime import date

from journal import gate
from journal.class_lists.rule import round_of
from journal.context import Ctx
from journal.errors import InvalidError, RefusedError
from journal.events import ListFlawed
from journal.model.class_lists import ClassList, Entry
from journal.model.people import Unit
from journal.policy import Permission
from journal.ports import Work

MAY = Permission.KEEP_ROLL
FLAW = "list_flaw"
LONGEST = 500
# So many mistakes of one class at once are a new list, not mistakes.
MOST = 20


def due(work: Work) -> date:
    """By which day lists are to be confirmed now."""
    return round_of(work.today, work.regulation.periods.lists_due)


async def class_list(ctx: Ctx, unit_id: int) -> ClassList:
    """The list of a class the actor heads; the number of statements does not grow with it."""
    async with ctx.reading() as work:
        return await _list(work, await gate.headed(work, unit_id, MAY))


async def confirm(ctx: Ctx, unit_id: int) -> ClassList:
    """The list is right; twice is once. Raises `RefusedError("list_flawed")` while a mistake waits."""
    async with ctx.writing() as work:
        unit = await gate.headed(work, unit_id, MAY)
        await work.serialise("class_list", unit.id)
        found = await _list(work, unit)
        if found.confirmed is not None:
            return found
        if found.flaws:
            raise RefusedError("list_flawed")
        await work.class_lists.confirm(unit.id, found.due_on, gate.author(work), work.now)
        after = {"due_on": found.due_on.isoformat(), "students": len(found.entries)}
        work.audit("class_list.confirm", "unit", unit.id, unit_id=unit.id, after=after)
        shown = await _list(work, unit)
        await work.commit()
        return shown


async def ask(ctx: Ctx, unit_id: int) -> Unit:
    """Wait for the words on what is wrong."""
    async with ctx.writing() as work:
        unit = await gate.headed(work, unit_id, MAY)
        await work.inputs.expect(FLAW, {"unit": unit.id})
        await work.commit()
        return unit


async def report(ctx: Ctx, unit_id: int, text: str) -> ClassList:
    """Tell the office what is wrong. The same words again are the same mistake.

    Raises `InvalidError` with `reason_missing`, `list_words_long` or `list_many_flaws`.
    """
    said = " ".join(text.split())
    if not said:
        raise InvalidError("reason_missing")
    if len(said) > LONGEST:
        raise InvalidError("list_words_long", limit=LONGEST)
    async with ctx.writing() as work:
        unit = await gate.headed(work, unit_id, MAY)
        await work.serialise("class_list", unit.id)
        await work.inputs.done()
        known = await work.class_lists.flaws([unit.id])
        if len(known) >= MOST:
            raise InvalidError("list_many_flaws", most=MOST)
        if all(one.text != said for one in known):
            number = await work.class_lists.report(unit.id, said, gate.author(work), work.now)
            work.record(ListFlawed(number))
            work.audit("class_list.report", "unit", unit.id, unit_id=unit.id, after={"flaw": number})
        shown = await _list(work, unit)
        await work.commit()
        return shown


async def _list(work: Work, unit: Unit) -> ClassList:
    members = await work.people.members(unit.id, work.today)
    adults = await work.control.adults_of([one.id for one in members])
    due_on = due(work)
    confirmed = await work.class_lists.confirmations([unit.id], due_on)
    return ClassList(
        unit,
        tuple(Entry(one, tuple(adults.get(one.id, ()))) for one in members),
        due_on,
        work.today,
        confirmed.get(unit.id),
        tuple(await work.class_lists.flaws([unit.id])),
    )
