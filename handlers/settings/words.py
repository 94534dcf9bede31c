"""Topics, modes and the like in the reader's words."""

from datetime import date, time

from journal.model.access import Privacy
from journal.model.subscriptions import PRESETS, Delivery, Mode, Preset, Subscription, Topic
from journal.regulation import ClockWindow
from locales.texts import Texts
from locales.words import inside, opening

# A Monday, to name weekdays by.
MONDAY = date(2024, 1, 1)


def topic_name(topic: Topic, t: Texts) -> str:
    return {
        Topic.ABSENCES: t("Absences"),
        Topic.LATENESS: t("Lateness"),
        Topic.MARKS: t("Marks"),
        Topic.HOMEWORK: t("Homework"),
        Topic.TIMETABLE: t("Timetable changes"),
        Topic.NOTICES: t("Notices"),
        Topic.WEEKLY: t("Weekly summary"),
    }[topic]


def mode_name(mode: Mode, t: Texts) -> str:
    return {
        Mode.AT_ONCE: t("at once"),
        Mode.SILENT: t("at once, silently"),
        Mode.AFTER_LESSONS: t("in one card after lessons"),
        Mode.DIGEST: t("in one card in the evening"),
        Mode.SUMMARY: t("in the weekly summary"),
        Mode.OFF: t("off"),
    }[mode]


def topic_mode(topic: Topic, mode: Mode, t: Texts) -> str:
    """How news of the topic comes; the weekly summary has a day of its own, so that it just comes."""
    return t("comes") if (topic, mode) == (Topic.WEEKLY, Mode.AT_ONCE) else mode_name(mode, t)


def preset_name(preset: Preset, t: Texts) -> str:
    return {
        Preset.CUSTOMARY: t("As usual"),
        Preset.AT_ONCE: t("At once"),
        Preset.EVENING: t("One card in the evening"),
        Preset.IMPORTANT: t("Only what matters"),
    }[preset]


def preset_said(one: Subscription, t: Texts) -> str:
    """What one hears under the preset, by the very modes it chooses: `Сразу: пропуски и объявления.`"""
    if one.preset is None:
        return t("Chosen by you, topic by topic.")
    modes = PRESETS[one.preset]
    # The summary itself is no news of its own.
    topics = [topic for topic in one.topics if topic is not Topic.WEEKLY]
    lines = [
        t("{mode}: {topics}.", mode=opening(mode_name(mode, t)), topics=t.listing(named))
        for mode in Mode
        if (named := [inside(topic_name(topic, t)) for topic in topics if modes[topic] is mode])
    ]
    return "\n".join(lines)


def privacy_name(privacy: Privacy, t: Texts) -> str:
    return {
        Privacy.FULL: t("first name and news"),
        Privacy.INITIALS: t("initials and news"),
        Privacy.NOTHING: t("only «a new message»"),
    }[privacy]


def quiet_name(delivery: Delivery, customary: ClockWindow, t: Texts) -> str:
    """`21:00–7:00`, or that there are none."""
    start = delivery.quiet_from or customary.start
    end = delivery.quiet_to or customary.end
    return hours(start, end, t)


def hours(start: time, end: time, t: Texts) -> str:
    return t("none") if start == end else f"{t.clock(start)}–{t.clock(end)}"


def weekday_name(iso_weekday: int, t: Texts) -> str:
    """`пятница`."""
    return t.weekday(MONDAY.replace(day=iso_weekday)).split(",")[0]
