"""Screens of lessons whose teacher is away, and what may become of each."""

from collections.abc import Sequence

from handlers.attendance.screens import title
from handlers.deputy.callbacks import CoverCb, CoverSheetCb, DecideCoverCb, MorningCb, UncoveredCb
from handlers.deputy.sheets_screens import said
from handlers.home.screens import back
from handlers.screen import Button, Screen, Style, bold, grid, screen
from journal.context import Ctx
from journal.model.covering import AwayLessons, Cover, CoverSheet, Outcome
from journal.model.lessons import Lesson
from locales.texts import Texts
from locales.words import inside

# The nearest lessons, and the likeliest substitutes; a screen takes no more.
LESSONS = 24
STANDS = 10
# What is asked about first.
ASKED = (Outcome.CANCELLED, Outcome.SHIFTED)


def uncovered(found: Sequence[AwayLessons], made: CoverSheet, t: Texts) -> Screen:
    """Who is away, each lesson that waits a button; what was decided for today; the month's hours."""
    waiting = [lesson for one in found for lesson in one.lessons][:LESSONS]
    buttons = [Button(_short(lesson, t), CoverCb(lesson=lesson.id).pack()) for lesson in waiting]
    return screen(
        bold(t("Substitutions")),
        *(_away(one, t) for one in found),
        t("Nobody said to be away.") if not found else None,
        t("Choose a lesson:") if buttons else None,
        *_decided(made, t),
        *_hours(made, t),
        rows=(
            *grid(buttons, 1),
            (
                Button(t("Sheet of substitutions"), CoverSheetCb().pack()),
                Button(t("The month's hours"), CoverSheetCb(month=True).pack()),
            ),
            (Button(t("The {term.institution.english}'s day"), MorningCb().pack()), back(t)),
        ),
    )


def cover(found: Cover, ctx: Ctx, t: Texts) -> Screen:
    """What may become of one lesson, the best way first."""
    lesson = found.lesson

    def way(label: str, outcome: Outcome, person: int = 0) -> Button:
        return Button(label, DecideCoverCb(lesson=lesson.id, outcome=outcome, person=person).pack())

    stands = [
        way(
            stand.person.short
            if stand.same
            else t("{teacher}: {subject}", teacher=stand.person.short, subject=inside(stand.subject)),
            Outcome.SAME_SUBJECT if stand.same else Outcome.OTHER_SUBJECT,
            stand.person.id,
        )
        for stand in found.stands[:STANDS]
    ]
    others = []
    if found.sibling is not None:
        others.append(way(t("Join the groups"), Outcome.MERGED))
    if found.last is not None:
        label = t("Move here: {subject}", subject=inside(found.last.subject))
        others.append(way(label, Outcome.SHIFTED))
    others.append(way(t("Cancel the lesson"), Outcome.CANCELLED))
    return screen(
        bold(title(lesson, ctx, t)),
        t("By the timetable: {teacher}.", teacher=found.teacher.short) if found.teacher else None,
        t("Next topic: {topic}", topic=found.next_topic) if found.next_topic else None,
        t("Free at this hour: first those of the same subject.") if stands else t("Nobody is free then."),
        rows=(*grid(stands, 1), *grid(others), (Button(t("Back"), UncoveredCb().pack()),)),
    )


def sure(found: Cover, outcome: Outcome, ctx: Ctx, t: Texts) -> Screen:
    """The question before a lesson is cancelled or moved: families hear of it at once."""
    lesson, last = found.lesson, found.last
    yes = DecideCoverCb(lesson=lesson.id, outcome=outcome, sure=True).pack()
    if outcome is Outcome.SHIFTED and last is not None:
        asked = t("Move lesson {slot}, {subject}, here?", slot=last.slot, subject=inside(last.subject))
        label = t("Move")
    else:
        asked, label = t("Cancel this lesson?"), t("Cancel the lesson")
    return screen(
        bold(title(lesson, ctx, t)),
        asked,
        t("Families and teachers will hear of it at once."),
        rows=(
            (Button(label, yes, style=Style.MAIN),),
            (Button(t("Back"), CoverCb(lesson=lesson.id).pack()),),
        ),
    )


def _away(one: AwayLessons, t: Texts) -> str:
    count = len(one.lessons)
    days = t.day(one.away.first)
    if one.away.last != one.away.first:
        days = f"{days} – {t.day(one.away.last)}"
    who = one.away.teacher.short
    if not count:
        return t("{teacher}, {days}: all lessons are decided.", teacher=who, days=days)
    return t("{teacher}, {days}: to be decided: {count}.", teacher=who, days=days, count=count)


def _decided(made: CoverSheet, t: Texts) -> list[str]:
    return [f"• {t.dated(line.lesson.date)}, {line.lesson.slot}. {said(line, t)}" for line in made.lines]


def _hours(made: CoverSheet, t: Texts) -> list[str]:
    if not made.hours:
        return []
    named = ", ".join(f"{person.short} {count}" for person, count in made.hours)
    return [t("Lessons given for colleagues this month: {list}.", list=named)]


def _short(lesson: Lesson, t: Texts) -> str:
    return f"{t.dated(lesson.date)}, {lesson.slot}. {lesson.unit_name}, {inside(lesson.subject)}"
