"""The deadline nudge as a teacher meets it: one message in a free moment, each button the very lesson."""

from datetime import time

import pytest
from sqlalchemy import update

from notifications.scheduler import Scheduler
from storage.tables.lessons import lessons
from storage.unit_of_work import SqlStore
from tests.scenarios.presets import walk
from tests.scenarios.presets.walk import at
from tests.support.persona import Persona, with_button
from tests.support.scenario import Stage
from tests.support.school import SCHOOL, TODAY, lesson_id

HEAD = "Осталось внести за 14 октября (ср):"


@pytest.fixture
async def s4(store: SqlStore) -> None:
    """Homework an hour after the last lesson of the class; 7А was moved to 12:30, behind that hour of 7Б."""
    await walk.work_by(store, "s4")
    moved = {"starts_at": SCHOOL.moment(TODAY, time(12, 30)), "ends_at": SCHOOL.moment(TODAY, time(13, 15))}
    async with store.connection(writing=True) as db:
        await db.run(update(lessons).where(lessons.c.id == lesson_id("7А", TODAY, 3)).values(**moved))
        await db.connection.commit()


@pytest.mark.requirement("R-046", "R-040")
async def test_what_is_missing_is_asked_for_in_time_and_opens_that_very_lesson(
    s4: None, stage: Stage, anna: Persona
) -> None:
    scheduler = Scheduler(stage.house)
    await scheduler.tick()
    at(stage, "14 10:09")
    await scheduler.tick()
    await anna.sees_nothing(HEAD)
    # Between her lessons, as the homework of 7Б is due before the last of them is over.
    at(stage, "14 10:15")
    await scheduler.tick()
    told = await anna.sees(HEAD, within=10)
    assert "7Б, алгебра, 2: перекличка, тема, задание" in told.text
    assert "Срок 12:15." in told.text
    assert not with_button("7А, 3")(told)
    await anna.press("7Б, 2", told)
    await anna.sees("7Б, алгебра, 2-й урок")
    await walk.set_homework(anna, "№ 512")
    await walk.take_register(anna)
    at(stage, "14 12:40")
    await scheduler.tick()
    await anna.sees_nothing(HEAD)
    # After the last lesson: one message with all that is still missing.
    at(stage, "14 13:25")
    await scheduler.tick()
    told = await anna.sees(HEAD, within=10)
    assert "7Б, алгебра, 2: тема" in told.text
    assert "7А, алгебра, 3: перекличка, тема, задание" in told.text
    assert with_button("7А, 3")(told)
    assert with_button("7Б, 2")(told)
    for moment in ("14 15:00", "14 19:55", "14 20:30", "15 08:00"):
        at(stage, moment)
        await scheduler.tick()
    await anna.sees_nothing(HEAD)
