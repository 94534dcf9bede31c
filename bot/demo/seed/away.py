"""A teacher of the demo who is ill tomorrow: the deputy head has lessons to decide about."""

from datetime import timedelta

from sqlalchemy import func, select

from bot.demo.roster import HERO_CLASS
from bot.demo.seed.draft import EPOCH, Draft
from storage.covering import KIND, STANDS
from storage.tables.lessons import lessons
from storage.tables.timetable import timetable_changes

# So many lessons at least are worth a decision.
FEW = 3


async def write_away(draft: Draft) -> None:
    day = EPOCH.date() + timedelta(days=1)
    unit = next(one.id for one in draft.roster.classes if one.name == HERO_CLASS)
    # Whoever the first phones belong to goes on teaching.
    heroes = select(lessons.c.teacher_id).where(lessons.c.unit_id == unit, lessons.c.teacher_id.is_not(None))
    person = await draft.db.scalar(
        select(lessons.c.teacher_id)
        .where(
            lessons.c.date == day,
            lessons.c.teacher_id.is_not(None),
            lessons.c.teacher_id.not_in(heroes),
        )
        .group_by(lessons.c.teacher_id)
        .having(func.count() >= FEW)
        .order_by(lessons.c.teacher_id.desc())
        .limit(1)
    )
    if person is None:
        return
    await draft.db.insert(
        timetable_changes,
        kind=KIND,
        payload={"person": person, "first": day.isoformat(), "last": day.isoformat()},
        status=STANDS,
        requested_by=person,
        requested_at=EPOCH,
    )
