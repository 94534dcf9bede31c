"""A power of attorney runs out: its holder is warned, the class teacher extends it in a tap and a date."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from notifications.scheduler import Scheduler
from storage.tables.access import bindings
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import TODAY, person_id


@pytest.mark.requirement("R-018")
async def test_the_warning_reaches_both_and_a_new_document_keeps_the_diary_open(
    stage: Stage, igor: Persona, maria: Persona
) -> None:
    async with stage.house.store.connection(writing=True) as db:
        await db.run(
            update(bindings)
            .where(bindings.c.account_id == person_id("igor"))
            .values(capacity="representative", expires_on=TODAY + timedelta(days=15))
        )
        await db.connection.commit()
    await igor.say("/consent")
    await igor.sees("Доверенность действует до 29.10.2026")
    scheduler = Scheduler(stage.house)
    await scheduler.tick()
    stage.clock.move(timedelta(days=1))
    await scheduler.tick()
    await igor.sees("ваша доверенность действует до 29.10.2026")
    await maria.sees("Иванов Игорь Сергеевич (Иванова Аня, 7Б): доверенность действует до")
    await maria.press("Есть новая доверенность")
    await maria.sees("До какого дня")
    await maria.say("31.08.2027")
    await maria.sees("доверенность до 31.08.2027")
