"""Buttons of the notices area: ids and the wanted state."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from journal.notices import Part


class SignCb(CallbackData, prefix="ns"):
    """The reader has taken note of it."""

    notice: int


class DraftAct(StrEnum):
    SIGN_OFF = "o"
    NO_SIGN_OFF = "x"
    SEND = "s"
    # At once, for the bot's stars.
    PAY = "y"
    PREVIEW = "p"
    DROP = "d"


class DraftCb(CallbackData, prefix="nd"):
    """Acts on one revision of a draft."""

    notice: int
    act: DraftAct
    revision: int


class View(StrEnum):
    """Which part of the audience is being chosen."""

    MAIN = "m"
    CLASSES = "c"
    FAMILIES = "f"


class PartCb(CallbackData, prefix="ng"):
    """Puts a part of the audience in (`chosen`) or takes it out; `of` is a grade, a unit or a student."""

    notice: int
    part: Part
    of: int
    chosen: bool
    revision: int
    # Where the tap was made and goes on.
    view: View = View.MAIN


class AudienceCb(CallbackData, prefix="nf"):
    """The choice of the audience: its first screen, the classes of a parallel (`of`), a class's families."""

    notice: int
    view: View = View.MAIN
    of: int = 0


class SentAct(StrEnum):
    COUNTER = "c"
    MISSING = "m"
    NUDGE = "n"
    WITHDRAW = "w"


class SentCb(CallbackData, prefix="nt"):
    """What an author does with a notice that is out."""

    notice: int
    act: SentAct
    page: int = 0


class MissingCb(CallbackData, prefix="ntm"):
    """Who of one class has not signed yet; of the staff where `unit` is 0."""

    notice: int
    unit: int = 0
    page: int = 0


class WriteCb(CallbackData, prefix="nw"):
    """Write a notice."""


class InboxCb(CallbackData, prefix="ni"):
    """The notices a reader was sent."""


class OutboxCb(CallbackData, prefix="no"):
    """The notices an author has sent."""


class ReadCb(CallbackData, prefix="nr"):
    notice: int


class SchoolNoticesCb(CallbackData, prefix="nos"):
    """Every notice of the school, for who may withdraw any."""

    page: Annotated[int, Field(ge=0, le=9_999)] = 0


class SchoolNoticeCb(CallbackData, prefix="noo"):
    """One of them."""

    notice: int


WRITE = WriteCb().pack()
INBOX = InboxCb().pack()
OUTBOX = OutboxCb().pack()
