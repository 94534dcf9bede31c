"""S0: everything on the lesson's own day; marks never back-dated, never changed."""

import pytest

from storage.unit_of_work import SqlStore
from tests.scenarios.presets import walk
from tests.scenarios.presets.walk import FLAGGED, at
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage


@pytest.fixture
async def s0(store: SqlStore) -> None:
    await walk.work_by(store, "s0")


@pytest.mark.requirement("R-038", "R-039", "R-048", "R-049", "R-050", "R-056")
async def test_the_walk_through_s0(
    s0: None, stage: Stage, anna: Persona, pavel: Persona, store: SqlStore
) -> None:
    # §4.2-T2: on the day of the lesson everything is in time, and a saved mark is final at once.
    saved = await walk.mark(anna, "Иванова", "5")
    assert "Сохранено оценок: 1" in saved.text
    assert FLAGGED not in saved.text
    assert not with_button("Отменить")(saved)
    await anna.press("Ещё оценки", saved)
    await anna.press("Исправить")
    await anna.press("Иванова А. · 5")
    final = await anna.sees("После сохранения оценку изменить нельзя (п. 4.2)")
    assert "Исправление отметок" in final.text
    assert with_button("Попросить завуча")(final)
    at(stage, "14 23:59")
    assert FLAGGED not in (await walk.take_register(anna)).text

    # The next day: topic and homework are accepted and flagged (D1), marks are refused with a way on.
    at(stage, "15 08:00")
    assert f"{FLAGGED} (п. 4.2)" in (await walk.write_topic(anna, "Степени")).text
    assert f"{FLAGGED} (п. 4.2)" in (await walk.set_homework(anna, "№ 512")).text
    refused = await walk.mark(anna, "Козлова", "4")
    assert "За прошедший день оценки закрыты (п. 4.2)" in refused.text
    assert "«задним числом» запрещено" in refused.text
    pushed = await walk.ask(anna, pavel, refused, "Не было света")

    # The deputy head declines with a word; asked anew, opens until the end of tomorrow.
    await pavel.press("Отклонить", pushed)
    await pavel.sees("Напишите коротко почему")
    await pavel.say("Зайдите ко мне <сегодня>")
    await pavel.sees("Отклонено.")
    told = await anna.sees("Завуч не открывает этот урок.", within=10)
    assert "Зайдите ко мне <сегодня>" in told.text
    refused = await walk.save_again(anna)
    assert "За прошедший день оценки закрыты" in refused.text
    pushed = await walk.ask(anna, pavel, refused, "Договорились")
    await pavel.press("Открыть", pushed)
    await pavel.sees("Открыто до конца 16.10.")
    told = await anna.sees("Открыто до конца 16.10.", within=10)
    await anna.press("К уроку", told)
    at(stage, "16 23:59")
    assert FLAGGED in (await walk.save_again(anna)).text
    assert await walk.stored(store, "vera") == [("4", True)]
    at(stage, "17 00:00")
    refused = await walk.mark(anna, "Орлов", "3")
    assert "За прошедший день оценки закрыты (п. 4.2)" in refused.text
    assert await walk.stored(store, "gleb") == []


@pytest.mark.requirement("R-039", "R-049")
async def test_a_written_work_of_s0_has_its_checking_term_and_not_a_minute_more(
    s0: None, stage: Stage, anna: Persona, store: SqlStore
) -> None:
    # C24: §4.2-T5 names the norms of checking, which are a week (G9).
    at(stage, "21 23:59")
    saved = await walk.mark(anna, "Иванова", "4", kind="контрольная работа")
    assert "Сохранено оценок: 1" in saved.text
    assert FLAGGED not in saved.text
    assert await walk.stored(store, "anya") == [("4", False)]
    at(stage, "22 00:00")
    refused = await walk.mark(anna, "Козлова", "5")
    assert "Срок был до конца 21.10 (п. 4.2). Черновик цел." in refused.text
    assert "нормами проверки письменных работ" in refused.text
    assert with_button("Попросить завуча")(refused)
    assert await walk.stored(store, "vera") == []


@pytest.mark.requirement("R-057")
async def test_the_class_teacher_of_s0_takes_a_colleagues_register(
    s0: None, stage: Stage, maria: Persona, olga: Persona, store: SqlStore
) -> None:
    # §4.2-CT1, §4.2-CT2: the attendance page is the class teacher's too, on the day.
    at(stage, "14 11:20")
    page = await walk.look(maria, walk.GEOGRAPHY)
    await maria.press("Перекличка", page)
    await maria.sees("7Б, география, 3-й урок")
    await maria.press("Иванова")
    await maria.press("Сохранить (нет: 1)")
    saved = await maria.sees("Сохранено. Нет: 1.")
    await maria.press("К уроку", saved)
    assert "Нет: Иванова А." in (await maria.sees("география")).text
    stage.clock.move(walk.HOLD)
    await olga.sees("Аня: нет на 3-м уроке", within=10)
    at(stage, "15 08:00")
    await maria.press("Перекличка", await walk.look(maria, walk.GEOGRAPHY))
    await maria.press("Козлова")
    await maria.press("Сохранить (нет: 2)")
    await maria.sees("Исправлено после срока: время исправления записано (п. 4.2)")
