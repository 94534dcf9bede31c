"""Screens of the clubs area, and the line by which the diary shows a club."""

from collections.abc import Iterable
from datetime import date, timedelta

from handlers.clubs.callbacks import AddClubCb, ClubCb, ClubsCb, EndClubCb, TakeCb, WholeClassCb
from handlers.home.screens import back
from handlers.places import place_name
from handlers.screen import Button, Screen, Style, bold, grid, italic, screen
from journal.clubs import ClubCard, ClubList
from journal.clubs.typed import DAILY
from journal.model.clubs import Club
from journal.model.people import Unit
from locales.texts import Texts

A_MONDAY = date(2024, 1, 1)


def clubs(found: ClubList, t: Texts) -> Screen:
    """Everything that goes on after the lessons of a class."""
    buttons = [Button(club.title, ClubCb(club=club.id).pack()) for club in found.clubs]
    empty = t("Nothing has been entered. Families see here until when the child is at school.")
    return screen(
        bold(t("{unit}: after lessons", unit=found.unit.name)),
        *([_line(club, t) for club in found.clubs] or [empty]),
        rows=(
            *grid(buttons),
            (Button(t("Add an activity"), AddClubCb(unit=found.unit.id).pack(), style=Style.MAIN),),
            (back(t),),
        ),
    )


def question(unit: Unit, t: Texts) -> Screen:
    """Asks for the line."""
    return screen(
        bold(t("{unit}: after lessons", unit=unit.name)),
        t("Write in one line what, on which days and at what hours, for example:"),
        italic(t("Chess, Tue and Thu 14:00–15:00, room 12")),
        rows=((_all(unit, t), back(t)),),
    )


def club(found: ClubCard, t: Texts, *, notice: str | None = None) -> Screen:
    """One club; a tap on a name says who takes part."""
    shown = found.club
    return screen(
        *((notice, "") if notice else ()),
        bold(_line(shown, t)),
        _who(shown, t),
        rows=(
            *grid(_names(found)),
            (Button(t("The whole class"), WholeClassCb(club=shown.id).pack()),)
            if shown.students is not None
            else (),
            (Button(t("It goes on no more"), EndClubCb(club=shown.id).pack(), style=Style.BAD),),
            (_all(found.unit, t), back(t)),
        ),
    )


def ending(found: ClubCard, t: Texts) -> Screen:
    """Asks once more."""
    number = found.club.id
    return screen(
        t("“{title}” goes on no more? Families will not see it any longer.", title=found.club.title),
        rows=(
            (Button(t("Yes, it is over"), EndClubCb(club=number, sure=True).pack(), style=Style.BAD),),
            (Button(t("No, it goes on"), ClubCb(club=number).pack()), back(t)),
        ),
    )


def after_lessons(found: Iterable[Club], t: Texts) -> str | None:
    """`После уроков: ГПД 12:15–15:00; шахматы 15:00–16:00, каб. 12.`; None where there is nothing."""
    said = "; ".join(f"{club.title} {_hours(club, t)}{_place(club, t)}" for club in found)
    return t("After lessons: {clubs}", clubs=t.typed(said)) if said else None


def _who(found: Club, t: Texts) -> str:
    if found.students is None:
        return t("The whole class takes part. If only some do, tap their names.")
    if not found.students:
        return t("Nobody takes part yet: no family sees it. Tap the names of those who do.")
    return t("Takes part: {count}.", count=len(found.students))


def _line(found: Club, t: Texts) -> str:
    return f"{found.title}: {_days(found, t)} {_hours(found, t)}{_place(found, t)}"


def _days(found: Club, t: Texts) -> str:
    if found.weekdays == DAILY:
        return t("daily")
    return ", ".join(t.short_weekday(A_MONDAY + timedelta(days=day - 1)) for day in found.weekdays)


def _hours(found: Club, t: Texts) -> str:
    return f"{t.clock(found.starts)}–{t.clock(found.ends)}"


def _place(found: Club, t: Texts) -> str:
    return f", {place_name(found.place, t)}" if found.place else ""


def _names(found: ClubCard) -> list[Button]:
    def name(student: int, label: str) -> Button:
        goes = found.club.students is not None and found.club.takes(student)
        data = TakeCb(club=found.club.id, student=student, goes=not goes).pack()
        return Button(f"✓ {label}" if goes else label, data, style=Style.GOOD if goes else None)

    return [name(student.id, student.listed) for student in found.students]


def _all(unit: Unit, t: Texts) -> Button:
    return Button(t("After lessons"), ClubsCb(unit=unit.id).pack())
