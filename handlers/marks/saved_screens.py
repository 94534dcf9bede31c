"""Screens around a Save of marks: what it did, and what it asks first."""

from collections.abc import Sequence

from handlers.attendance.screens import names, open_register, title
from handlers.deadlines import entered_late, told
from handlers.lessons.callbacks import CardCb
from handlers.marks.callbacks import FinishCb, MarksAct, MarksCb
from handlers.screen import Button, Row, Screen, Style, bold, screen
from journal.context import Ctx
from journal.model.painting import MarksOutcome, PageWork
from journal.model.people import Person
from locales.texts import Texts


def saved(outcome: MarksOutcome, ctx: Ctx, t: Texts) -> Screen:
    """What Save did, when families hear of it, and how to take it back."""
    lesson, draft = outcome.painting.lesson, outcome.painting.draft
    undo = MarksCb(lesson=lesson.id, act=MarksAct.UNDO, posted=draft.posted).pack()
    more = MarksCb(lesson=lesson.id, act=MarksAct.BACK).pack()
    waits = (outcome.absent or outcome.late_ones) and not outcome.registered
    to_register = (Button(t("Register"), open_register(lesson.id)),) if waits else ()
    tell_at = outcome.tell_at
    return screen(
        bold(title(lesson, ctx, t)),
        t("Marks saved: {count}.", count=outcome.count) if outcome.count else None,
        told(tell_at, ctx.now, ctx.school.zone, t) if tell_at is not None else None,
        t("Not saved, no longer in the class: {names}.", names=", ".join(one.listed for one in outcome.gone))
        if outcome.gone
        else None,
        _registered(outcome, t),
        *typed_presence(outcome.absent, outcome.late_ones, t),
        entered_late(outcome.clause, t) if outcome.late else None,
        rows=(
            (Button(t("Undo"), undo),) if outcome.undoable and tell_at and ctx.now < tell_at else (),
            (Button(t("More marks"), more), *to_register),
            finishing(outcome.painting.work, t),
            (Button(t("To the lesson"), CardCb(lesson=lesson.id).pack(), style=Style.MAIN),),
        ),
    )


def asked(outcome: MarksOutcome, ctx: Ctx, t: Texts) -> Screen:
    """A mark beside an absence: was the work handed in later?"""
    lesson, posted = outcome.painting.lesson, outcome.painting.draft.posted
    later = MarksCb(lesson=lesson.id, act=MarksAct.SAVE_LATER, posted=posted).pack()
    return screen(
        bold(title(lesson, ctx, t)),
        t("Absent at the lesson: {names}.", names=", ".join(person.listed for person in outcome.asked)),
        t("Was the work handed in later?"),
        rows=(
            (Button(t("Yes, save"), later, style=Style.MAIN),),
            (to_marks(lesson.id, t),),
        ),
    )


def met(outcome: MarksOutcome, ctx: Ctx, t: Texts) -> Screen:
    """A colleague marked the same students for the same work meanwhile: a second mark, or none?"""
    lesson, posted = outcome.painting.lesson, outcome.painting.draft.posted
    beside = MarksCb(lesson=lesson.id, act=MarksAct.SAVE_BESIDE, posted=posted).pack()
    theirs = [f"{row.student.listed}: {', '.join(row.meanwhile)}" for row in outcome.met]
    return screen(
        bold(title(lesson, ctx, t)),
        t("Nothing is saved yet: a colleague has just saved marks for the same work."),
        *theirs,
        t("Save yours beside them?"),
        rows=(
            (Button(t("Yes, save"), beside, style=Style.MAIN),),
            (to_marks(lesson.id, t),),
        ),
    )


def to_marks(lesson_id: int, t: Texts) -> Button:
    """The way back to the marks being given."""
    return Button(t("Back to the marks"), MarksCb(lesson=lesson_id, act=MarksAct.BACK).pack())


def typed_presence(absent: Sequence[Person], late: Sequence[Person], t: Texts) -> tuple[str, ...]:
    """Who was typed as absent or late."""
    lines = []
    if absent:
        lines.append(t("Absent: {names}", names=", ".join(names(list(absent)))))
    if late:
        lines.append(t("Late: {names}", names=", ".join(names(list(late)))))
    return tuple(lines)


def finishing(work: PageWork | None, t: Texts) -> Row:
    if work is None or not work.being_checked:
        return ()
    return (Button(t("Checking is finished"), FinishCb(work=work.id).pack()),)


def _registered(outcome: MarksOutcome, t: Texts) -> str | None:
    """What became of the absences typed beside the marks."""
    if not outcome.absent and not outcome.late_ones:
        return None
    if outcome.registered:
        return t("Put into the saved register.")
    return t("Marked in the register, which is not saved yet.")
