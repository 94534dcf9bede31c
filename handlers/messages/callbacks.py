"""Buttons of the messages area: ids and the wanted state."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from journal.model.messages import About, Office


class ThreadsCb(CallbackData, prefix="ms"):
    """The own threads: a family's, or a colleague's."""

    page: int = 0


class WhomCb(CallbackData, prefix="msw"):
    """Whom to write to about a child (0: the one looked at)."""

    student: int = 0


class LetterCb(CallbackData, prefix="msl"):
    """Write to that addressee; 0 is the child looked at, and whoever holds the office."""

    student: int
    office: Office
    staff: int = 0


class HeldAct(StrEnum):
    SEND = "s"
    REWRITE = "w"
    DROP = "x"
    # It was no letter, but something to be done here.
    INSTEAD = "i"


class HeldCb(CallbackData, prefix="msv"):
    """What becomes of the letter that is shown before it goes; `mark` tells it from any other."""

    act: HeldAct
    mark: int = Field(ge=0, le=0xFFFFFFFF)


class AboutChildCb(CallbackData, prefix="msg"):
    """The letter shown before it goes is about that child; `mark` tells it from any other."""

    student: int
    mark: int = Field(ge=0, le=0xFFFFFFFF)


class ToFamiliesCb(CallbackData, prefix="mtf"):
    """A colleague writes to a family first: of which class; 0 chooses where there are several."""

    unit: int = 0


class ToFamilyCb(CallbackData, prefix="mtp"):
    """Who of the student's family is written to."""

    student: int


class ReaderCb(CallbackData, prefix="mtr"):
    """Write to that person about the student."""

    student: int
    person: int


class MonthAct(StrEnum):
    SHOW = "v"
    CUSTOMARY = "c"
    FAMILIES = "f"
    TURN = "x"
    SEND = "s"
    # Words for one family alone, and back to those for all.
    OWN = "o"
    COMMON = "a"


class MonthCb(CallbackData, prefix="mtm"):
    """The letter of the month; `of` is the family previewed, the student turned, or the mark to be sent."""

    unit: int
    act: MonthAct = MonthAct.SHOW
    of: int = Field(default=0, ge=0)


class TakeBackCb(CallbackData, prefix="msz"):
    """Take back a message that nobody was told of yet."""

    conversation: int
    message: int


class ReadCb(CallbackData, prefix="msk"):
    """The message was read in full where it was told of."""

    conversation: int
    message: int


class AboutCb(CallbackData, prefix="msq"):
    """Write to the teacher about a mark, a lesson or a homework of the child."""

    student: int
    about: About
    of: int


class CallCb(CallbackData, prefix="msc"):
    """Ask the class teacher to call about a child (0: the one looked at), once that is confirmed."""

    student: int = 0
    sure: bool = False


class ThreadCb(CallbackData, prefix="mst"):
    """A thread: its newest messages, or those before one."""

    conversation: int
    before: int = 0


class AnswerCb(CallbackData, prefix="msa"):
    conversation: int


class PhraseCb(CallbackData, prefix="msp"):
    """Answer with a phrase kept at hand; 0 is the customary one."""

    conversation: int
    phrase: int = 0


class FilesCb(CallbackData, prefix="msf"):
    """The files of a message once more."""

    conversation: int
    message: int


class Act(StrEnum):
    CLOSE = "c"
    ASK_REPORT = "a"
    REPORT = "r"
    BLOCK = "b"
    ALLOW = "o"


class ActCb(CallbackData, prefix="msx"):
    conversation: int
    act: Act


class ReportedCb(CallbackData, prefix="msr"):
    """The threads somebody complained of."""

    page: int = 0


class WaysCb(CallbackData, prefix="mso"):
    """A colleague's hours and phrases."""


class HoursCb(CallbackData, prefix="msh"):
    """Messages are told of from hour to hour, Monday to that ISO weekday."""

    start: int = Field(ge=0, le=23)
    end: int = Field(ge=0, le=23)
    last: int = Field(ge=1, le=7)


class NewPhraseCb(CallbackData, prefix="msn"):
    """Type an answer to keep at hand."""


class DropPhraseCb(CallbackData, prefix="msd"):
    phrase: int


THREADS = ThreadsCb().pack()
WHOM = WhomCb().pack()
CALL = CallCb().pack()
REPORTED = ReportedCb().pack()
TO_FAMILIES = ToFamiliesCb().pack()
WAYS = WaysCb().pack()
CANCEL = HeldCb(act=HeldAct.DROP, mark=0).pack()


def to_class_teacher(student_id: int) -> str:
    """Write to the class teacher of that child."""
    return LetterCb(student=student_id, office=Office.CLASS_TEACHER).pack()
