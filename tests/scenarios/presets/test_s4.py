"""S4: until 21:00, homework an hour after the class's last lesson, any assessed work a week."""

import pytest

from storage.unit_of_work import SqlStore
from tests.scenarios.presets import walk
from tests.scenarios.presets.walk import FLAGGED, at
from tests.support.persona import Persona
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
