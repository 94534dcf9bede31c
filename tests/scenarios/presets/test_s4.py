"""S4: until 21:00, homework an hour after the class's last lesson, any assessed work a week."""

import pytest

from storage.unit_of_work import SqlStore
from tests.scenarios.presets import walk
from tests.scenarios.presets.walk import FLAGGED, at
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import TODAY, lesson_id

RUSSIAN = lesson_id("7Б", TODAY, 1)


@pytest.fixture
async def s4(store: SqlStore) -> None:
    await walk.work_by(store, "s4")


@pytest.mark.requirement("R-038", "R-040", "R-041", "R-049", "R-056")
async def test_the_walk_through_s4(
    s4: None, stage: Stage, anna: Persona, maria: Persona, store: SqlStore
) -> None:
    # §5-3: the last lesson of 7Б ends at 11:15, so homework is due by 12:15 (C3).
    assert "Срок 12:15" in (await walk.card(anna)).text
    at(stage, "14 12:14")
    assert FLAGGED not in (await walk.set_homework(anna, "№ 512")).text
    at(stage, "14 12:15")
    assert f"{FLAGGED} (п. 5)" in (await walk.set_homework(maria, "Упр. 7", RUSSIAN)).text
    # §5-4: homework of tomorrow's lesson is set ahead.
    ahead = lesson_id("7Б", TODAY.replace(day=15), 1)
    assert FLAGGED not in (await walk.set_homework(anna, "№ 520", ahead)).text
    # §4.2-T2: everything else until 21:00.
    at(stage, "14 20:59")
    assert FLAGGED not in (await walk.take_register(anna)).text
    at(stage, "14 21:00")
    assert f"{FLAGGED} (п. 4.2)" in (await walk.write_topic(anna, "Степени")).text
    assert f"{FLAGGED} (п. 4.2)" in (await walk.take_register(maria, RUSSIAN)).text
    # §5-5: any assessed work within a week, an answer at the lesson too.
    at(stage, "21 23:59")
    assert FLAGGED not in (await walk.mark(anna, "Иванова", "5")).text
    at(stage, "22 00:00")
    assert f"{FLAGGED} (п. 5)" in (await walk.mark(anna, "Козлова", "4")).text
    assert await walk.stored(store, "anya") == [("5", False)]
    assert await walk.stored(store, "vera") == [("4", True)]


@pytest.mark.requirement("R-058")
async def test_the_class_teacher_of_s4_enters_excused_absences_posted_or_not(
    s4: None, stage: Stage, anna: Persona, maria: Persona, store: SqlStore
) -> None:
    # §4.2-CT6: the teacher has not posted anything: the reason waits and fills the register in.
    page = await walk.look(maria, walk.ALGEBRA)
    assert not with_button("Перекличка")(page)
    await maria.press("Исправить посещаемость", page)
    await maria.sees("Кого нет по уважительной причине?")
    await maria.press("Сидоров")
    asked = await maria.sees("Сидоров Егор: переклички ещё не было")
    assert "по уважительной причине" in asked.text
    await maria.press("Нет: болезнь")
    await maria.sees("Сохранено, изменение записано в историю (п. 4.2)")
    await anna.say("/now")
    proposed = await anna.sees("Предлагаем отметить")
    assert "Сидоров Е." in proposed.text
    await anna.press("Сохранить (нет: 1)")
    await anna.sees("Сохранено. Нет: 1.")
    # The teacher posted Vera as present: the class teacher enters the absence all the same.
    await maria.press("Исправить посещаемость", await walk.look(maria, walk.ALGEBRA))
    await maria.press("Козлова")
    await maria.sees("Козлова Вера: на уроке")
    await maria.press("Нет: по семейным делам")
    await maria.sees("Козлова Вера: нет на уроке, по семейным делам")
    assert await walk.absences(store, walk.ALGEBRA) == [("vera", "family"), ("egor", "ill")]
    # The page has the journal's own letters.
    assert "Нет: Козлова В. (у), Сидоров Е. (б)" in (await walk.look(maria, walk.ALGEBRA)).text


@pytest.mark.requirement("R-059")
async def test_the_class_teacher_of_s4_corrects_what_a_teacher_posted_and_it_is_kept(
    s4: None, stage: Stage, anna: Persona, maria: Persona, store: SqlStore
) -> None:
    await anna.say("/now")
    await anna.sees("Отметьте, кого нет")
    await anna.press("Иванова")
    await anna.press("Сохранить")
    await anna.sees("Сохранено")
    # §4.2-CT7: «еженедельно корректировать»: on Friday, long after the teacher's own deadline.
    at(stage, "16 15:00")
    await maria.say("/class")
    await maria.press("Пропуски за неделю", await maria.sees("7Б"))
    await maria.press("Исправить перекличку", await maria.sees("7Б, пропуски 12–18 октября"))
    await maria.press("Иванова А. ср: 2", await maria.sees("7Б: какой пропуск неверен?"))
    await maria.sees("Иванова Аня: нет на уроке")
    await maria.press("Исправить: на месте")
    await maria.sees("Иванова Аня: на уроке")
    assert await walk.absences(store, walk.ALGEBRA) == []
    page = await walk.look(maria, walk.ALGEBRA)
    await maria.press("История", page)
    assert "перекличка исправлена: Иванова Аня нет → на месте" in (await maria.sees("Мария Ивановна")).text


async def test_forged_corrections_reach_nobodys_register(
    s4: None, stage: Stage, anna: Persona, nikolai: Persona, maria: Persona, store: SqlStore
) -> None:
    await walk.take_register(anna)
    for who in (nikolai, anna):
        await who.say("/menu")
        shown = await who.sees(with_button("Настройки"))
        for data in (f"atc:{walk.ALGEBRA}:201:1", f"ate:{walk.ALGEBRA}:201:ill", f"ath:{walk.ALGEBRA}"):
            await who.press_data(shown, data)
    await maria.say("/menu")
    shown = await maria.sees(with_button("Настройки"))
    for data in (f"ate:{walk.ALGEBRA}:207:ill", f"ate:{walk.ALGEBRA}:201:unexcused", "atc:1:201:1"):
        await maria.press_data(shown, data)
    assert await walk.absences(store, walk.ALGEBRA) == []
