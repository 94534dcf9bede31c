"""Buttons of the marks area: ids and the wanted state."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from annotated_types import MaxLen


class OpenMarksCb(CallbackData, prefix="mko"):
    lesson: int


class OpenWorkCb(CallbackData, prefix="mkw"):
    """The marks of a work under check."""

    work: int


class WorksCb(CallbackData, prefix="mkl"):
    """The works under check."""


class BrushCb(CallbackData, prefix="mkb"):
    lesson: int
    brush: Annotated[str, MaxLen(12)]


class PaintCb(CallbackData, prefix="mp"):
    """Gives the student exactly these values (places in the palette); `seen` is the draft's revision."""

    lesson: int
    student: int
    values: Annotated[str, MaxLen(12)]
    seen: int


class KindCb(CallbackData, prefix="mkk"):
    lesson: int
    kind: Annotated[str, MaxLen(20)]


class PlanWorksCb(CallbackData, prefix="mkp"):
    """Which control work is planned for a coming lesson."""

    lesson: int


class PlanWorkCb(CallbackData, prefix="mkq"):
    """Plans it; `sure` although another stands close by."""

    lesson: int
    kind: Annotated[str, MaxLen(20)]
    sure: bool = False


class UnplanWorkCb(CallbackData, prefix="mku"):
    lesson: int


class DoubtCb(CallbackData, prefix="mkd"):
    """Whom the doubtful name at `place` means; 0: nobody."""

    lesson: int
    place: int
    student: int
    seen: int


class MarksAct(StrEnum):
    SAVE = "s"
    SAVE_LATER = "l"
    SAVE_BESIDE = "t"
    UNDO = "u"
    CLEAR = "c"
    KINDS = "k"
    PAIRS = "p"
    COMMENT = "n"
    CHECK = "h"
    SAVED = "v"
    SKIP = "d"
    BACK = "b"


class MarksCb(CallbackData, prefix="mk"):
    """`posted` counts Saves and undos; a Save or undo drawn with another count does nothing."""

    lesson: int
    act: MarksAct
    posted: int = 0


class FinishCb(CallbackData, prefix="mkf"):
    """The checking of the work is finished."""

    work: int


class ResumeCb(CallbackData, prefix="mkr"):
    """It is not finished after all."""

    work: int


class MarkCb(CallbackData, prefix="mc"):
    """A saved mark."""

    mark: int


class ChangeCb(CallbackData, prefix="mcc"):
    """Change the mark to the value (its place in the palette; empty: take it out) for that reason."""

    mark: int
    value: Annotated[str, MaxLen(4)]
    reason: Annotated[str, MaxLen(10)] = ""
