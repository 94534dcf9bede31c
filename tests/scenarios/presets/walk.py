"""Steps that the walks through the five regulations share."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from handlers.control.callbacks import PageCb
from handlers.lessons.callbacks import CardCb
from simulator import SimMessage
from storage.tables.attendance import attendance
from storage.tables.marks import marks, page_closures
from storage.tables.school import school
from storage.unit_of_work import SqlStore
from tests.scenarios.test_teacher_windows import work_by as work_by
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import (
    STUDENTS,
    TODAY,
    ZONE,
    lesson_id,
    person_id,
    student_id,
    subject_id,
    unit_id,
)

# Wednesday 14 October, second lesson: 9:25–10:10.
ALGEBRA = lesson_id("7Б", TODAY, 2)
GEOGRAPHY = lesson_id("7Б", TODAY, 3)
HOLD = timedelta(minutes=6)
FLAGGED = "Внесено после срока: запись помечена"


def at(stage: Stage, text: str) -> None:
    """Let it be `14 23:59` of October in Moscow."""
    day, clock = text.split()
    hours, minutes = map(int, clock.split(":"))
    stage.clock.move(datetime(2026, 10, int(day), hours, minutes, tzinfo=ZONE))


async def card(who: Persona, lesson: int = ALGEBRA) -> SimMessage:
    """The card of the lesson, by a button as old as may be."""
    await who.say("/menu")
    home = await who.sees(with_button("Настройки"))
    await who.press_data(home, CardCb(lesson=lesson).pack())
    return await who.sees("урок")


async def mark(
    who: Persona, name: str, value: str, *, kind: str | None = None, lesson: int = ALGEBRA
) -> SimMessage:
    """Paint one mark and press Save; what comes is the saved card or the refusal."""
    await card(who, lesson)
    await who.press("Оценки")
    await who.sees(with_button(value))
    if kind is not None:
        await who.press("Вид работы")
        await who.press(kind)
        await who.sees(f"За что: {kind}")
    if not with_button(f"▸ {value}")(who.screen):
        await who.press(value)
    await who.press(name)
    await who.press("Сохранить (1)")
    return await who.sees(_answered)


def _answered(message: SimMessage) -> bool:
    """What Save says, one way or the other; a reminder may come between."""
    return "Сохранено оценок" in message.text or with_button("Попросить завуча")(message)


async def save_again(who: Persona, lesson: int = ALGEBRA) -> SimMessage:
    """Save the marks that were refused: the draft is as it was."""
    await card(who, lesson)
    await who.press("Оценки")
    await who.sees(with_button("Сохранить (1)"))
    await who.press("Сохранить (1)")
    return await who.sees(_answered)


async def write_topic(who: Persona, topic: str, lesson: int = ALGEBRA) -> SimMessage:
    await card(who, lesson)
    await who.press("Тема")
    await who.sees("Напишите тему")
    await who.say(topic)
    return await who.sees(f"Тема: {topic}")


async def set_homework(who: Persona, text: str, lesson: int = ALGEBRA) -> SimMessage:
    await card(who, lesson)
    await who.press("Задание")
    await who.sees("Напишите, пришлите фото")
    await who.say(text)
    await who.sees(text)
    await who.press("Сохранить")
    return await who.sees("Сохранено для")


async def take_register(who: Persona, lesson: int = ALGEBRA) -> SimMessage:
    """Everyone present."""
    await card(who, lesson)
    await who.press("Перекличка")
    await who.sees(with_button("Все на месте"))
    await who.press("Все на месте")
    return await who.sees("Сохранено")


async def ask(teacher: Persona, deputy: Persona, refused: SimMessage, why: str) -> SimMessage:
    """The way on from a refusal: the request is written, and stands on the deputy head's phone."""
    await teacher.press("Попросить завуча", refused)
    await teacher.sees("что открыть и почему")
    await teacher.say(why)
    await teacher.sees("Просьба записана. Черновик цел.")
    pushed = await deputy.sees("Кузнецова А. С. просит открыть: 7Б, алгебра, 14.10", within=10)
    assert why in pushed.text
    return pushed


async def close_page(store: SqlStore, day: date = TODAY) -> None:
    """The marks of the quarter are set: the algebra page of 7Б is closed."""
    async with store.connection(writing=True) as db:
        await db.insert(
            page_closures,
            unit_id=unit_id("7Б"),
            subject_id=subject_id("algebra"),
            period_id=1,
            closed_by=person_id("anna"),
            closed_at=datetime(day.year, day.month, day.day, tzinfo=ZONE),
        )
        await db.connection.commit()


async def stored(store: SqlStore, name: str) -> list[tuple[Any, ...]]:
    """The marks of a student that stand: value and whether it came late."""
    async with store.connection() as db:
        rows = await db.all(
            select(marks.c.value, marks.c.late)
            .where(marks.c.student_id == student_id(name), marks.c.withdrawn_at.is_(None))
            .order_by(marks.c.id)
        )
        return [(row.value, row.late) for row in rows]


def later() -> int:
    """Anna's next lesson in that class, on Thursday."""
    return lesson_id("7Б", TODAY.replace(day=15), 1)


async def look(who: Persona, lesson: int) -> SimMessage:
    """The lesson's page as whoever does not keep it sees it."""
    await who.say("/menu")
    home = await who.sees(with_button("Настройки"))
    await who.press_data(home, PageCb(lesson=lesson).pack())
    return await who.sees("7Б, ")


async def absences(store: SqlStore, lesson: int) -> list[tuple[str, str | None]]:
    """Who was absent at the lesson, with the reason."""
    known = {row[0]: name for name, row in STUDENTS.items()}
    async with store.connection() as db:
        rows = await db.all(
            select(attendance.c.student_id, attendance.c.reason)
            .where(attendance.c.lesson_id == lesson, attendance.c.status == "absent")
            .order_by(attendance.c.student_id)
        )
        return [(known[row.student_id], row.reason) for row in rows]


async def override(store: SqlStore, more: str, preset: str = "s3") -> None:
    """The school changes values of its preset."""
    async with store.connection(writing=True) as db:
        await db.run(school.update().values(regulation=f'preset = "{preset}"\n{more}'))
        await db.connection.commit()
