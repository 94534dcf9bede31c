"""What a register asks beside who is there: who left early, by how many minutes, and is that really so."""

from handlers.attendance.callbacks import (
    MinutesCb,
    RegisterAct,
    RegisterCb,
    TapCb,
)
from handlers.attendance.screens import SIGNS, names, open_register, title
from handlers.screen import Button, Screen, Style, bold, grid, screen
from journal.attendance.register import MINUTES, TIMED
from journal.context import Ctx
from journal.model.attendance import Presence, RegisterRow
from journal.model.register import Contradiction, SavedRegister, Sheet, Why
from locales.texts import Texts


def contradicting(outcome: SavedRegister, ctx: Ctx, t: Texts) -> Screen:
    """Somebody in the room is known to be away: is that so?"""
    sheet = outcome.sheet
    sure = RegisterCb(lesson=sheet.lesson.id, act=RegisterAct.SURE, posted=sheet.draft.posted).pack()
    return screen(
        bold(title(sheet.lesson, ctx, t)),
        *(_known(one, t) for one in outcome.asked),
        t("Are they really at the lesson?"),
        rows=(
            (Button(t("Yes, they are here"), sure, style=Style.MAIN),),
            (Button(t("Correct"), open_register(sheet.lesson.id)),),
        ),
    )


def leaving(sheet: Sheet, ctx: Ctx, t: Texts) -> Screen:
    """The class with a tap for who left before the end."""
    labels = names([row.student for row in sheet.rows])
    taps = [_leaver(sheet, row, label) for row, label in zip(sheet.rows, labels, strict=True)]
    back = Button(t("Back"), open_register(sheet.lesson.id))
    return screen(
        bold(title(sheet.lesson, ctx, t)),
        t("Who left before the end? Then save the register."),
        rows=(*grid(taps), (back,)),
    )


def times(sheet: Sheet, ctx: Ctx, t: Texts) -> Screen:
    """By how many minutes: a tap turns to the next figure, saved at once."""
    rows = [row for row in sheet.rows if row.status in TIMED]
    labels = names([row.student for row in rows])
    buttons = [_timed(sheet, row, label, t) for row, label in zip(rows, labels, strict=True)]
    back = Button(t("Register"), open_register(sheet.lesson.id))
    return screen(
        bold(title(sheet.lesson, ctx, t)),
        t("Tap a name to say by how many minutes the student was late or left early."),
        rows=(*grid(buttons, 1), (back,)),
    )


def _known(one: Contradiction, t: Texts) -> str:
    if one.why is Why.NOTE:
        return t("{student}: the family told of an absence.", student=one.student.listed)
    return t("{student}: away by a note of the class teacher.", student=one.student.listed)


def _leaver(sheet: Sheet, row: RegisterRow, label: str) -> Button:
    gone = row.status is Presence.LEFT_EARLY
    wanted = TapCb(
        lesson=sheet.lesson.id,
        student=row.student.id,
        status=Presence.PRESENT if gone else Presence.LEFT_EARLY,
        seen=sheet.draft.revision,
    )
    return Button(f"{SIGNS[row.status]} {label}", wanted.pack(), style=Style.MAIN if gone else None)


def _timed(sheet: Sheet, row: RegisterRow, label: str, t: Texts) -> Button:
    now = row.minutes or 0
    following = MINUTES[(MINUTES.index(now) + 1) % len(MINUTES)] if now in MINUTES else 0
    said = t("{count} min", count=now) if now else t("? min")
    data = MinutesCb(lesson=sheet.lesson.id, student=row.student.id, minutes=following).pack()
    return Button(f"{SIGNS[row.status]} {label} · {said}", data)
