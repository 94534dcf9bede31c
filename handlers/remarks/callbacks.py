"""Buttons of the remarks area: ids and the wanted state."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from annotated_types import MaxLen

from journal.model.remarks import RemarkKind

# A customary phrase's name, or the number of an own one.
Code = Annotated[str, MaxLen(14)]


class PhrasesCb(CallbackData, prefix="rkp"):
    """The palette of a lesson."""

    lesson: int
    kind: RemarkKind


class RemarkSheetCb(CallbackData, prefix="rks"):
    """The class with who has the phrase."""

    lesson: int
    kind: RemarkKind
    code: Code


class GiveRemarkCb(CallbackData, prefix="rkg"):
    """The phrase stands for the student, or not."""

    lesson: int
    kind: RemarkKind
    code: Annotated[str, MaxLen(10)]
    student: int
    given: bool


class EditPhrasesCb(CallbackData, prefix="rke"):
    """The palette to be changed."""

    lesson: int
    kind: RemarkKind


class DropRemarkPhraseCb(CallbackData, prefix="rkd"):
    lesson: int
    kind: RemarkKind
    code: Code
