"""Finding what contradicts itself, and showing it to whoever answers for it."""

from collections.abc import Collection
from datetime import date, timedelta

from journal import gate, windows
from journal.context import Ctx
from journal.control.integrity.rules import contradictions
from journal.entry import Record
from journal.events import ContradictionAsked
from journal.model.attendance import Presence
from journal.model.integrity import Finding, FindingPage, Findings, Flaw, Way
from journal.model.lessons import Lesson
from journal.policy import Permission, Relation, Scope, allows, scope_of
from journal.ports import Work

PAGE = 8
# What is older was reviewed, or is closed by now; of lessons ahead only those on days off can be said.
BACK, AHEAD = timedelta(days=14), timedelta(days=7)
# What a student turns out to have been, where the register said otherwise.
WANTED = {
    Flaw.DESPITE_NOTE: Presence.ABSENT,
    Flaw.DISPUTED: Presence.PRESENT,
    Flaw.TWO_LESSONS: Presence.ABSENT,
    Flaw.FLICKER: Presence.PRESENT,
    Flaw.MARK_WHILE_ABSENT: Presence.PRESENT,
}


async def review(work: Work, first: date, last: date, class_ids: Collection[int] | None = None) -> int:
    """Go through these days and keep what is found; the caller commits. Returns how much is new."""
    found = contradictions(await work.integrity.facts(first, last, class_ids))
    return await work.integrity.note(found, first, last, class_ids, work.now)


async def waiting(ctx: Ctx, page: int = 0) -> Findings:
    """What waits for the actor's word: of the own class, the own lessons, or the whole school."""
    async with ctx.reading() as work:
        scope = reach(work)
        total = await work.integrity.count(scope)
        last = max(0, -(-total // PAGE) - 1)
        number = min(page, last)
        return Findings(tuple(await work.integrity.waiting(scope, number * PAGE, PAGE)), number, total)


async def count(ctx: Ctx) -> int:
    """How much waits for the actor's word; 0 for whom it does not concern."""
    async with ctx.reading() as work:
        scope = _scope(work)
        return 0 if scope.empty else await work.integrity.count(scope)


async def finding(ctx: Ctx, finding_id: int) -> FindingPage:
    """One finding with the ways to mend it, or word that it stands no more."""
    async with ctx.reading() as work:
        return await show(work, await load(work, finding_id))


def reach(work: Work) -> Scope:
    """Whose contradictions the actor sees. Raises as the gate where nobody's."""
    if _scope(work).empty:
        gate.refuse(work, Permission.VIEW_JOURNAL, "contradiction", None)
    return _scope(work)


async def load(work: Work, finding_id: int) -> Finding:
    """The finding, if it is within the actor's reach. Raises as the gate."""
    found = await work.integrity.finding(finding_id)
    scope = _scope(work)
    if found is None or not _within(scope, found):
        gate.refuse(work, Permission.VIEW_JOURNAL, "contradiction", finding_id)
    return found


async def show(work: Work, found: Finding) -> FindingPage:
    """What may be done about a finding now."""
    if not found.waits or not await stands(work, found):
        return FindingPage(found, (), settled=True)
    mark = None
    note = None
    if found.found.flaw is Flaw.MARK_WHILE_ABSENT and found.found.object_id is not None:
        mark = await work.marks.mark(found.found.object_id)
    if found.found.flaw is Flaw.DESPITE_NOTE and found.found.object_id is not None:
        note = await work.absences.note(found.found.object_id)
    event = asking(work, found)
    may_correct = any(work.actor.person_id in lesson.keepers for lesson in found.lessons)
    return FindingPage(
        found,
        tuple(await _ways(work, found)),
        mark_id=mark.id if mark is not None and may_correct else None,
        note=note,
        mark=mark.value if mark is not None else None,
        may_ask=may_ask(work, found),
        asked=event.subject in await work.control.told_at([event.subject]),
        may_accept=may_accept(work, found),
    )


def may_ask(work: Work, found: Finding) -> bool:
    """Whether some of the entries are in other hands: who may put them right can be asked to."""
    keepers = {keeper for lesson in found.lessons for keeper in lesson.keepers}
    mine = all(may_enter(work, lesson) for lesson in found.lessons)
    return bool(keepers) and not mine and found.found.flaw is not Flaw.DAY_OFF


def may_accept(work: Work, found: Finding) -> bool:
    """Whether the actor answers for all that is in question: the keepers of a part do not speak for others.

    That an absence is no error after all is for those who saw the class to say.
    """
    if all(work.actor.person_id in lesson.keepers for lesson in found.lessons):
        return True
    if found.found.flaw is Flaw.DISPUTED:
        return False
    return _scope(work).everything or work.actor.heads(found.found.class_id)


def asking(work: Work, found: Finding) -> ContradictionAsked:
    """What is recorded when the keepers are asked: once a day, by whomever."""
    return ContradictionAsked(found.id, gate.author(work), work.today.isoformat())


async def stands(work: Work, found: Finding) -> bool:
    """Whether the entries still contradict each other, whatever was found before."""
    day = found.found.date
    facts = await work.integrity.facts(day, day, found.classes)
    return found.found.key in {each.key for each in contradictions(facts)}


def may_enter(work: Work, lesson: Lesson) -> bool:
    """Whether the actor may change that lesson's register at all, whatever the hour."""
    relations = set()
    if work.actor.person_id in lesson.keepers:
        relations.add(Relation.KEEPS_LESSON)
    if work.actor.heads(lesson.class_id):
        relations.add(Relation.HEADS_CLASS)
    return allows(Permission.TAKE_ATTENDANCE, work.actor, relations, work.regulation)


async def _ways(work: Work, found: Finding) -> list[Way]:
    """The taps that would put it right and that the actor may make now."""
    if found.found.flaw is Flaw.DAY_OFF:
        may = allows(Permission.APPLY_TIMETABLE_CHANGE, work.actor, (), work.regulation)
        return [Way(lesson, None) for lesson in found.lessons if may and not lesson.register_taken_at]
    return [
        Way(lesson, WANTED[found.found.flaw])
        for lesson in found.lessons
        if may_enter(work, lesson) and (await windows.judge(work, Record.ATTENDANCE, lesson)).allowed
    ]


def _scope(work: Work) -> Scope:
    return scope_of(Permission.VIEW_JOURNAL, work.actor, work.regulation)


def _within(scope: Scope, found: Finding) -> bool:
    keepers = {keeper for lesson in found.lessons for keeper in lesson.keepers}
    return scope.everything or found.found.class_id in scope.class_ids or scope.keeper_id in keepers
