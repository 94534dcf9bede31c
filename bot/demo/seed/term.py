"""The term so far: lessons by the timetable, and what the journal holds of them."""

from datetime import timedelta
from typing import Any

from sqlalchemy import bindparam, select, update

from bot.demo.curriculum import WEEKS
from bot.demo.history import Given, HistoryMaker
from bot.demo.plans import make_plans
from bot.demo.seed.draft import EPOCH, LONG_AGO, SCHOOL, YEAR, Draft
from journal.timetable import planned_lessons
from storage.tables import attendance, lessons, marks
from storage.timetable import TimetableQueries

# Plans name their control works two weeks ahead.
CONTROLS_AHEAD = timedelta(days=14)


async def write_lessons(draft: Draft) -> None:
    queries = TimetableQueries(draft.db)
    last = EPOCH.date() + timedelta(days=21)
    plan = await queries.plan(YEAR[0], last)
    if plan is None:
        raise LookupError("the demo's year must be written first")
    entries, calendar = plan
    await queries.add_lessons(list(planned_lessons(entries, calendar, SCHOOL, YEAR[0], last)))
    found = await draft.db.all(
        select(lessons.lessons).order_by(lessons.lessons.c.starts_at, lessons.lessons.c.id)
    )
    given = [
        Given(row.id, row.unit_id, row.subject_id - 1, row.date, row.slot, row.starts_at, row.ends_at)
        for row in found
    ]
    hours = {(page.unit_id, page.course): page.hours * WEEKS for page in draft.roster.pages}
    plans = make_plans(((item.unit_id, item.course) for item in given), draft.courses, LONG_AGO, hours)
    maker = HistoryMaker(draft.random, draft.roster, draft.courses, plans, EPOCH)
    history = maker.make(given)
    maker.plan_controls(given, EPOCH.date() + CONTROLS_AHEAD)
    await draft.rows(lessons.plans, plans.plans)
    await draft.rows(lessons.plan_rows, plans.rows)
    await draft.rows(attendance.registers, history.registers)
    await draft.rows(attendance.attendance, history.attendance)
    await draft.rows(lessons.homework, history.homework)
    await draft.rows(marks.works, history.works)
    await draft.rows(marks.marks, history.marks)
    topic = update(lessons.lessons).where(lessons.lessons.c.id == bindparam("b_id"))
    filled: dict[str, Any] = {name: bindparam(name) for name in ("topic", "plan_row_id", "topic_at")}
    await draft.db.run(topic.values(**filled), history.topics)
