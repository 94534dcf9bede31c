"""Buttons of the settings area: ids and the wanted state."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from annotated_types import MaxLen
from pydantic import Field

from journal.model.access import Privacy
from journal.model.news import Kind
from journal.model.subscriptions import Mode, Preset, Topic


class WhyCb(CallbackData, prefix="why"):
    """«Why do I get this?» under every push: its kind, and the child it is about (0: none)."""

    kind: Kind
    student: int = 0


class WhyTopicCb(CallbackData, prefix="wht"):
    """The same where the topic says more than the kind: lateness is told by the message about the day."""

    topic: Topic
    student: int


class OpenPushCb(CallbackData, prefix="pu"):
    """Show what a push that said nothing has to tell."""

    push: int


class Page(StrEnum):
    """What there is to choose beside the topics."""

    ALL = "a"
    QUIET = "q"
    WEEKDAY = "w"
    DIGEST = "d"
    PRIVACY = "p"
    LANGUAGE = "l"


class SettingsCb(CallbackData, prefix="se"):
    page: Page = Page.ALL


class ChildCb(CallbackData, prefix="sec"):
    """How the news of one child comes."""

    student: int


class TopicCb(CallbackData, prefix="set"):
    """The ways in which news of the topic may come."""

    student: int
    topic: Topic


class ModeCb(CallbackData, prefix="sem"):
    """News of the topic comes so from now on."""

    student: int
    topic: Topic
    mode: Mode


class PresetCb(CallbackData, prefix="ser"):
    """Everything about the child comes as the preset says from now on."""

    student: int
    preset: Preset


class HoursCb(CallbackData, prefix="sey"):
    """The quiet hours are going to be typed."""


class QuietCb(CallbackData, prefix="seq"):
    """Quiet from hour to hour; the same twice is never, -1 twice is as the school has it."""

    start: int = Field(ge=-1, le=23)
    end: int = Field(ge=-1, le=23)


class WeekdayCb(CallbackData, prefix="sew"):
    """The weekly summary comes on that ISO weekday; 0 leaves it to the school."""

    day: int = Field(ge=0, le=7)


class DigestCb(CallbackData, prefix="seh"):
    """The card of the evening comes at that hour."""

    hour: int = Field(ge=0, le=23)


class PrivacyCb(CallbackData, prefix="sep"):
    privacy: Privacy


class ProtectCb(CallbackData, prefix="sex"):
    protect: bool


class LargeCb(CallbackData, prefix="seb"):
    large: bool


class LanguageCb(CallbackData, prefix="sel"):
    locale: Annotated[str, MaxLen(2)]


SETTINGS = SettingsCb().pack()
