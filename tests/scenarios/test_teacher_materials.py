"""Links, tests and files on a lesson, and the place where it is entered."""

import pytest
from sqlalchemy import select

from storage.tables.lessons import lessons, materials
from storage.unit_of_work import SqlStore
from tests.scenarios.test_teacher_lesson import LESSON, open_card
from tests.support.persona import Persona, with_button


@pytest.mark.requirement("R-045")
async def test_a_test_on_a_topic_hangs_on_the_lesson_and_families_open_it_beside_the_homework(
    anna: Persona, olga: Persona, store: SqlStore
) -> None:
    await open_card(anna)
    await anna.press("Тесты и ссылки")
    await anna.sees("Пришлите ссылку на курс или тест")
    await anna.say("Степени https://example.org/42")
    await anna.sees("Что это?")
    await anna.press("Тест по теме")
    await anna.sees("тест по теме: Степени: https://example.org/42")
    await anna.press("+ и 7А")
    await anna.sees(with_button("✓ и 7А"))
    await anna.press("К уроку")
    await anna.sees(with_button("Тесты и ссылки: 1"))
    await anna.press("Задание")
    await anna.say("№ 12")
    await anna.sees("№ 12")
    await anna.press("Сохранить")
    await anna.sees("Сохранено")
    await olga.say("/homework")
    shown = await olga.sees(with_button("Тест по теме: Степени"))
    assert "№ 12" in shown.text


async def test_what_is_no_link_says_what_to_send_and_a_link_sent_twice_stands_once(
    anna: Persona, store: SqlStore
) -> None:
    await open_card(anna)
    await anna.press("Тесты и ссылки")
    await anna.say("просто слова")
    await anna.sees("Пришлите ссылку, которая начинается с https://")
    for _ in range(2):
        await anna.say("https://example.org/42")
        await anna.sees("Что это?")
    async with store.connection() as db:
        assert len(await db.all(select(materials))) == 1


@pytest.mark.requirement("R-043")
async def test_the_deputy_head_lists_places_of_entry_and_a_lesson_carries_one(
    anna: Persona, pavel: Persona, store: SqlStore
) -> None:
    await pavel.say("/morning")
    await pavel.sees("День школы")
    await pavel.press("Места ввода")
    await pavel.sees("Чтобы добавить место")
    await pavel.say("учительская")
    await pavel.sees("• учительская")
    await open_card(anna)
    await anna.press("Место: Телефон")
    await anna.press("учительская")
    await anna.sees(with_button("Место: учительская"))
    async with store.connection() as db:
        assert await db.scalar(select(lessons.c.place).where(lessons.c.id == LESSON)) == "учительская"
    await pavel.press("✕ учительская")
    await pavel.sees("Места ввода")
    await anna.press("Место: учительская")
    shown = await anna.sees("Где вы вносите этот урок?")
    assert not with_button("учительская")(shown)
