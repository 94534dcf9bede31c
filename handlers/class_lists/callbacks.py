"""Buttons of the lists of classes: ids and the wanted state."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field


class ClassListCb(CallbackData, prefix="li"):
    """The list of a class, a page of it."""

    unit: int
    page: Annotated[int, Field(ge=0, le=999)] = 0


class ConfirmListCb(CallbackData, prefix="lic"):
    """The list is right."""

    unit: int


class FlawCb(CallbackData, prefix="lif"):
    """Write what is wrong."""

    unit: int


class ListsCb(CallbackData, prefix="lib"):
    """How all classes stand."""


class NudgeListsCb(CallbackData, prefix="lin"):
    """Ask the class teachers who are silent."""


class MendedCb(CallbackData, prefix="lim"):
    """That mistake is put right."""

    flaw: int


LISTS = ListsCb().pack()
