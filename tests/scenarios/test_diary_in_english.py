"""A family that reads English meets no Russian but names, subjects and what people typed."""

import inspect
import re
from dataclasses import asdict
from datetime import UTC, datetime, time, timedelta
from functools import partial

import pytest
from aiogram.filters.callback_data import CallbackData
from sqlalchemy import select, update

from handlers.debts.callbacks import DebtsCb
from handlers.diary import callbacks as diary_callbacks
from handlers.diary.callbacks import (
    CalendarCb,
    ChildCb,
    DatesCb,
    DiaryCb,
    DoneCb,
    EverybodyCb,
    FilesCb,
    LessonCb,
    Look,
    MarkCb,
    MaterialCb,
    MissedCb,
    PictureCb,
    PictureLook,
    SubjectCb,
    SubjectLook,
    SubjectPageCb,
    TopicsCb,
    WeekMarksCb,
    WordsCb,
    WorksCb,
)
from handlers.diary.pictures import picture
from handlers.forecast.callbacks import ForecastCb
from journal.model.materials import MaterialKind
from locales.texts import Texts
from storage.tables.access import accounts
from storage.tables.lessons import attachments, homework, lessons, materials, plan_rows
from storage.tables.marks import marks
from storage.tables.notices import class_events
from storage.tables.people import people, units
from storage.tables.school import school
from storage.tables.timetable import subjects
from storage.unit_of_work import SqlStore
from tests.scenarios.test_debts import control_work, miss, plan_control
from tests.support.given import give_mark, plan_event, set_homework
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import TODAY, CtxOf, lesson_id, person_id, student_id, subject_id

ANYA, EGOR = student_id("anya"), student_id("egor")
RUSSIAN = re.compile(r"[А-Яа-яЁё]+")
# What is a person's, a subject's, a class's name, or was typed: read from the database, word by word.
TYPED = (
    *(people.c.last_name, people.c.first_name, people.c.middle_name, units.c.name, subjects.c.name),
    *(
        school.c.short_name,
        plan_rows.c.topic,
        homework.c.text,
        class_events.c.title,
        materials.c.title,
        lessons.c.topic,
        marks.c.comment,
    ),
)


async def typed(store: SqlStore) -> set[str]:
    """Every Russian word that somebody gave the school's data, and the initials of people."""
    async with store.connection() as db:
        found = [text for column in TYPED for text in await db.scalars(select(column)) if text]
    words = {word.lower() for text in found for word in RUSSIAN.findall(text)}
    return words | {word[0] for word in words}


def leaks(text: str, known: set[str]) -> list[str]:
    return [word for word in RUSSIAN.findall(text) if word.lower() not in known]


def screens_of(mark: int, task: int, hung: int) -> list[CallbackData]:
    """Every screen of the diary: each page, and each kind of button that leads to one."""
    lesson, algebra = lesson_id("7Б", TODAY, 2), subject_id("algebra")
    due = (TODAY + timedelta(days=1)).toordinal()
    return [
        *(DiaryCb(student=ANYA, look=look) for look in Look),
        *(PictureCb(student=ANYA, look=look) for look in PictureLook),
        WordsCb(student=ANYA, look=PictureLook.WEEK),
        WeekMarksCb(student=ANYA),
        *(shape(student=ANYA, period=0) for shape in (DatesCb, WorksCb, MissedCb)),
        TopicsCb(student=ANYA, subject=algebra),
        SubjectCb(student=ANYA, period=0, subject=algebra),
        *(SubjectPageCb(student=ANYA, subject=algebra, look=look) for look in SubjectLook),
        MarkCb(mark=mark),
        LessonCb(student=ANYA, lesson=lesson),
        FilesCb(student=ANYA, homework=task),
        MaterialCb(student=ANYA, material=hung),
        CalendarCb(student=ANYA),
        DoneCb(student=ANYA, homework=task, day=due, done=True),
        ChildCb(student=ANYA),
        EverybodyCb(),
        ForecastCb(student=ANYA),
        ForecastCb(student=ANYA, subject=algebra),
        DebtsCb(student=ANYA),
    ]


async def full_diary(store: SqlStore) -> tuple[int, int, int]:
    """Something on every screen; a mark, a homework and a file of it."""
    mark = await control_work(store, TODAY, 2, {ANYA: "2", EGOR: "4"}, comment="Повторить дроби")
    for value in ("5", "4", "5", "•"):
        await give_mark(store, value)
    await control_work(store, TODAY - timedelta(days=2), 2, {EGOR: "4"})
    await miss(store, ANYA, TODAY - timedelta(days=2), 2)
    await set_homework(store, "№ 215")
    await plan_event(store, "Музей", TODAY)
    await plan_control(store, TODAY + timedelta(days=5))
    async with store.connection(writing=True) as db:
        await db.run(update(accounts).values(locale="en"))
        await db.run(
            update(lessons)
            .where(lessons.c.id == lesson_id("7Б", TODAY, 2))
            .values(substitute_id=person_id("nikolai"), topic="Дроби")
        )
        await db.connection.commit()
        task = await db.scalar(select(homework.c.id))
    return mark, task, await hang_file(store)


async def hang_file(store: SqlStore) -> int:
    """A test by the teacher on the lesson, as a file."""
    now = datetime.combine(TODAY, time(9), UTC)
    async with store.connection(writing=True) as db:
        hung = await db.insert(
            materials,
            lesson_id=lesson_id("7Б", TODAY, 2),
            kind=MaterialKind.TOPIC_TEST,
            title="Дроби",
            author_id=person_id("anna"),
            added_at=now,
        )
        await db.insert(
            attachments,
            owner_kind="material",
            owner_id=hung,
            kind="document",
            platform="telegram",
            file_id="file",
            added_at=now,
        )
        await db.connection.commit()
    return hung


@pytest.mark.requirement("R-140")
async def test_every_screen_of_the_diary_is_english_to_who_reads_english(stage: Stage, olga: Persona) -> None:
    store = stage.house.store
    asked = screens_of(*await full_diary(store))
    kinds = {
        kind
        for _, kind in inspect.getmembers(diary_callbacks, inspect.isclass)
        if issubclass(kind, CallbackData) and kind is not CallbackData
    }
    assert kinds <= {type(one) for one in asked}
    known = await typed(store)
    await olga.say("/menu")
    home = await olga.sees("Homework")
    assert leaks("\n".join((home.text, *home.labels)), known) == []
    for one in asked:
        said = await olga.press_data(olga.screen, one.pack())
        seen = await olga.sees()
        assert leaks("\n".join((said, seen.text, *seen.labels)), known) == [], one


async def test_every_picture_is_english_to_who_reads_english(ctx_of: CtxOf, store: SqlStore) -> None:
    await full_diary(store)
    known = await typed(store)
    for look in PictureLook:
        shown = await picture(ctx_of("olga"), Texts("en"), PictureCb(student=ANYA, look=look))
        assert shown.picture is not None
        draw = shown.picture.draw
        assert isinstance(draw, partial)
        assert leaks(str(asdict(draw.args[0])), known) == [], look
