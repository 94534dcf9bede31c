"""The first screen, and what happens to whatever nobody understands."""

from datetime import timedelta

import pytest

from tests.support.persona import Persona
from tests.support.scenario import Stage


async def test_a_stranger_is_told_how_to_get_in(stranger: Persona) -> None:
    await stranger.say("/start")
    shown = await stranger.sees("Это дневник: Школа № 5")
    assert "не просим" in shown.text


async def test_an_old_button_leads_to_a_fresh_first_screen(anna: Persona) -> None:
    await anna.say("трам-пам-пам")
    shown = await anna.sees("Не удалось это понять")
    assert "устарела" in await anna.press_data(shown, "nothing:of:the:kind")
    fresh = await anna.sees("Школа № 5")
    assert fresh.id == shown.id
    assert "Не удалось" not in fresh.text


async def test_an_unknown_text_is_answered_with_what_can_be_done(olga: Persona) -> None:
    await olga.say("что-то непонятное")
    await olga.sees("Вот что можно сделать")


async def test_a_number_that_no_database_keeps_is_an_old_button_like_any_other(anna: Persona) -> None:
    await anna.say("/menu")
    shown = await anna.sees("Школа № 5")
    assert "устарела" in await anna.press_data(shown, f"ato:{2**63}")
    assert "устарела" in await anna.press_data(shown, f"le:-{'9' * 30}")


@pytest.mark.requirement("R-046")
async def test_a_teachers_first_screen_names_what_the_day_lacks_and_what_is_asked_is_found_by_words(
    stage: Stage, anna: Persona
) -> None:
    stage.clock.move(timedelta(hours=2))
    await anna.say("/start")
    await anna.sees("Ещё не внесено: 7Б, 2-й урок (перекличка, тема, задание)")
    await anna.say("чего не хватает сегодня")
    await anna.sees("среда, 14 октября")
    await anna.say("я заболела")
    await anna.sees("Завуч сразу увидит ваши уроки")
    await anna.press("Назад")
    await anna.sees("среда, 14 октября")
