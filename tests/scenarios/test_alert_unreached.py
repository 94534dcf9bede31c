"""A parent's phone takes nothing: another of the family, or the class teacher, hears within seconds."""

import pytest

from simulator import Simulator
from simulator.errors import Refusal
from tests.notifications.writing import choose
from tests.scenarios.test_absence_alert import HOLD
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import PLATFORM_IDS

GONE = Refusal(403, "Forbidden: user is deactivated")


def lose(simulator: Simulator, *names: str) -> None:
    for name in names:
        simulator.faults.add("sendMessage", kind="refused", refusal=GONE, chat_id=PLATFORM_IDS[name])


@pytest.mark.requirement("R-094")
async def test_an_absence_finds_its_way_past_a_phone_that_is_gone(
    stage: Stage, anna: Persona, igor: Persona, maria: Persona
) -> None:
    await choose(stage.house.store, "igor", "anya", "absences", "off", stage.clock.now())
    lose(stage.simulator, "olga", "tatyana")
    await anna.say("/now")
    await anna.sees("7Б")
    await anna.press("Иванова")
    await anna.press("Сидоров")
    await anna.press("Сохранить")
    await anna.sees("Нет: 2")
    stage.clock.move(HOLD)
    told = await igor.sees("Аня: нет на 2-м уроке (алгебра, 9:25).")
    assert "другому взрослому семьи сообщение сейчас не доходит" in told.text
    assert "Иванова О" not in told.text
    asked = await maria.sees("Сидоров Егор, 7Б: нет на уроке, а до семьи не доходят сообщения.")
    assert "Сидорова Татьяна Павловна" in asked.text
    tried = [
        call
        for call in stage.simulator.journal.of("sendMessage", ok=False)
        if call.chat_id in (PLATFORM_IDS["olga"], PLATFORM_IDS["tatyana"])
    ]
    # Each phone was tried once, and is not tried again today.
    assert len(tried) == 2
