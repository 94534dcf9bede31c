"""Looking at any page without touching it (R-121)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from journal import gate
from journal.attendance import signs
from journal.attendance.class_teacher import may_amend
from journal.context import Ctx
from journal.control import comments
from journal.control.pages import keeper_of
from journal.entry import EARLY
from journal.model.attendance import Presence
from journal.model.lessons import LessonStatus
from journal.model.people import Person, Unit, name_key
from journal.model.viewing import ClassLessons, PageView, StudentMarks, TracedMark
from journal.policy import Permission


async def classes(ctx: Ctx) -> tuple[list[Unit], bool]:
    """The classes whose every subject the actor may look at, and whether that is the whole school."""
    async with ctx.reading() as work:
        scope = gate.scope(work, Permission.VIEW_CLASS)
        return await work.people.classes(scope), scope.everything


async def day_of_class(ctx: Ctx, unit_id: int, day: date | None = None) -> ClassLessons:
    """The lessons of a class (its subgroups included) on a day, today by default."""
    async with ctx.reading() as work:
        unit = await gate.unit(work, unit_id, Permission.VIEW_CLASS)
        on = day or work.today
        return ClassLessons(
            unit=unit,
            day=on,
            lessons=tuple(await work.lessons.of_unit(unit.id, on, on)),
            before=await work.control.neighbour(on, back=True),
            after=await work.control.neighbour(on, back=False),
        )


async def page(ctx: Ctx, lesson_id: int) -> PageView:
    """One lesson's page: topic, register, homework, marks."""
    async with ctx.reading() as work:
        lesson = await gate.lesson(work, lesson_id, Permission.VIEW_JOURNAL)
        register = await work.attendance.register(lesson.id)
        traced = await work.control.marks_of(lesson.id)
        edits = [edit for mark in traced for edit in mark.edits]
        last = max(edits, key=lambda edit: edit.at, default=None)
        standings = register.standings if register else {}
        keeper = keeper_of(lesson)
        # Why a child is away is the class teacher's and the management's to know.
        knows = await gate.may(work, lesson, Permission.VIEW_CLASS)
        begun = lesson.status is not LessonStatus.CANCELLED and work.now >= lesson.starts_at - EARLY
        adults = [each for each in (lesson.teacher_id, keeper, last.author_id if last else None) if each]
        people = await work.people.persons({*standings, *(mark.student_id for mark in traced), *adults})

        def those(status: Presence) -> tuple[Person, ...]:
            found = [people[student] for student, item in standings.items() if item.status is status]
            return tuple(sorted(found, key=name_key))

        return PageView(
            lesson=lesson,
            keeper=people.get(keeper or 0),
            absent=those(Presence.ABSENT),
            late=those(Presence.LATE),
            homework=tuple(await work.homework.given_at([lesson.id])),
            marks=by_student(traced, people),
            last_edit=(people[last.author_id], last.at) if last and last.author_id in people else None,
            replaced=people.get(lesson.teacher_id or 0) if lesson.substitute_id else None,
            takes_register=begun and await gate.may(work, lesson, Permission.TAKE_ATTENDANCE),
            signs={
                student: signs.sign(item, work.regulation, reasons=knows)
                for student, item in standings.items()
            },
            enters=await gate.may(work, lesson, Permission.ENTER_LESSON),
            amends_register=begun and may_amend(work, lesson),
            comments=await comments.count(work, lesson.id),
        )


def by_student(traced: Sequence[TracedMark], people: Mapping[int, Person]) -> tuple[StudentMarks, ...]:
    """The marks in the order of the class's list, one item a student."""
    given: dict[int, list[TracedMark]] = defaultdict(list)
    for mark in traced:
        given[mark.student_id].append(mark)
    ordered = sorted((people[student] for student in given), key=name_key)
    return tuple(StudentMarks(person, tuple(given[person.id])) for person in ordered)
