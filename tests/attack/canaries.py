"""Canaries: words in everybody's names and papers by which it is known whose they are, wherever they turn up.

They hold HTML too, so that a screen that forgets to escape them is refused by the messenger.
"""

import re
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.sql.elements import ColumnElement

from journal.model.attendance import NoteStatus
from journal.model.channels import Channel, Destination, Use
from journal.model.notices import Audience, Listeners, NoticeStatus
from storage.channels import ChannelQueries
from storage.db import Db
from storage.notices import NoticeQueries
from storage.tables.attendance import absence_notes
from storage.tables.lessons import homework, lessons, plan_rows, plans
from storage.tables.marks import marks, works
from storage.tables.people import people, units
from storage.tables.school import school
from storage.tables.timetable import rooms, subjects
from storage.unit_of_work import SqlStore
from tests.support.school import (
    GUARDIANS,
    NOW,
    STUDENTS,
    TODAY,
    UNITS,
    person_id,
    student_id,
    subject_id,
    unit_id,
)

MARKUP = "<b>&"
_CANARY = re.compile(r"Zq(\d+)z", re.IGNORECASE)
# What a text looks like that was escaped twice.
_ESCAPED_TWICE = re.compile(r"&(?:amp|lt|gt|quot|#\d+);")


def canary(owner: int) -> str:
    """The mark of a person's or a class's property, broken HTML around it."""
    return f"{MARKUP}Zq{owner}z"


def owners(text: str) -> set[int]:
    """Whose property is in the text."""
    return {int(number) for number in _CANARY.findall(text)}


def escaped_twice(text: str) -> bool:
    return _ESCAPED_TWICE.search(text) is not None


async def plant(store: SqlStore) -> None:
    """Mark every name of the little school, and give each class something worth stealing."""
    async with store.connection(writing=True) as db:
        await _mark_names(db)
        for name, (number, _) in UNITS.items():
            await _plant_lessons(db, name, number)
        for child in ("anya", "egor", "lev", "masha"):
            await _plant_mark(db, child)
        for guardian, row in GUARDIANS.items():
            await _plant_note(db, guardian, row[4][0])
            address = Destination(Channel.EMAIL, f"zq{row[0]}z@example.org", Use.INSTEAD)
            await ChannelQueries(db).keep(person_id(guardian), address, NOW)
        await _plant_notice(db, "maria", "7Б")
        await _plant_notice(db, "svetlana", "1А")
        await db.connection.commit()


async def _mark_names(db: Db) -> None:
    for number in await db.scalars(select(people.c.id)):
        mark = canary(number)
        names = {name: people.c[name] + mark for name in ("last_name", "first_name", "middle_name")}
        await db.run(update(people).where(people.c.id == number).values(**names))
    for table in (units, subjects, rooms, school):
        await db.run(update(table).values(name=table.c.name + MARKUP))
    await db.run(update(school).values(short_name=school.c.short_name + MARKUP))


async def _plant_lessons(db: Db, name: str, number: int) -> None:
    words = canary(number)
    given: ColumnElement[bool] = lessons.c.unit_id == number
    await db.run(
        update(lessons).where(given, lessons.c.date < TODAY).values(topic=words, tasks=words, place=words)
    )
    ahead = await db.all(select(lessons).where(given, lessons.c.date > TODAY).limit(2))
    for row in ahead:
        author = row.teacher_id
        when = {"created_at": NOW, "updated_at": NOW}
        await db.insert(homework, lesson_id=row.id, text=words, bring=words, author_id=author, **when)
    subject = ahead[0].subject_id if ahead else subject_id("algebra")
    plan = await db.insert(plans, year_id=1, subject_id=subject, unit_id=number, loaded_at=NOW, hours=3)
    for place in (1, 2, 3):
        await db.insert(plan_rows, plan_id=plan, number=place, section=words, topic=f"{words} {place}")


async def _plant_mark(db: Db, child: str) -> None:
    number, unit = student_id(child), STUDENTS[child][3]
    lesson = await db.first(
        select(lessons).where(lessons.c.unit_id == unit_id(unit), lessons.c.date < TODAY).limit(1)
    )
    if lesson is None:
        return
    page = {"subject_id": lesson.subject_id, "date": lesson.date}
    work = await db.insert(
        works,
        lesson_id=lesson.id,
        unit_id=lesson.unit_id,
        kind="answer",
        title=canary(unit_id(unit)),
        teacher_id=lesson.teacher_id,
        created_at=NOW,
        **page,
    )
    await db.insert(
        marks,
        work_id=work,
        student_id=number,
        value="2",
        comment=canary(number),
        author_id=lesson.teacher_id,
        entered_at=NOW,
        **page,
    )


async def _plant_note(db: Db, guardian: str, child: str) -> None:
    await db.insert(
        absence_notes,
        student_id=student_id(child),
        starts_on=TODAY,
        ends_on=TODAY + timedelta(days=1),
        reason="ill",
        comment=canary(student_id(child)),
        status=NoteStatus.SENT,
        account_id=person_id(guardian),
        created_at=NOW,
    )


async def _plant_notice(db: Db, author: str, unit: str) -> None:
    number, listed = person_id(author), NoticeQueries(db)
    audience = Audience(frozenset({Listeners.GUARDIANS}), (unit_id(unit),))
    key = await listed.add(number, number, canary(unit_id(unit)), audience, NOW)
    drafted = await listed.notice(key)
    assert drafted is not None
    await listed.change(replace(drafted, sign_off=True, status=NoticeStatus.SENT, sent_at=NOW))
