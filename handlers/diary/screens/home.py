"""The cards of the first screen: what a parent wants to know now."""

from collections.abc import Sequence
from datetime import tzinfo

from handlers.clubs.screens import after_lessons
from handlers.diary.screens.parts import (
    children_row,
    end_line,
    happening_lines,
    lesson_line,
    mark_line,
    owed_sign,
    presence,
    task_lines,
    way_back,
)
from handlers.screen import Screen, bold, lines, screen
from journal.model.diary import Home
from journal.model.marks import Mark
from journal.model.people import Child
from locales.texts import Texts
from locales.words import inside

NEW_MARKS = 5


def home_card(found: Home, zone: tzinfo, t: Texts) -> str:
    """The day at hand, what to do for the next one, what is new."""
    return lines(_card(found, zone, t), owed_sign(_marks(found), t))


def _marks(found: Home) -> tuple[Mark, ...]:
    """Those that stand on the card."""
    return (*found.day.marks, *found.new_marks[-NEW_MARKS:])


def _card(found: Home, zone: tzinfo, t: Texts) -> str:
    child = found.child
    return lines(
        bold(
            t("{child}, {unit}: {when}", child=child.first_name, unit=child.unit_name, when=_when(found, t))
        ),
        *([lesson_line(item, t, zone) for item in found.day.lessons] or [t("No lessons on this day.")]),
        after_lessons(found.day.clubs, t),
        end_line(found.day, zone, t),
        *_today(found, t),
        *_tasks(found, t),
        *happening_lines(found.happenings, t),
        *_new(found, t),
        _notices(found, t),
    )


def everybody(cards: Sequence[tuple[Home, Sequence[str | None]]], zone: tzinfo, t: Texts) -> Screen:
    """The cards of all children, one under the other, each with lines of its own below it."""
    parts: list[str | None] = []
    for card, beside in cards:
        parts += [*([""] if parts else []), _card(card, zone, t), *beside]
    sign = owed_sign([mark for card, _ in cards for mark in _marks(card)], t)
    parts += ["", sign] if sign else []
    children: list[Child] = [card.child for card, _ in cards]
    return screen(*parts, rows=(children_row(children, 0, t)[:-1], way_back(t)))


def _when(found: Home, t: Texts) -> str:
    if found.is_today:
        return t("today, {day}", day=t.day(found.day.date))
    if found.is_tomorrow:
        return t("tomorrow, {day}", day=t.day(found.day.date))
    return t.weekday(found.day.date)


def _today(found: Home, t: Texts) -> list[str]:
    """What was missed today, when the card has moved on to the next day."""
    if not found.absences:
        return []
    missed = (f"{inside(item.subject)}: {presence(item, t)}" for item in found.absences)
    return ["", t("Missed today: {lessons}.", lessons="; ".join(missed))]


def _tasks(found: Home, t: Texts) -> list[str]:
    if not found.tasks.lessons:
        return []
    said = task_lines(found.tasks, t) or [t("Nothing has been set yet.")]
    return ["", bold(t("Homework for {day}", day=t.weekday_for(found.tasks.date))), *said]


def _new(found: Home, t: Texts) -> list[str]:
    """The newest marks; the others are a tap away."""
    if not found.new_marks:
        return []
    shown = ", ".join(mark_line(mark, t) for mark in reversed(found.new_marks[-NEW_MARKS:]))
    hidden = len(found.new_marks) - NEW_MARKS
    said = t("New marks: {marks}.", marks=shown)
    more = t("{count} more under “Marks”.", count=hidden)
    return ["", said, more] if hidden > 0 else ["", said]


def _notices(found: Home, t: Texts) -> str | None:
    if not found.unread_notices:
        return None
    return t.plural("{count} notice to sign", "{count} notices to sign", found.unread_notices)
