"""Lesson plans: a plan for each subject and unit, made with its first row."""

from sqlalchemy import delete, func, select, update

from journal.imports.rows import Kind, PlanRow
from storage.imports.apply.hand import Hand, changes
from storage.imports.apply.teaching import unit_id
from storage.tables.lessons import lessons, plan_rows, plans


async def _plans(hand: Hand) -> None:
    """What is gone from a plan leaves the lessons that were given by it with their topics."""
    rows = hand.added(PlanRow)
    wanted = {(unit_id(hand, row), hand.must(Kind.SUBJECT, row.subject)) for row in rows}
    known = await _ids(hand, wanted)
    await hand.insert(
        plan_rows,
        rows,
        [
            {
                "plan_id": known[unit_id(hand, row), hand.must(Kind.SUBJECT, row.subject)],
                "number": row.number,
                "section": row.section or "",
                "topic": row.topic,
                "hours": row.hours,
                "planned_on": row.planned_on,
                "homework": row.homework,
                "work_kind": row.work_kind,
            }
            for row in rows
        ],
    )
    await hand.update(plan_rows, ({"id": each.id, **changes(each)} for each in hand.changed(Kind.PLAN)))
    gone = [each.id for each in hand.gone(Kind.PLAN)]
    if gone:
        await hand.db.run(update(lessons).where(lessons.c.plan_row_id.in_(gone)).values(plan_row_id=None))
        await hand.db.run(delete(plan_rows).where(plan_rows.c.id.in_(gone)))
    await _sum_up(hand)


async def _ids(hand: Hand, wanted: set[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """The plans of these pages, made where there is none."""
    by_page = select(plans.c.id, plans.c.unit_id, plans.c.subject_id).where(plans.c.year_id == hand.year_id)
    known = {(row.unit_id, row.subject_id): row.id for row in await hand.db.all(by_page)}
    new = sorted(wanted - set(known))
    await hand.db.run(
        plans.insert(),
        [
            {
                "year_id": hand.year_id,
                "unit_id": unit,
                "subject_id": subject,
                "author_id": hand.ctx.actor.person_id,
                "loaded_at": hand.ctx.now,
                "hours": 0,
            }
            for unit, subject in new
        ],
    )
    return {(row.unit_id, row.subject_id): row.id for row in await hand.db.all(by_page)} if new else known


async def _sum_up(hand: Hand) -> None:
    hours = (
        select(func.coalesce(func.sum(plan_rows.c.hours), 0))
        .where(plan_rows.c.plan_id == plans.c.id)
        .scalar_subquery()
    )
    await hand.db.run(update(plans).where(plans.c.year_id == hand.year_id).values(hours=hours))


WRITERS = {Kind.PLAN: _plans}
