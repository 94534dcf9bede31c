"""S1, a college: every day without an hour; marks may be corrected until the period mark is set."""

import pytest

from storage.unit_of_work import SqlStore
from tests.scenarios.presets import walk
from tests.scenarios.presets.walk import FLAGGED, at
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage


@pytest.fixture
async def s1(store: SqlStore) -> None:
    await walk.work_by(store, "s1")


@pytest.mark.requirement("R-038", "R-050", "R-051", "R-056")
async def test_the_walk_through_s1(
    s1: None, stage: Stage, anna: Persona, pavel: Persona, store: SqlStore
) -> None:
    # §8.4: «ежедневное»: the whole day is in time, the next is flagged, nothing is refused.
    at(stage, "14 23:59")
    assert FLAGGED not in (await walk.take_register(anna)).text
    assert FLAGGED not in (await walk.mark(anna, "Иванова", "2")).text
    at(stage, "15 00:00")
    assert f"{FLAGGED} (п. 8.4)" in (await walk.mark(anna, "Козлова", "4")).text
    assert f"{FLAGGED} (п. 8.4)" in (await walk.write_topic(anna, "Степени")).text
    assert await walk.stored(store, "vera") == [("4", True)]

    # §4.4.1: until the marks of the period are set a saved mark is corrected, with a reason that is kept.
    at(stage, "19 12:00")
    await correct(anna, "Иванова А. · 2", "4")
    assert "Исправление сохранено (п. 4.4.1)" in (await anna.sees("Исправление")).text
    assert await walk.stored(store, "anya") == [("4", False)]

    # Afterwards the page is closed to new marks and to corrections; the way on is the deputy head.
    await walk.close_page(store)
    refused = await walk.mark(anna, "Орлов", "3")
    assert "Итоговая оценка выставлена, страница закрыта (п. 4.4.1)" in refused.text
    assert "после выставления итоговых оценок" in refused.text
    assert with_button("Попросить завуча")(refused)
    await correct(anna, "Иванова А. · 4", "5", refused=True)
    closed = await anna.sees("(п. 4.4.1)")
    pushed = await walk.ask(anna, pavel, closed, "Описка при переносе")
    assert "исправление оценки" in pushed.text
    await pavel.press("Открыть", pushed)
    await pavel.sees("Открыто до конца 20.10.")
    await anna.sees("Открыто до конца 20.10.", within=10)
    await correct(anna, "Иванова А. · 4", "5")
    await anna.sees("Исправление сохранено")
    assert await walk.stored(store, "anya") == [("5", False)]
    # Only what was asked for is open, and attendance was never closed.
    assert "страница закрыта" in (await walk.save_again(anna)).text
    assert "Сохранено" in (await walk.take_register(anna, walk.later())).text


async def correct(who: Persona, which: str, value: str, *, refused: bool = False) -> None:
    await walk.card(who)
    await who.press("Оценки")
    await who.sees("За что: ответ на уроке")
    await who.press("Исправить")
    await who.press(which)
    if not refused:
        await who.press(value)
        await who.press("описка")
