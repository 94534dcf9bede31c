"""S2: noon of the next day, lesson marks within the school day, works on the day their checking ends."""

import pytest

from handlers.attendance.callbacks import OpenRegisterCb
from storage.unit_of_work import SqlStore
from tests.scenarios.presets import walk
from tests.scenarios.presets.walk import FLAGGED, at
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage


@pytest.fixture
async def s2(store: SqlStore) -> None:
    await walk.work_by(store, "s2")


@pytest.mark.requirement("R-038", "R-048", "R-049", "R-056", "R-121")
async def test_the_walk_through_s2(
    s2: None, stage: Stage, anna: Persona, maria: Persona, store: SqlStore
) -> None:
    # §3-5: lesson marks within the school day (C2).
    at(stage, "14 23:59")
    assert FLAGGED not in (await walk.mark(anna, "Иванова", "5")).text
    at(stage, "15 00:00")
    assert f"{FLAGGED} (п. 3)" in (await walk.mark(anna, "Козлова", "4")).text
    assert await walk.stored(store, "anya") == [("5", False)]
    assert await walk.stored(store, "vera") == [("4", True)]

    # §3-4: the class teacher looks «без права редактирования».
    await maria.say("/menu")
    shown = await maria.sees(with_button("Настройки"))
    answer = await maria.press_data(shown, OpenRegisterCb(lesson=walk.ALGEBRA).pack())
    assert "занимается другой сотрудник" in answer + maria.phone.last.text

    # §1-6: everything else until noon of the next day.
    at(stage, "15 11:59")
    assert FLAGGED not in (await walk.take_register(anna)).text
    assert FLAGGED not in (await walk.write_topic(anna, "Степени")).text
    at(stage, "15 12:00")
    assert f"{FLAGGED} (п. 1)" in (await walk.set_homework(anna, "№ 512")).text

    # §3-5: a written work is in time while it is being checked, whatever the day…
    await walk.card(anna)
    await anna.press("Оценки")
    await anna.press("Вид работы")
    await anna.press("контрольная")
    await anna.press("Работы собраны")
    collected = await anna.sees("Срок оценок — день, когда закончена проверка (п. 3)")
    assert "до 14.10" not in collected.text
    at(stage, "20 18:00")
    await open_check(anna)
    await anna.press("3")
    await anna.press("Орлов")
    await anna.press("Сохранить (1)")
    assert FLAGGED not in (await anna.sees("Сохранено оценок: 1")).text
    await anna.press("Проверка закончена")
    ended = await anna.sees("Без оценки: ")
    assert "до конца 20.10 (п. 3)" in ended.text
    # … and on the day the checking ended.
    at(stage, "20 23:59")
    assert FLAGGED not in (await walk.mark(anna, "Петрова", "4", kind="контрольная работа")).text
    at(stage, "21 00:00")
    late = await walk.mark(anna, "Сидоров", "2", kind="контрольная работа")
    assert f"{FLAGGED} (п. 3)" in late.text
    assert not with_button("Попросить завуча")(late)


async def open_check(who: Persona) -> None:
    await walk.card(who)
    await who.press("На проверке: 1")
    await who.press("7Б, алгебра")
    await who.sees("контрольная работа 14.10, на проверке")
