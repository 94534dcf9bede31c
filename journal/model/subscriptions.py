"""What a family may choose to hear of, and how loudly."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum

from journal.model.access import BindingKind, Privacy
from journal.model.people import Child

# The evening card comes then where the family chose no hour: after work, before the customary quiet hours.
DIGEST_AT = time(19, 0)


class Topic(StrEnum):
    """What a family subscribes to, per child (R-095)."""

    ABSENCES = "absences"
    LATENESS = "lateness"
    MARKS = "marks"
    HOMEWORK = "homework"
    TIMETABLE = "timetable"
    NOTICES = "notices"
    WEEKLY = "weekly"


class Mode(StrEnum):
    """How news of a topic comes."""

    AT_ONCE = "at_once"
    # At once, but the phone stays quiet.
    SILENT = "silent"
    # In one card when the child's lessons end.
    AFTER_LESSONS = "after_lessons"
    # In one card in the evening.
    DIGEST = "digest"
    # Only as a line of the weekly summary.
    SUMMARY = "summary"
    OFF = "off"

    @property
    def pushes(self) -> bool:
        """Whether anything is sent before the weekly summary."""
        return self not in (Mode.SUMMARY, Mode.OFF)

    @property
    def immediate(self) -> bool:
        """Whether its news comes as soon as it may."""
        return self in _LOUDNESS

    @property
    def card(self) -> bool:
        """Whether its news waits to come as one card."""
        return self in (Mode.AFTER_LESSONS, Mode.DIGEST)


_LOUDNESS = (Mode.AT_ONCE, Mode.SILENT)

# What may be chosen for a topic; the first is what holds until the family chooses.
CHOICES: dict[Topic, tuple[Mode, ...]] = {
    Topic.ABSENCES: (*_LOUDNESS, Mode.DIGEST, Mode.OFF),
    Topic.LATENESS: (Mode.SUMMARY, *_LOUDNESS, Mode.DIGEST, Mode.OFF),
    Topic.MARKS: (Mode.AFTER_LESSONS, *_LOUDNESS, Mode.DIGEST, Mode.SUMMARY, Mode.OFF),
    Topic.HOMEWORK: (Mode.AFTER_LESSONS, *_LOUDNESS, Mode.DIGEST, Mode.SUMMARY, Mode.OFF),
    Topic.TIMETABLE: (*_LOUDNESS, Mode.DIGEST, Mode.OFF),
    # A notice that asks to be signed off comes all the same, silently.
    Topic.NOTICES: (*_LOUDNESS, Mode.DIGEST, Mode.OFF),
    Topic.WEEKLY: (*_LOUDNESS, Mode.OFF),
}

# A student reads the own diary; absences are told to the adults.
GUARDIAN_TOPICS = tuple(Topic)
STUDENT_TOPICS = (Topic.MARKS, Topic.HOMEWORK, Topic.TIMETABLE, Topic.NOTICES, Topic.WEEKLY)


class Preset(StrEnum):
    """Ways of hearing that are chosen in one tap."""

    # As it comes to those who never opened the settings.
    CUSTOMARY = "customary"
    AT_ONCE = "at_once"
    EVENING = "evening"
    IMPORTANT = "important"


def default_mode(topic: Topic) -> Mode:
    """How news of the topic comes to those who never opened the settings."""
    return CHOICES[topic][0]


# What each preset chooses; an absence of today is told at once in every one of them.
PRESETS: dict[Preset, dict[Topic, Mode]] = {
    Preset.CUSTOMARY: {topic: default_mode(topic) for topic in Topic},
    Preset.AT_ONCE: dict.fromkeys(Topic, Mode.AT_ONCE),
    Preset.EVENING: {
        **dict.fromkeys(Topic, Mode.DIGEST),
        Topic.ABSENCES: Mode.AT_ONCE,
        Topic.WEEKLY: Mode.AT_ONCE,
    },
    # What was not told at once stands in the weekly summary; a notice to be signed off comes all the same.
    Preset.IMPORTANT: {
        **dict.fromkeys(Topic, Mode.SUMMARY),
        Topic.ABSENCES: Mode.AT_ONCE,
        Topic.TIMETABLE: Mode.AT_ONCE,
        Topic.NOTICES: Mode.SILENT,
        Topic.WEEKLY: Mode.AT_ONCE,
    },
}


@dataclass(frozen=True, slots=True)
class Subscription:
    """How one account hears of one child."""

    child: Child
    modes: Mapping[Topic, Mode]
    topics: tuple[Topic, ...] = GUARDIAN_TOPICS

    def mode(self, topic: Topic) -> Mode:
        return self.modes.get(topic, default_mode(topic))

    @property
    def preset(self) -> Preset | None:
        """The preset that would change nothing, if there is one."""
        return next(
            (
                preset
                for preset, modes in PRESETS.items()
                if all(self.mode(topic) is modes[topic] for topic in self.topics)
            ),
            None,
        )


@dataclass(frozen=True, slots=True)
class Delivery:
    """What an account chose for all its news. `None` leaves it to the regulation."""

    quiet_from: time | None = None
    quiet_to: time | None = None
    # ISO weekday of the weekly summary, 1 = Monday.
    weekly_day: int | None = None
    digest_at: time = DIGEST_AT
    privacy: Privacy = Privacy.FULL
    # Whether the messenger is asked to forbid forwarding and saving.
    protect: bool = False
    large: bool = False
    locale: str = "ru"


@dataclass(frozen=True, slots=True)
class Listener:
    """An account that a child's news may go to; one for each of its children."""

    account_id: int
    child: Child
    kind: BindingKind
    # What happened before the account was bound is history, never news.
    news_since: datetime
    modes: Mapping[Topic, Mode] = field(default_factory=dict)
    quiet_from: time | None = None
    quiet_to: time | None = None
    weekly_day: int | None = None
    digest_at: time = DIGEST_AT
    # Nothing is tried before this moment: the account could not be reached.
    probe_at: datetime | None = None

    def mode(self, topic: Topic) -> Mode:
        """How the listener hears of a topic; a student's account hears of no absences."""
        if self.kind is BindingKind.STUDENT and topic not in STUDENT_TOPICS:
            return Mode.OFF
        return self.modes.get(topic, default_mode(topic))
