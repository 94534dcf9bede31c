"""What the deputy head finds in the programme: pages behind, without a plan, with other hours; a bad word."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.sql.elements import ColumnElement

from bot.demo.roster import HERO_CLASS, Page
from bot.demo.seed.draft import EPOCH, Draft
from storage.tables.attendance import attendance, registers
from storage.tables.lessons import lessons, plan_rows, plans
from storage.tables.marks import mark_revisions, marks, works

# How many of the latest lessons of a page nobody filled in, or were cancelled, page after page.
FORGOTTEN, CANCELLED = (3, 2, 2, 1), (2, 1)
WITHOUT, DIFFERING = 4, 2
# Hours by which a plan is shorter than the curriculum.
SHORT = 2
# Yesterday's lessons are filled in: the deputy's morning shows other gaps.
UNTIL = EPOCH.date() - timedelta(days=2)
# Nobody's business in a diary.
UNLAWFUL = "Списывает, вся семья такая"


async def write_programme(draft: Draft) -> None:
    """Far from the heroes' own lessons, whose plans are as they should be."""
    heroes = set(draft.roster.heroes)
    home = next(one.id for one in draft.roster.classes if one.name == HERO_CLASS)
    spare = [
        page
        for page in draft.roster.pages
        if page.half is None and page.class_id != home and page.teacher.id not in heroes
    ]
    # Steps through the list meet many subjects and classes.
    chosen = iter(spare[5::23])
    for count in FORGOTTEN:
        await _forget(draft, await _latest(draft, next(chosen), count))
    for count in CANCELLED:
        numbers = await _latest(draft, next(chosen), count)
        await _forget(draft, numbers)
        await draft.db.run(
            update(lessons).where(lessons.c.id.in_(numbers)).values(status="cancelled", cancel_reason="ill")
        )
        given = select(marks.c.id).join(works).where(works.c.lesson_id.in_(numbers))
        await draft.db.run(delete(mark_revisions).where(mark_revisions.c.mark_id.in_(given)))
        await draft.db.run(delete(marks).where(marks.c.id.in_(given)))
        for table in (works, attendance, registers):
            await draft.db.run(delete(table).where(table.c.lesson_id.in_(numbers)))
    for _ in range(WITHOUT):
        await _lose_plan(draft, next(chosen))
    for _ in range(DIFFERING):
        await _shorten(draft, next(chosen))
    await _say(draft)


async def _latest(draft: Draft, page: Page, count: int) -> Sequence[int]:
    """The latest lessons of the page, before yesterday."""
    rows = await draft.db.all(
        select(lessons.c.id)
        .where(*_of(page), lessons.c.date < UNTIL)
        .order_by(lessons.c.starts_at.desc())
        .limit(count)
    )
    return [row.id for row in rows]


async def _forget(draft: Draft, numbers: Sequence[int]) -> None:
    empty = {"topic": None, "plan_row_id": None, "topic_at": None}
    await draft.db.run(update(lessons).where(lessons.c.id.in_(numbers)).values(**empty))


async def _lose_plan(draft: Draft, page: Page) -> None:
    plan = await _plan(draft, page)
    await draft.db.run(update(lessons).where(*_of(page)).values(plan_row_id=None))
    await draft.db.run(delete(plan_rows).where(plan_rows.c.plan_id == plan))
    await draft.db.run(delete(plans).where(plans.c.id == plan))


async def _shorten(draft: Draft, page: Page) -> None:
    plan = await _plan(draft, page)
    own = select(plan_rows.c.id).where(plan_rows.c.plan_id == plan)
    last = own.order_by(plan_rows.c.number.desc()).limit(1)
    shorter = update(plan_rows).where(plan_rows.c.id == last.scalar_subquery(), plan_rows.c.hours > SHORT)
    if await draft.db.run(shorter.values(hours=plan_rows.c.hours - SHORT)):
        await draft.db.run(update(plans).where(plans.c.id == plan).values(hours=plans.c.hours - SHORT))


async def _plan(draft: Draft, page: Page) -> int | None:
    found: int | None = await draft.db.scalar(
        select(plans.c.id).where(plans.c.unit_id == page.unit_id, plans.c.subject_id == page.course + 1)
    )
    return found


async def _say(draft: Draft) -> None:
    """A comment on a mark in the heroes' class, to be taken out of the diary."""
    heroes = next(one for one in draft.roster.classes if one.name == HERO_CLASS)
    mark = await draft.db.scalar(
        select(marks.c.id)
        .join(works, works.c.id == marks.c.work_id)
        .join(lessons, lessons.c.id == works.c.lesson_id)
        .where(
            lessons.c.unit_id == heroes.id,
            lessons.c.date == EPOCH.date() - timedelta(days=1),
            marks.c.student_id == heroes.students[-1].id,
        )
        .order_by(marks.c.id)
        .limit(1)
    )
    if mark is not None:
        await draft.db.run(update(marks).where(marks.c.id == mark).values(comment=UNLAWFUL))


def _of(page: Page) -> tuple[ColumnElement[bool], ...]:
    return lessons.c.unit_id == page.unit_id, lessons.c.subject_id == page.course + 1
