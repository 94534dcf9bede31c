"""What stands in a diary is explained where it stands, and repeats nothing."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import update

from handlers.forecast.words import likely
from journal.model.forecast import Forecast
from locales.texts import Texts
from storage.tables.lessons import lessons
from storage.tables.marks import marks
from tests.scenarios.test_debts import control_work, miss
from tests.support.given import give_mark
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import TODAY, lesson_id, person_id, student_id

ANYA, BORIS = student_id("anya"), student_id("boris")
SIGN = "• — работа ещё не сдана"


async def test_the_sign_of_a_debt_is_explained_on_every_screen_where_it_stands(
    stage: Stage, olga: Persona
) -> None:
    await give_mark(stage.house.store, "•")
    for asked, head in (("/menu", "Аня, 7Б: сегодня"), ("/today", "Аня, 7Б"), ("/week", "12–18 октября")):
        await olga.say(asked)
        assert (await olga.sees(head)).text.count(SIGN) == 1
    await olga.say("/marks")
    assert SIGN in (await olga.sees("Аня: оценки")).text
    await olga.press("По датам")
    assert SIGN in (await olga.sees("Среда, 14 октября")).text


async def test_without_a_debt_nobody_is_told_of_its_sign(stage: Stage, olga: Persona) -> None:
    await give_mark(stage.house.store, "5")
    await olga.say("/week")
    assert SIGN not in (await olga.sees("12–18 октября")).text


async def test_of_many_marks_only_those_open_that_have_more_to_say(stage: Stage, olga: Persona) -> None:
    for _ in range(11):
        last = await give_mark(stage.house.store, "5")
    async with stage.house.store.connection(writing=True) as db:
        await db.run(update(marks).where(marks.c.id == last).values(comment="Умница"))
        await db.connection.commit()
    await olga.say("/marks")
    await olga.sees("Аня: оценки")
    await olga.press("По датам")
    seen = await olga.sees("Среда, 14 октября")
    assert sum(label.startswith("5 · ") for label in seen.labels) == 1
    await olga.press("5 · Русский язык, 14.10")
    await olga.sees("Умница")


async def test_the_timetable_names_who_gives_the_lesson_instead(stage: Stage, olga: Persona) -> None:
    async with stage.house.store.connection(writing=True) as db:
        await db.run(
            update(lessons)
            .where(lessons.c.id == lesson_id("7Б", TODAY, 2))
            .values(substitute_id=person_id("nikolai"))
        )
        await db.connection.commit()
    for asked in ("/timetable", "/today"):
        await olga.say(asked)
        await olga.sees("Алгебра, каб. 214 · замена: Николай ")


@pytest.mark.requirement("R-032")
async def test_a_missed_control_work_says_who_sets_its_day(stage: Stage, olga: Persona) -> None:
    monday = date(2026, 10, 12)
    await control_work(stage.house.store, monday, 2, {BORIS: "4"})
    await miss(stage.house.store, ANYA, monday, 2)
    await olga.say("/debts")
    await olga.sees("срок назначит учитель")


def test_a_forecast_of_even_odds_names_both_marks_and_claims_neither() -> None:
    t = Texts("ru")
    assert (
        likely(Forecast(((4, 0.5), (3, 0.4), (5, 0.1)), 6, Decimal(4)), t) == "4 или 3, пока трудно сказать"
    )
    assert (
        likely(Forecast(((4, 0.7), (5, 0.3)), 6, Decimal(4)), t)
        == "скорее всего 4 (7 шансов из 10), может быть 5"
    )
    assert likely(Forecast(((5, 0.99), (4, 0.01)), 6, Decimal(5)), t) == "почти наверняка 5"
