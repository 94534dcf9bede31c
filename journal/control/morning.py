"""The deputy head's morning: empty pages by teacher."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from journal import covering, gate
from journal.context import Ctx
from journal.control.pages import unfilled
from journal.events import EntryReminderDue
from journal.model.control import Morning, Substitution, TeacherGaps, Unfilled
from journal.model.lessons import Lesson
from journal.model.people import by_person
from journal.policy import Permission, Scope
from journal.ports import Work
from journal.reminding import PEACE


async def morning(ctx: Ctx, day: date | None = None) -> Morning:
    """Which lessons of a school day lack something, by teacher; by default the last day that has begun."""
    async with ctx.reading() as work:
        gate.school(work, Permission.CONTROL_JOURNALS)
        on = day or await work.control.school_day(work.now, back=True) or work.today
        lessons = await work.control.lessons_of(on)
        found = await unfilled(work, lessons)
        return Morning(
            day=on,
            gaps=await _reminded(work, on, gaps(found)),
            orphans=tuple(item for item in found if item.keeper is None),
            lessons=sum(lesson.ends_at <= work.now for lesson in lessons),
            requests=await work.control.waiting_requests(),
            before=await work.control.neighbour(on, back=True),
            after=await work.control.neighbour(on, back=False) if on < work.today else None,
            peace=work.now - PEACE,
            substitutions=await _substitutions(work, lessons),
            contradictions=await work.integrity.count(Scope(everything=True)),
            uncovered=sum(len(one.lessons) for one in await covering.undecided(work)),
        )


def gaps(found: Sequence[Unfilled]) -> list[TeacherGaps]:
    """What is not filled, by teacher in the order of names."""
    kept = ((item.keeper, item) for item in found if item.keeper is not None)
    return [TeacherGaps(teacher, tuple(items)) for teacher, items in by_person(kept)]


async def _reminded(work: Work, day: date, found: Sequence[TeacherGaps]) -> tuple[TeacherGaps, ...]:
    """The gaps with the moment each teacher was last reminded of that day, by whomever."""
    subjects = {gap.teacher.id: EntryReminderDue(gap.teacher.id, day.isoformat()).subject for gap in found}
    told = await work.control.told_at(list(subjects.values()))
    return tuple(replace(gap, reminded_at=told.get(subjects[gap.teacher.id])) for gap in found)


async def _substitutions(work: Work, lessons: Sequence[Lesson]) -> tuple[Substitution, ...]:
    """Colleagues say it themselves; whoever answers for the day sees it without asking."""
    given = [(lesson, lesson.substitute_id) for lesson in lessons if lesson.substitute_id is not None]
    if not given:
        return ()
    teachers = {lesson.teacher_id for lesson, _ in given if lesson.teacher_id is not None}
    people = await work.people.persons(teachers | {substitute for _, substitute in given})
    return tuple(
        Substitution(lesson, people[substitute], people.get(lesson.teacher_id or 0))
        for lesson, substitute in given
    )
