"""Large and simple screens: a few buttons at once, the others a tap away, whatever screen it is."""

import re
from base64 import b32encode
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from json import dumps
from typing import Protocol

from handlers.home.callbacks import FoldCb
from handlers.screen import Button, Row, Screen, Style
from locales.texts import Texts

# Choices of one page; the ways to the others and back stand in one row below them.
FEW = 4
# What an answer is given by stands first, then what is chosen or asked for, then what looks further.
FIRST = (Style.GOOD, Style.BAD, Style.MAIN, None)
# A digest that nobody guesses, in few signs.
DIGEST_BYTES = 15
KEY = re.compile("[a-z2-7]{24}")
# Buttons as they are kept: label, data, address, style.
Kept = list[list[str | None]]


class Folds(Protocol):
    """Where the buttons of folded screens stand: those of a chat are found from that chat alone."""

    async def find(self, chat: str, key: str) -> Kept | None: ...

    async def keep(self, chat: str, key: str, buttons: Kept) -> None: ...


class Remembered:
    """The buttons for as long as the program runs."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Kept] = {}

    async def find(self, chat: str, key: str) -> Kept | None:
        return self._kept.get((chat, key))

    async def keep(self, chat: str, key: str, buttons: Kept) -> None:
        self._kept[chat, key] = buttons


async def folded(shown: Screen, chat: str, folds: Folds, t: Texts) -> Screen:
    """The screen with at most `FEW` choices; where it has more, its last row also leads to them.

    The last button of a screen is its way back, so that it stays on every page.
    """
    buttons = [button for row in shown.rows for button in row]
    if len(buttons) <= FEW + 1:
        return replace(shown, rows=tuple((button,) for button in buttons))
    *choices, back = buttons
    ordered = [*sorted(choices, key=lambda choice: FIRST.index(choice.style)), back]
    kept: Kept = [[one.label, one.data, one.url, one.style] for one in ordered]
    key = _key(kept)
    if await folds.find(chat, key) is None:
        await folds.keep(chat, key, kept)
    return replace(shown, rows=_page(ordered, key, 0, t))


async def unfolded(chat: str, asked: FoldCb, folds: Folds, t: Texts) -> tuple[Row, ...] | None:
    """The buttons of another page of a folded screen; None where they are kept no longer."""
    kept = await folds.find(chat, asked.key) if KEY.fullmatch(asked.key) else None
    return None if kept is None else _page([_button(*one) for one in kept], asked.key, asked.page, t)


def _page(ordered: Sequence[Button], key: str, number: int, t: Texts) -> tuple[Row, ...]:
    """Choices one below another, then one row: a page back, a page further, the screen's way back."""
    *choices, back = ordered
    total = -(-len(choices) // FEW)
    number = min(number, total - 1)
    place = {"page": number + 1, "total": total}

    def to(page: int, label: str) -> Button:
        return Button(label, FoldCb(key=key, page=page).pack())

    turns: Row = (to(number + 1, t("More… {page} of {total}", **place)),)
    if number + 1 == total:
        turns = (to(number - 1, t("‹ Back · {page} of {total}", **place)),)
    elif number:
        turns = (to(number - 1, t("‹ Back")), *turns)
    shown = choices[number * FEW : (number + 1) * FEW]
    return (*((one,) for one in shown), (*turns, back))


def _key(kept: Kept) -> str:
    digest = sha256(dumps(kept).encode()).digest()[:DIGEST_BYTES]
    return b32encode(digest).decode().lower()


def _button(label: str | None, data: str | None, url: str | None, style: str | None) -> Button:
    return Button(label or "", data, url, Style(style) if style else None)
