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
# What turns the pages of a screen, in the one row with the way back.
TURNS = re.compile(r"Ещё… \d+ из \d+|‹ Назад( · \d+ из \d+)?")
# What ends the access, the mode or the child looked at.
SPARED = ("sel:", "seb:", "ac-leave", "ac-take", "ac-export", "ac-hat")
SHORT = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, WORDS['ru']))})(?!\w)|[↑↓](?! \w)")


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
        *choices, ways = shown.buttons or [[]]
        assert len(choices) <= FEW, labels(shown)
        assert all(len(row) == 1 for row in choices), labels(shown)
        assert all(TURNS.fullmatch(button.text) for button in ways[:-1]), labels(shown)
        said = "\n".join([shown.text, *labels(shown)])
        assert SHORT.search(said) is None, said


async def test_the_rest_of_a_screen_is_a_tap_away_and_so_is_the_way_back(stage: Stage, olga: Persona) -> None:
    await choose_large(stage, "olga")
    await olga.say("/week")
    week = await olga.sees("Аня: 12–18 октября")
    words = week.text
    assert labels(week) == ["понедельник", "вторник", "среда", "четверг", "Ещё… 1 из 3", "Главная"]
    met = labels(week)
    for ways in (
        ["‹ Назад", "Ещё… 2 из 3", "Главная"],
        ["‹ Назад · 3 из 3", "Главная"],
    ):
        await olga.press(next(label for label in met[::-1] if label.startswith("Ещё…")))
        shown = await olga.sees(words)
        assert (shown.id, [button.text for button in shown.buttons[-1]]) == (week.id, ways)
        met += labels(shown)
    assert {"пятница", "Сегодня", "Задания", "Оценки", "Петя", "Расписание и прочее"} <= set(met)
    await olga.press("‹ Назад · 3 из 3")
    await olga.press("‹ Назад", on=await olga.sees(words))
    assert labels(await olga.sees(words))[0] == "понедельник"


@pytest.mark.parametrize(
    ("way", "end"),
    [
        (("Все разделы", "Настройки", "Обычный вид"), "Настройки"),
        (("Все разделы", "Написать"), "Аня: кому написать?"),
        (("Все разделы", "Написать", "Попросить позвонить"), "Попросить позвонить?"),
    ],
)
async def test_what_is_wanted_most_is_within_three_taps_of_home(
    stage: Stage, olga: Persona, way: tuple[str, ...], end: str
) -> None:
    await choose_large(stage, "olga")
    await olga.say("/menu")
    await olga.sees("Аня, 7Б: сегодня")
    olga.rest()
    for label in way:
        await olga.press(label)
        seen = await olga.sees()
    assert end in seen.text
    assert olga.taps <= 3


async def test_the_usual_view_is_there_at_once(stage: Stage, olga: Persona) -> None:
    await choose_large(stage, "olga")
    await olga.say("/settings")
    assert labels(await olga.sees("Настройки"))[0] == "Обычный вид"
    await olga.press("Обычный вид")
    shown = labels(await olga.sees("Настройки"))
    assert "Крупно и просто: нет" in shown
    assert not [label for label in shown if TURNS.fullmatch(label)]


async def test_marks_offer_their_orders_and_the_other_child_before_the_subjects(
    stage: Stage, olga: Persona
) -> None:
    await choose_large(stage, "olga")
    await olga.say("/marks")
    marks = await olga.sees("Аня: оценки")
    assert labels(marks)[:4] == ["По датам", "По работам", "Прогноз", "Петя"]


async def test_more_buttons_of_any_screen_leave_a_question_open(stage: Stage, olga: Persona) -> None:
    await choose_large(stage, "olga")
    await olga.say("/week")
    week = await olga.sees("Аня: 12–18 октября")
    await olga.say("/settings")
    settings = await olga.sees("Настройки")
    await olga.press_data(settings, HoursCb().pack())
    await olga.sees("Напишите, с какого до какого часа не беспокоить")
    await olga.press("Ещё… 1 из 3", on=week)
    await olga.say("с 22:30 до 6:45")
    assert "✓ Свои: 22:30–6:45" in labels(await olga.sees("Тихие часы"))


async def test_buttons_kept_no_longer_lead_to_the_first_screen(stage: Stage, olga: Persona) -> None:
    await olga.say("/week")
    week = await olga.sees("Аня: 12–18 октября")
    assert "устарела" in await olga.press_data(week, f"fold:{'a' * 24}:1")
    await olga.sees("Аня, 7Б: сегодня")
