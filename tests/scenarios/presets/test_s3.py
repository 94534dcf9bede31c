"""S3: the lesson's day until 17:00; no marks in grade 1; substitutions on their day."""

import pytest

from handlers.lessons.callbacks import CardCb, SubstituteCb
from handlers.marks.callbacks import OpenMarksCb
from storage.unit_of_work import SqlStore
from tests.scenarios.presets import walk
from tests.scenarios.presets.walk import FLAGGED, at
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import TODAY, lesson_id

FIRST_GRADE = lesson_id("1А", TODAY, 2)


@pytest.mark.requirement("R-038", "R-040", "R-049", "R-056")
async def test_the_walk_through_s3(stage: Stage, anna: Persona, pavel: Persona, store: SqlStore) -> None:
    # §4.5-D2: until 17:00 of the lesson's day.
    card = await walk.card(anna)
    assert "Срок 17:00" in card.text
    at(stage, "14 16:59")
    assert FLAGGED not in (await walk.take_register(anna)).text
    assert FLAGGED not in (await walk.write_topic(anna, "Степени")).text
    assert FLAGGED not in (await walk.mark(anna, "Иванова", "5")).text
    at(stage, "14 17:00")
    assert f"{FLAGGED} (п. 4.5)" in (await walk.set_homework(anna, "№ 512")).text
    assert f"{FLAGGED} (п. 4.5)" in (await walk.mark(anna, "Козлова", "4")).text
    assert await walk.stored(store, "anya") == [("5", False)]
    assert await walk.stored(store, "vera") == [("4", True)]
    # A written work has a week, by custom.
    at(stage, "21 23:59")
    assert FLAGGED not in (await walk.mark(anna, "Орлов", "4", kind="контрольная работа")).text
    at(stage, "22 00:00")
    assert FLAGGED in (await walk.mark(anna, "Петрова", "4", kind="контрольная работа")).text
    # §4.2-R1: the deputy head sees the late entries and edits nothing.
    await pavel.say("/menu")
    shown = await pavel.sees(with_button("Настройки"))
    for data in (CardCb(lesson=walk.ALGEBRA).pack(), OpenMarksCb(lesson=walk.ALGEBRA).pack()):
        assert "занимается другой сотрудник" in await pavel.press_data(shown, data) + pavel.phone.last.text


@pytest.mark.requirement("R-052", "R-060")
async def test_grade_one_of_s3_has_a_register_and_topics_and_no_marks(
    stage: Stage, svetlana: Persona
) -> None:
    card = await walk.card(svetlana, FIRST_GRADE)
    assert not with_button("Оценки")(card)
    assert "Осталось внести: перекличка, тема. Срок 17:00." in card.text
    refused = await svetlana.press_data(card, OpenMarksCb(lesson=FIRST_GRADE).pack())
    assert "(п. 3.10)" in refused + svetlana.phone.last.text
    assert "Сохранено" in (await walk.take_register(svetlana, FIRST_GRADE)).text
    assert "Тема: Буква А" in (await walk.write_topic(svetlana, "Буква А", FIRST_GRADE)).text


@pytest.mark.requirement("R-070")
async def test_a_substitution_of_s3_is_recorded_on_its_day_and_asked_for_later(
    stage: Stage, nikolai: Persona, pavel: Persona
) -> None:
    # §4.5-D11: on the day of the substitution; the next day the deputy head opens it.
    at(stage, "15 09:00")
    await nikolai.say("/menu")
    shown = await nikolai.sees(with_button("Настройки"))
    await nikolai.press_data(shown, SubstituteCb(lesson=walk.ALGEBRA).pack())
    refused = await nikolai.sees("Замену записывают в день урока (п. 4.5)")
    assert "в день проведения замены уроков" in refused.text
    await nikolai.press("Попросить завуча", refused)
    await nikolai.sees("что открыть и почему")
    await nikolai.say("Вчера не успел записать")
    await nikolai.sees("Просьба записана")
    pushed = await pavel.sees("Громов Н. П. просит открыть: 7Б, алгебра, 14.10, замена", within=10)
    await pavel.press("Открыть", pushed)
    told = await nikolai.sees("Открыто до конца 16.10.", within=10)
    await nikolai.press("Я замещаю", told)
    recorded = await nikolai.sees("7Б, алгебра, 2-й урок")
    assert with_button("Перекличка")(recorded)


@pytest.fixture
async def management_edits(store: SqlStore) -> None:
    await walk.override(store, "[entry]\nmanagement_edit = true\n")


@pytest.mark.requirement("R-121")
async def test_a_school_may_let_its_deputy_head_enter_and_then_a_button_leads_there(
    management_edits: None, stage: Stage, pavel: Persona
) -> None:
    await pavel.press("К уроку", await walk.look(pavel, walk.ALGEBRA))
    await pavel.sees("7Б, алгебра, 2-й урок")
    assert "Сохранено" in (await walk.take_register(pavel)).text
    assert "Тема: Степени" in (await walk.write_topic(pavel, "Степени")).text
