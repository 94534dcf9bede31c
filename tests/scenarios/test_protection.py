"""Whoever forbids forwarding has it forbidden for every answer too, be it words, a picture or a file."""

import pytest

from simulator import SimMessage
from tests.scenarios.test_settings import HOLD, register
from tests.support.persona import Persona
from tests.support.scenario import Stage

ASKED = ("/menu", "/today", "/week", "/marks", "/homework", "/settings", "что задали на завтра?", "бррр")


def standing(person: Persona) -> list[SimMessage]:
    return [message for message in person.phone.messages if message.from_bot and not message.deleted]


async def forbid_forwarding(person: Persona) -> None:
    await person.say("/settings")
    await person.sees("Настройки")
    await person.press("На закрытом экране")
    await person.press("Запретить пересылку: нет")
    await person.sees("Что видно на закрытом экране")


@pytest.mark.requirement("R-140")
async def test_whatever_is_asked_for_can_neither_be_forwarded_nor_saved(stage: Stage, olga: Persona) -> None:
    await forbid_forwarding(olga)
    before = olga.phone.last.id
    for asked in ASKED:
        await olga.say(asked)
        await olga.sees()
    asked_for = [message for message in standing(olga) if message.id > before]
    assert len(asked_for) >= len(ASKED)
    assert all(message.protect for message in asked_for)


async def test_a_picture_asked_for_is_protected_too(stage: Stage, olga: Persona) -> None:
    await forbid_forwarding(olga)
    await olga.say("/week")
    await olga.sees("Аня: 12–18 октября")
    await olga.press("Картинкой")
    assert (await olga.sees(lambda shown: shown.photo is not None)).protect


async def test_the_files_of_an_export_are_protected_too(stage: Stage, tatyana: Persona) -> None:
    await forbid_forwarding(tatyana)
    await tatyana.say("/mydata")
    assert (await tatyana.sees("Егор: что хранит школа")).protect
    assert (await tatyana.sees("То же для программ")).protect


async def test_a_screen_from_before_the_choice_gives_way_to_a_protected_one(
    stage: Stage, olga: Persona
) -> None:
    await forbid_forwarding(olga)
    choice = olga.screen
    await olga.press("Главная")
    home = await olga.sees("Аня, 7Б: сегодня")
    assert choice.deleted
    assert (home.id != choice.id, home.protect) == (True, True)
    await olga.press("Неделя")
    after = await olga.sees("Аня: 12–18 октября")
    assert (after.id, after.protect) == (home.id, True)


async def test_a_correction_of_news_from_before_the_choice_comes_as_a_protected_message(
    stage: Stage, anna: Persona, tatyana: Persona
) -> None:
    await register(anna)
    stage.clock.move(HOLD)
    before = await tatyana.sees("Егор: нет")
    assert not before.protect
    await forbid_forwarding(tatyana)
    await anna.press("Исправить")
    await anna.press("Сидоров")
    await anna.press("Сидоров")
    await anna.press("Все на месте")
    stage.clock.move(HOLD)
    after = await tatyana.sees("Простите за беспокойство", within=10)
    assert (after.protect, before.edited) == (True, 0)


async def test_another_parents_messages_stay_as_that_parent_chose(
    stage: Stage, olga: Persona, igor: Persona
) -> None:
    await forbid_forwarding(olga)
    await igor.say("/menu")
    assert not (await igor.sees("Аня")).protect
