"""Buttons of parents' meetings: ids and the wanted state."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field


class MeetingsCb(CallbackData, prefix="gt"):
    """The meetings of a class; with `listed` the list even where there is but one."""

    unit: int
    listed: bool = False


class NewMeetingCb(CallbackData, prefix="gtn"):
    """Write a new meeting of the class, or another day, hour or place for `event`."""

    unit: int
    event: int = 0


class SendCb(CallbackData, prefix="gtd"):
    """Invite to the meeting that was typed; `mark` tells it from any other."""

    unit: int
    mark: int = Field(ge=0, le=0xFFFFFFFF)


class Act(StrEnum):
    SHOW = "v"
    WHO = "w"
    PREVIEW = "p"
    INVITE = "i"
    NUDGE = "n"
    SHEETS = "s"
    SIGN_IN = "l"
    CANCEL = "x"
    SURE = "y"


class MeetingCb(CallbackData, prefix="gta"):
    """One meeting, and what its class teacher does with it."""

    event: int
    act: Act = Act.SHOW


class InvitationCb(CallbackData, prefix="gtf"):
    """A meeting as the family of the student sees it."""

    event: int
    student: int


class ComingCb(CallbackData, prefix="gtc"):
    """Come, or not."""

    event: int
    student: int
    coming: bool
