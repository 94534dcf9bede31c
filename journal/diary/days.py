"""The first card, a day, some days, one lesson."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from journal import gate
from journal.context import Ctx
from journal.diary.reader import child_of
from journal.diary.reading import read_day, read_days
from journal.errors import NotFoundError
from journal.model.diary import Day, Days, DiaryDay, DiaryLesson, Home, LessonDetail
from journal.model.people import Child
from journal.model.span import Span, week_of
from journal.policy import Permission
from journal.ports import Work

DAY = timedelta(days=1)
RECENT_NOTICES = 20


async def home(ctx: Ctx, student_id: int) -> Home:
    """The child's first card; «today» turns into the next school day after the last lesson."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        card = (await _cards(work, [child]))[0]
        return replace(card, unread_notices=await _unread(work))


async def everybody(ctx: Ctx) -> list[Home]:
    """The cards of all children of a guardian, in as many statements as one takes.

    Raises `NotFoundError("no_diary")` for whoever has no children here.
    """
    async with ctx.reading() as work:
        reach = gate.scope(work, Permission.READ_DIARY).student_ids
        children = [child for child in work.actor.children if child.student_id in reach]
        if not children:
            raise NotFoundError("no_diary")
        unsigned = await work.notices.unsigned(
            work.actor.account_id, tuple(child.student_id for child in children)
        )
        return [
            replace(card, unread_notices=unsigned[card.child.student_id])
            for card in await _cards(work, children)
        ]


async def day(ctx: Ctx, student_id: int, wanted: date | None = None) -> Day:
    """One day of the child; None is today, or the next school day when today's lessons are over."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        return await _day(work, child, wanted or await _at_hand(work, student_id))


async def homework(ctx: Ctx, student_id: int, wanted: date | None = None) -> Day:
    """What to do for a school day; None is the next one after today."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        following = await work.diary.next_days([student_id], work.today)
        found = await _day(work, child, wanted or following.get(student_id, work.today))
        set_at = {task.given_lesson_id for task in found.day.tasks if task.given_lesson_id is not None}
        return replace(found, materials=tuple(await work.materials.of_lessons(sorted(set_at))))


async def span(ctx: Ctx, student_id: int, wanted: Span | None = None) -> Days:
    """Some days; None is the week at hand, Monday to Sunday."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        return await read_span(work, child, wanted)


async def read_span(work: Work, child: Child, wanted: Span | None = None) -> Days:
    """The days of a child for whom the gate was passed; None is the week at hand."""
    student = child.student_id
    shown = wanted or week_of(await _at_hand(work, student))
    days = await read_days(work, [student], shown)
    following = await work.diary.next_days([student], shown.last)
    happenings = await work.diary.happenings([student], shown)
    return Days(
        child, shown, tuple(days[student].values()), following.get(student), tuple(happenings[student])
    )


async def lesson(ctx: Ctx, student_id: int, lesson_id: int) -> LessonDetail:
    """One lesson of the child; another class's is as good as missing."""
    async with ctx.reading() as work:
        child = await child_of(work, student_id)
        found, item = await _lesson_of(work, student_id, lesson_id)
        keepers = item.lesson.keepers
        people = await work.people.persons(keepers)
        given = await work.homework.given_at([lesson_id])
        return LessonDetail(
            child,
            item,
            tuple(given),
            tuple(people[number] for number in keepers),
            found.done,
            tuple(await work.materials.of_lessons([lesson_id])),
            tuple(await work.remarks.of_student(student_id, [lesson_id])),
        )


async def lesson_of(work: Work, student_id: int, lesson_id: int) -> DiaryLesson:
    """A lesson of a child for whom the gate was passed; another class's is as good as missing."""
    return (await _lesson_of(work, student_id, lesson_id))[1]


async def _lesson_of(work: Work, student_id: int, lesson_id: int) -> tuple[DiaryDay, DiaryLesson]:
    known = await work.lessons.lesson(lesson_id)
    found = await read_day(work, student_id, known.date) if known is not None else None
    item = next((one for one in found.lessons if one.lesson.id == lesson_id), None) if found else None
    if item is None or found is None:
        raise NotFoundError(kind="lesson")
    return found, item


async def _day(work: Work, child: Child, shown: date) -> Day:
    student = child.student_id
    before = await work.diary.days_before([student], shown)
    after = await work.diary.next_days([student], shown)
    happenings = await work.diary.happenings([student], Span(shown, shown))
    return Day(
        child,
        await read_day(work, student, shown),
        before.get(student),
        after.get(student),
        tuple(happenings[student]),
    )


async def _at_hand(work: Work, student_id: int) -> date:
    """Today, or the next school day when today's lessons are over."""
    today = await work.diary.lessons([student_id], Span(work.today, work.today))
    if any(_lies_ahead(work, DiaryLesson(lesson)) for _, lesson in today):
        return work.today
    following = await work.diary.next_days([student_id], work.today)
    return following.get(student_id, work.today)


async def _cards(work: Work, children: Collection[Child]) -> list[Home]:
    ids = [child.student_id for child in children]
    following = await work.diary.next_days(ids, work.today)
    ahead = Span(work.today, max(following.values(), default=work.today))
    days = await read_days(work, ids, ahead)
    happenings = await work.diary.happenings(ids, ahead)
    new = await work.diary.new_marks(ids, work.actor.account_id, work.now)

    def card(child: Child) -> Home:
        student = child.student_id
        today = days[student].get(work.today, DiaryDay(work.today))
        next_day = following.get(student)
        tasks = days[student][next_day] if next_day else DiaryDay(work.today)
        ahead = any(_lies_ahead(work, item) for item in today.lessons)
        shown = today if ahead or not next_day else tasks
        return Home(
            child=child,
            day=shown,
            is_today=shown is today,
            is_tomorrow=shown.date == work.today + DAY,
            tasks=tasks,
            new_marks=tuple(mark for mark in new if mark.student_id == student),
            absences=tuple(item.absence for item in today.lessons if item.absence) if shown is tasks else (),
            happenings=tuple(
                item for item in happenings[student] if shown.date <= item.last and item.first <= tasks.date
            ),
        )

    return [card(child) for child in children]


async def _unread(work: Work) -> int:
    found = await work.notices.of_reader(
        work.actor.account_id, work.actor.diary_ids, staff=False, limit=RECENT_NOTICES
    )
    return sum(notice.sign_off and not signed for notice, signed in found)


def _lies_ahead(work: Work, item: DiaryLesson) -> bool:
    return item.held and item.lesson.ends_at > work.now
