"""Large and simple screens show a few buttons at once and lose none of them."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.folding import FEW, Remembered, folded, unfolded
from handlers.home.callbacks import FoldCb
from handlers.screen import Button, Screen, Style, grid, screen
from locales.texts import Texts

T = Texts("en")
CHAT = "1301"
MORE = re.compile(r"More… \d+ of \d+")
TURNS = re.compile(r"More… \d+ of \d+|‹ Back( · \d+ of \d+)?")


def buttons(shown: Screen) -> list[Button]:
    return [button for row in shown.rows for button in row]


def turns(shown: Screen) -> list[Button]:
    """The buttons that turn pages, before the way back in the last row."""
    return [button for button in shown.rows[-1] if TURNS.fullmatch(button.label)] if shown.rows else []


async def pages(shown: Screen, folds: Remembered) -> list[Screen]:
    """Every page of the screen, by way of the button to the next, until there is none."""
    found = [await folded(shown, CHAT, folds, T)]
    while further := next((button for button in turns(found[-1]) if MORE.fullmatch(button.label)), None):
        found.append(await turned(found[-1], further, folds))
    return found


async def turned(page: Screen, by: Button, folds: Remembered) -> Screen:
    rows = await unfolded(CHAT, FoldCb.unpack(by.data or ""), folds, T)
    assert rows is not None
    return Screen(page.parts, rows)


@given(st.lists(st.sampled_from([None, *Style]), max_size=40))
async def test_every_button_is_found_once_and_the_way_back_on_every_page(styles: list[Style | None]) -> None:
    drawn = [Button(str(place), f"b:{place}", style=style) for place, style in enumerate(styles)]
    found = await pages(screen("Аня", rows=grid(drawn, 3)), Remembered())
    for page in found:
        assert len(page.rows) <= FEW + 1
        assert all(len(row) == 1 for row in page.rows[:-1])
        assert buttons(page)[-1:] == drawn[-1:]
    choices = [button for page in found for row in page.rows[:-1] for button in row]
    assert sorted(choices, key=drawn.index) == drawn[:-1]


@pytest.mark.parametrize("count", [6, 10, 17])
async def test_a_page_says_its_place_and_goes_a_step_back(count: int) -> None:
    folds = Remembered()
    found = await pages(screen("Аня", rows=grid(Button(str(n), f"b:{n}") for n in range(count))), folds)
    for place, page in enumerate(found, 1):
        assert f"{place} of {len(found)}" in " ".join(button.label for button in turns(page))
    for before, page in pairwise(found):
        assert (await turned(page, turns(page)[0], folds)).rows == before.rows


async def test_an_answer_stands_on_the_first_page() -> None:
    drawn = [Button(str(number), "b") for number in range(9)]
    answer = Button("Ill", "a", style=Style.GOOD)
    rows = grid([*drawn, answer, Button("Home", "home")])
    first, *_ = await pages(screen("When?", rows=rows), Remembered())
    assert buttons(first)[0] == answer


async def test_the_buttons_of_one_chat_are_not_found_from_another() -> None:
    folds = Remembered()
    drawn = grid([Button(str(number), "b") for number in range(9)])
    shown = await folded(screen("Аня", rows=drawn), CHAT, folds, T)
    further = FoldCb.unpack(buttons(shown)[FEW].data or "")
    assert await unfolded(CHAT, further, folds, T) is not None
    assert await unfolded("1302", further, folds, T) is None


@pytest.mark.parametrize("count", [0, 1, FEW, FEW + 1])
async def test_a_screen_of_few_buttons_needs_no_second_page(count: int) -> None:
    drawn = [Button(str(number), "b") for number in range(count)]
    shown = await folded(screen("Аня", rows=grid(drawn, 3)), CHAT, Remembered(), T)
    assert buttons(shown) == drawn
