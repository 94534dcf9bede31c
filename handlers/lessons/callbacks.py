"""Buttons of the lessons area: ids and the wanted state."""

from datetime import date
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.days import Ordinal
from journal.entry import Record
from journal.model.materials import MaterialKind


class NowCb(CallbackData, prefix="now"):
    """The lesson at hand."""


class OpenTopicsCb(CallbackData, prefix="lto"):
    lesson: int


class TopicCb(CallbackData, prefix="lt"):
    """Enters that topic of the plan."""

    lesson: int
    row: int


class OpenTasksCb(CallbackData, prefix="lta"):
    lesson: int


class TaskTypeCb(CallbackData, prefix="lty"):
    lesson: int
    kind: str = Field(max_length=24)


class WriteAnywayCb(CallbackData, prefix="lan"):
    """Enters the topic or the tasks as they were typed, whatever their language."""

    lesson: int


class OpenHomeworkCb(CallbackData, prefix="hwo"):
    lesson: int


class HomeworkAct(StrEnum):
    SAVE = "s"
    NOTHING = "n"
    WITHDRAW = "w"
    DROP = "d"
    BRING = "b"
    DATES = "t"


class HomeworkCb(CallbackData, prefix="hw"):
    """`revision` of the draft the button was drawn with."""

    lesson: int
    act: HomeworkAct
    revision: int = 0


class HomeworkUnitCb(CallbackData, prefix="hwu"):
    """Gives the parallel class the same, or not."""

    lesson: int
    unit: int
    chosen: bool


class HomeworkDueCb(CallbackData, prefix="hwd"):
    """Makes the homework due at another lesson of the page."""

    lesson: int
    due: int


class AskDeputyCb(CallbackData, prefix="ask"):
    """Asks the deputy head to open the lesson for that kind of record."""

    lesson: int
    record: Record


class SubstitutesCb(CallbackData, prefix="lsl"):
    """The lessons a teacher may be substituting at."""


class SubstitutableCb(CallbackData, prefix="lso"):
    """The lessons of a day that were perhaps given for a colleague, of one class; 0 chooses no class."""

    day: Ordinal
    unit: int = 0


class SubstituteCb(CallbackData, prefix="ls"):
    lesson: int


class GiveBackCb(CallbackData, prefix="lsb"):
    """The lesson is not given for a colleague after all."""

    lesson: int


class SickCb(CallbackData, prefix="lx"):
    """«I am ill»: for how long?"""


class AwayCb(CallbackData, prefix="lxd"):
    """Away for so many days, from today or from tomorrow."""

    days: int = Field(ge=1, le=7)
    tomorrow: bool


class BackCb(CallbackData, prefix="lxb"):
    """Back at work."""


class MaterialsCb(CallbackData, prefix="lm"):
    """Links and files of the lesson."""

    lesson: int


class MaterialKindCb(CallbackData, prefix="lmk"):
    """Says what the material is."""

    lesson: int
    material: int
    kind: MaterialKind


class ShareMaterialsCb(CallbackData, prefix="lms"):
    """Hangs the same on the parallel class's lesson, or takes it off there."""

    lesson: int
    unit: int
    chosen: bool


class DropMaterialCb(CallbackData, prefix="lmd"):
    lesson: int
    material: int


class PlacesCb(CallbackData, prefix="lpl"):
    """Where the lesson may be said to be entered."""

    lesson: int


class PlaceCb(CallbackData, prefix="lpc"):
    """The lesson was entered there; place 0 is a phone."""

    lesson: int
    place: int


class CardCb(CallbackData, prefix="le"):
    lesson: int


class DayCb(CallbackData, prefix="led"):
    """A day of the teacher's."""

    day: Ordinal

    @property
    def date(self) -> date:
        return date.fromordinal(self.day)


class TodayCb(CallbackData, prefix="led0"):
    """The teacher's day, whichever it is when the button is pressed."""


def to_day(day: date) -> str:
    """The data of a button that leads to that day."""
    return DayCb(day=day.toordinal()).pack()


NOW, TODAY, SICK = NowCb().pack(), TodayCb().pack(), SickCb().pack()


def to_substitutable(day: date, unit_id: int = 0) -> str:
    """The data of a button to the colleagues' lessons of that day."""
    return SubstitutableCb(day=day.toordinal(), unit=unit_id).pack()


def take_topic(lesson_id: int, row_id: int) -> str:
    """The data of a button that enters a topic of the plan."""
    return TopicCb(lesson=lesson_id, row=row_id).pack()
