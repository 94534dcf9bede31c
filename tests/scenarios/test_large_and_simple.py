"""«Крупно и просто»: few wide buttons on whatever a family opens, no abbreviations, nothing out of reach."""

import re

import pytest
from sqlalchemy import update

from handlers.folding import FEW
from handlers.settings.callbacks import HoursCb
from locales.abbreviations import WORDS
from storage.tables.access import accounts
from tests.support.persona import Persona
from tests.support.scenario import Stage
from tests.support.school import person_id
from tests.support.walk import labels, walk

COMMANDS = ("/menu", "/today", "/week", "/marks", "/homework", "/settings", "/consent", "/help")
ASKED = ("расписание на неделю", "пропуски", "Петя завтра болеет", "объявления", "написать классному")
FURTHER = ("Ещё…", "‹ В начало")
# What ends the access, the mode or the child looked at.
SPARED = ("sel:", "seb:", "ac-leave", "ac-take", "ac-export", "ac-hat")
SHORT = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, WORDS['ru']))})(?!\w)")


async def choose_large(stage: Stage, name: str) -> None:
    async with stage.house.store.connection(writing=True) as db:
        await db.run(update(accounts).where(accounts.c.id == person_id(name)).values(large=True))
        await db.connection.commit()


@pytest.mark.parametrize("name", ["olga", "egor"])
async def test_every_screen_of_a_family_has_few_wide_buttons_and_no_abbreviation(
    stage: Stage, name: str
) -> None:
    await choose_large(stage, name)
    seen = await walk(stage.person(name), (*COMMANDS, *ASKED), spared=SPARED)
    assert len(seen) > 40
    for shown in seen:
        assert all(len(row) == 1 for row in shown.buttons), shown.text
        choices = [label for label in labels(shown) if label not in FURTHER]
        assert len(choices) <= FEW + 1, labels(shown)
        said = "\n".join([shown.text, *labels(shown)])
        assert SHORT.search(said) is None, said


async def test_the_rest_of_a_screen_is_a_tap_away_and_comes_round_again(stage: Stage, olga: Persona) -> None:
    await choose_large(stage, "olga")
    await olga.say("/week")
    week = await olga.sees("Аня: 12–18 октября")
    words = week.text
    assert labels(week) == ["понедельник", "вторник", "среда", "четверг", "Ещё…", "Главная"]
    met = labels(week)
    while "‹ В начало" not in labels(olga.screen):
        await olga.press("Ещё…")
        shown = await olga.sees(words)
        assert (shown.id, labels(shown)[-1]) == (week.id, "Главная")
        met += labels(shown)
    assert {"пятница", "Сегодня", "Задания", "Оценки", "Петя", "Ещё"} <= set(met)
    await olga.press("‹ В начало")
    assert labels(await olga.sees(words))[0] == "понедельник"


async def test_more_buttons_of_any_screen_leave_a_question_open(stage: Stage, olga: Persona) -> None:
    await choose_large(stage, "olga")
    await olga.say("/week")
    week = await olga.sees("Аня: 12–18 октября")
    await olga.say("/settings")
    settings = await olga.sees("Настройки")
    await olga.press_data(settings, HoursCb().pack())
    await olga.sees("Напишите, с какого до какого часа не беспокоить")
    await olga.press("Ещё…", on=week)
    await olga.say("с 22:30 до 6:45")
    assert "✓ Свои: 22:30–6:45" in labels(await olga.sees("Тихие часы"))


async def test_buttons_kept_no_longer_lead_to_the_first_screen(stage: Stage, olga: Persona) -> None:
    await olga.say("/week")
    week = await olga.sees("Аня: 12–18 октября")
    assert "устарела" in await olga.press_data(week, f"fold:{'a' * 24}:1")
    await olga.sees("Аня, 7Б: сегодня")
