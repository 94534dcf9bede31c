"""Screens of the class teacher's hand in colleagues' registers."""

from handlers.attendance.callbacks import AmendCb, AmendOneCb, CorrectCb, ExcuseCb
from handlers.attendance.screens import SIGNS, STYLES, names, title
from handlers.control.callbacks import PageCb
from handlers.errors import by_clause
from handlers.home.screens import back
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, quote, screen
from journal.attendance import AtLesson
from journal.context import Ctx
from journal.model.attendance import Presence, Reason
from journal.model.register import Sheet
from locales.texts import Texts


def students(sheet: Sheet, ctx: Ctx, t: Texts) -> Screen:
    """Whose entry is to be changed; the signs are those of the register."""
    labels = names([row.student for row in sheet.rows])
    lesson = sheet.lesson.id
    buttons = [
        Button(
            f"{SIGNS[row.status]} {label}" if sheet.register else label,
            AmendOneCb(lesson=lesson, student=row.student.id).pack(),
            style=STYLES.get(row.status) if sheet.register else None,
        )
        for row, label in zip(sheet.rows, labels, strict=True)
    ]
    return screen(
        bold(title(sheet.lesson, ctx, t)),
        t("Whose attendance is to be corrected?")
        if sheet.register
        else t("The teacher has not taken the register yet. Who is away for a valid reason?"),
        rows=(*grid(buttons), (Button(t("Back"), PageCb(lesson=lesson).pack()),)),
    )


def student(found: AtLesson, ctx: Ctx, t: Texts, *, done: bool = False) -> Screen:
    """How the student stands, and what may be said instead, with the clause that allows it."""
    clause = ctx.regulation.clause("entry.class_teacher_edit")
    return screen(
        bold(title(found.lesson, ctx, t)),
        _standing(found, t),
        italic(by_clause(t("Saved; the change is in the history."), clause, t)) if done else None,
        quote(clause.words) if clause.words and not done else None,
        rows=(
            *_corrections(found, t),
            *grid(_excuses(found, t)),
            (Button(t("To the class's list"), AmendCb(lesson=found.lesson.id).pack()), back(t)),
        ),
    )


def _standing(found: AtLesson, t: Texts) -> str:
    said = {
        Presence.PRESENT: t("at the lesson"),
        Presence.ABSENT: t("absent"),
        Presence.LATE: t("late"),
        Presence.LEFT_EARLY: t("left early"),
    }
    if found.status is None:
        state = t("the register is not taken yet")
    else:
        state = said[found.status]
        if found.reason is not None:
            reason = _reasons(t).get(found.reason, t("without a valid reason"))
            state = f"{state}, {reason}"
    return f"{found.student.listed}: {state}"


def _reasons(t: Texts) -> dict[Reason, str]:
    return {
        Reason.ILL: t("illness"),
        Reason.FAMILY: t("family reasons"),
        Reason.EXCUSED: t("a valid reason"),
    }


def _excuses(found: AtLesson, t: Texts) -> list[Button]:
    words = _reasons(t)
    lesson, student = found.lesson.id, found.student.id
    return [
        Button(
            t("Absent: {reason}", reason=words[reason]),
            ExcuseCb(lesson=lesson, student=student, reason=reason).pack(),
        )
        for reason in found.excuses
        if (found.status, found.reason) != (Presence.ABSENT, reason)
    ]


def _corrections(found: AtLesson, t: Texts) -> tuple[Row, ...]:
    if not found.corrects:
        return ()
    absent = found.status is Presence.ABSENT
    data = CorrectCb(lesson=found.lesson.id, student=found.student.id, absent=not absent).pack()
    label = t("Was at the lesson") if absent else t("Was not at the lesson")
    return ((Button(label, data, style=Style.MAIN),),)
