"""Buttons of the delivery area."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from journal.model.delivery import Source
from journal.model.trouble import Setback


class StateCb(CallbackData, prefix="bot"):
    """How the bot is doing."""


class LettersCb(CallbackData, prefix="lost"):
    """What did not arrive, by what befell it."""


class SetbackCb(CallbackData, prefix="losts"):
    """All that one setback befell."""

    of: Setback
    page: Annotated[int, Field(ge=0, le=9_999)] = 0


class LetterCb(CallbackData, prefix="losto"):
    """One letter."""

    of: Source
    id: int


class Deed(StrEnum):
    AGAIN = "a"
    PUT_AWAY = "p"


class LetterDeedCb(CallbackData, prefix="lostd"):
    """Sends one letter once more, or puts it away."""

    deed: Deed
    of: Source
    id: int


class SetbackDeedCb(CallbackData, prefix="lostx"):
    """The same with all that one setback befell."""

    deed: Deed
    of: Setback


STATE = StateCb().pack()
LETTERS = LettersCb().pack()
