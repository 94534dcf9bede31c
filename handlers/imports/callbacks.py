"""Buttons of the imports area."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from annotated_types import MaxLen


class ImportsCb(CallbackData, prefix="im"):
    """The page of the area: what can be loaded, and the templates."""


class TemplateCb(CallbackData, prefix="imt"):
    """An empty template of one sheet; `all` for one workbook with every sheet."""

    name: Annotated[str, MaxLen(16)]


class ImportAct(StrEnum):
    CONFIRM = "c"
    DISCARD = "d"
    DETAILS = "f"
    CLOSING = "g"
    NO_CLOSING = "n"
    AGAIN = "a"


class ImportCb(CallbackData, prefix="imf"):
    """A decision about a previewed file; `mark` is the beginning of the fingerprint that was shown."""

    draft: int
    act: ImportAct
    mark: Annotated[str, MaxLen(8)]


MARK_LENGTH = 8
ALL = "all"
IMPORTS = ImportsCb().pack()
