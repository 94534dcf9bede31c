"""The school's side: which classes have not confirmed, a word to their teachers, mistakes put right."""

from journal import gate
from journal.class_lists.keeping import due
from journal.context import Ctx
from journal.errors import NotFoundError, StaleError
from journal.events import ListDue, ListMended
from journal.model.class_lists import BoardLine, ListBoard, ListState
from journal.policy import Permission, scope_of
from journal.ports import Work


async def board(ctx: Ctx) -> ListBoard:
    """How all classes stand; for the deputy head, the secretary and the administrator."""
    async with ctx.reading() as work:
        return await _board(work)


async def waiting(ctx: Ctx) -> int:
    """How many mistakes wait for the actor; 0 for whoever puts none right."""
    if not _settles(ctx):
        return 0
    async with ctx.reading() as work:
        return len(await work.class_lists.flaws())


async def nudge(ctx: Ctx) -> tuple[ListBoard, int]:
    """Ask the class teachers who are silent, each at most once a day; how many are asked now."""
    async with ctx.writing() as work:
        found = await _board(work)
        await work.serialise("class_lists", 0)
        asked = [line for line in found.of(ListState.SILENT) if line.heads]
        turn = f"asked {work.today.isoformat()}"
        events = [ListDue(line.unit.id, found.due_on.isoformat(), turn) for line in asked]
        told = await work.control.told_at([one.subject for one in events])
        fresh = [one for one in events if one.subject not in told]
        for one in fresh:
            work.record(one)
        if fresh:
            work.audit("class_list.nudge", "school", None, after={"classes": len(fresh)})
            await work.commit()
        return found, len(fresh)


async def settle(ctx: Ctx, flaw_id: int) -> ListBoard:
    """It is put right: the class teacher hears of it. Raises `StaleError("list_settled")` for the second."""
    async with ctx.writing() as work:
        gate.school(work, Permission.KEEP_ROLL)
        flaw = (await work.class_lists.flaws_by_ids([flaw_id])).get(flaw_id)
        if flaw is None:
            raise NotFoundError(kind="list_flaw")
        if not await work.class_lists.settle(flaw_id, gate.author(work), work.now):
            raise StaleError("list_settled")
        work.record(ListMended(flaw_id))
        work.audit("class_list.settle", "unit", flaw.unit_id, unit_id=flaw.unit_id, after={"flaw": flaw_id})
        found = await _board(work)
        await work.commit()
        return found


async def _board(work: Work) -> ListBoard:
    settles = _settles(work.ctx)
    if not settles:
        gate.school(work, Permission.TRACK_ROLL)
    keeps = Permission.KEEP_ROLL if settles else Permission.TRACK_ROLL
    units = await work.people.classes(gate.scope(work, keeps))
    due_on = due(work)
    confirmed = await work.class_lists.confirmations([one.id for one in units], due_on)
    flaws = await work.class_lists.flaws()
    heads = await work.class_lists.heads(work.today)
    flawed = {one.unit_id for one in flaws}
    named = {one.id: one for one in units}

    def state(unit_id: int) -> ListState:
        if unit_id in flawed:
            return ListState.FLAWED
        return ListState.CONFIRMED if unit_id in confirmed else ListState.SILENT

    return ListBoard(
        due_on,
        work.today,
        tuple(BoardLine(one, state(one.id), tuple(heads.get(one.id, ()))) for one in units),
        tuple((one, named[one.unit_id]) for one in flaws if one.unit_id in named),
        settles,
    )


def _settles(ctx: Ctx) -> bool:
    return scope_of(Permission.KEEP_ROLL, ctx.actor, ctx.regulation).everything
