"""Buttons of marks for periods: ids and the wanted state."""

from enum import StrEnum
from typing import Annotated, Any

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from journal.model.marks import ResultKind
from journal.model.periods import Place


class OwnPagesCb(CallbackData, prefix="rl"):
    """The own pages of an assessment; period 0 of a period is whatever is at hand."""

    kind: ResultKind = ResultKind.PERIOD
    period: int = 0


class SheetCb(CallbackData, prefix="rs"):
    """The page of an assessment; `page` is the part of a long class list."""

    unit: int
    subject: int
    kind: ResultKind
    period: int = 0
    page: Annotated[int, Field(ge=0, le=99)] = 0

    @property
    def place(self) -> Place:
        return Place(self.unit, self.subject, self.kind, self.period)


class AcceptCb(SheetCb, prefix="ra"):
    """Takes the suggested mark of the student, or lets go of the chosen one."""

    student: int


class ChoiceCb(SheetCb, prefix="rc"):
    """Another value for the student."""

    student: int


class ValueCb(SheetCb, prefix="rv"):
    """Gives the value (its letter; empty: none) for a reason (its letter; empty: none yet)."""

    student: int
    value: Annotated[str, Field(max_length=1)] = ""
    reason: Annotated[str, Field(max_length=1)] = ""


class SheetAct(StrEnum):
    ACCEPT_ALL = "a"
    PREVIEW = "p"
    SAVE = "s"
    UNDO = "u"
    CLEAR = "c"


class SheetActCb(SheetCb, prefix="rx"):
    """`posted` counts Saves and undos; drawn with another count they do nothing."""

    act: SheetAct
    posted: Annotated[int, Field(ge=0, le=9999)] = 0


class AskResultCb(SheetCb, prefix="rq"):
    """Asks the deputy head to open the page; of a student: to allow a mark on too few marks."""

    student: int = 0


class BoardCb(CallbackData, prefix="rb"):
    """Who has not set what, of the school or the own class; period 0 of a period is whatever is at hand.

    `person` shows one teacher alone.
    """

    kind: ResultKind = ResultKind.PERIOD
    period: int = 0
    person: int = 0
    page: Annotated[int, Field(ge=0, le=99)] = 0


class RemindResultsCb(CallbackData, prefix="rn"):
    """Remind every teacher with marks to set (`person` 0), or one."""

    kind: ResultKind
    period: int
    person: int = 0


class ViewAct(StrEnum):
    SEE = "v"
    OPEN = "o"
    CLOSE = "c"


class ViewResultsCb(SheetCb, prefix="re"):
    """A page to be looked at, opened again or closed."""

    act: ViewAct = ViewAct.SEE


class OrdersCb(CallbackData, prefix="ro"):
    """The last days by order."""


class OrderCb(CallbackData, prefix="rw"):
    """The order of one assessment."""

    kind: ResultKind
    period: int = 0


OWN_PAGES = OwnPagesCb().pack()
BOARD = BoardCb().pack()


def sheet_data(place: Place, page: int = 0) -> str:
    """The data of a button that opens that page."""
    return SheetCb(**fields(place, page)).pack()


def results_at_hand(unit_id: int, subject_id: int) -> str:
    """The data of a button to the marks of a page that are to be set now, whatever they are for."""
    return SheetCb(unit=unit_id, subject=subject_id, kind=ResultKind.PERIOD).pack()


def fields(place: Place, page: int = 0) -> dict[str, Any]:
    """What every button of a page carries."""
    return {
        "unit": place.unit_id,
        "subject": place.subject_id,
        "kind": place.kind,
        "period": place.period_id,
        "page": page,
    }
