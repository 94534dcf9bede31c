"""Large and simple screens show a few buttons at once and lose none of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.folding import FEW, Remembered, folded, unfolded
from handlers.home.callbacks import FoldCb
from handlers.screen import Button, Screen, Style, grid, screen
from locales.texts import Texts

T = Texts("en")
CHAT = "1301"
MORE = ("More…", "‹ To the first ones")


def buttons(shown: Screen) -> list[Button]:
    return [button for row in shown.rows for button in row]


async def pages(shown: Screen, folds: Remembered) -> list[list[Button]]:
    """Every page of the screen, by way of the button to the others, until the first comes again."""
    page = await folded(shown, CHAT, folds, T)
    found: list[list[Button]] = []
    while buttons(page) not in found:
        assert all(len(row) == 1 for row in page.rows)
        found.append(buttons(page))
        further = next((button for button in found[-1] if button.label in MORE), None)
        if further is None:
            break
        rows = await unfolded(CHAT, FoldCb.unpack(further.data or ""), folds, T)
        assert rows is not None
        page = Screen(page.parts, rows)
    return found


@given(st.lists(st.sampled_from([None, *Style]), max_size=40))
async def test_every_button_is_found_once_and_the_way_back_on_every_page(styles: list[Style | None]) -> None:
    drawn = [Button(str(place), f"b:{place}", style=style) for place, style in enumerate(styles)]
    found = await pages(screen("Аня", rows=grid(drawn, 3)), Remembered())
    for page in found:
        assert len([button for button in page if button.label not in MORE]) <= FEW + 1
        assert page[-1:] == drawn[-1:]
    choices = [button for page in found for button in page[:-1] if button.label not in MORE]
    assert sorted(choices, key=drawn.index) == drawn[:-1]


async def test_an_answer_stands_on_the_first_page() -> None:
    drawn = [Button(str(number), "b") for number in range(9)]
    answer = Button("Ill", "a", style=Style.GOOD)
    first, *_ = await pages(
        screen("When?", rows=grid([*drawn, answer, Button("Home", "home")])), Remembered()
    )
    assert first[0] == answer


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
