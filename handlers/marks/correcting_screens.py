"""Screens of saved marks and works under check."""

from markupsafe import Markup

from handlers import errors
from handlers.attendance.screens import names, title
from handlers.audit import buttons as audit_buttons
from handlers.audit.callbacks import Of
from handlers.deadlines import due
from handlers.lessons.callbacks import NOW, CardCb
from handlers.marks.callbacks import ChangeCb, MarkCb, MarksAct, MarksCb, OpenWorkCb, ResumeCb, WorksCb
from handlers.marks.naming import kind_name, work_name
from handlers.marks.saved_screens import to_marks
from handlers.marks.screens import when_checked
from handlers.screen import Button, Screen, Style, bold, grid, italic, preceded, quote, screen
from journal.context import Ctx
from journal.entry import Record, refusal
from journal.marks import brush
from journal.marks.correcting import REASONS, MarkList, MarkPage
from journal.model.painting import FinishedCheck, PageWork
from locales.texts import Texts

# A message carries at most a hundred buttons.
MOST = 90


def saved_marks(found: MarkList, ctx: Ctx, t: Texts) -> Screen:
    """The saved marks of a lesson, each a button."""
    labels = names([student for _, student in found.marks])
    buttons = [
        Button(f"{label} · {mark.value}", MarkCb(mark=mark.id).pack())
        for label, (mark, _) in zip(labels, found.marks, strict=True)
    ][:MOST]
    return screen(
        bold(title(found.lesson, ctx, t)),
        t("Which mark is to be corrected?") if buttons else t("There are no marks yet."),
        t("Only the first {count} are shown.", count=MOST) if len(found.marks) > MOST else None,
        rows=(*grid(buttons), (to_marks(found.lesson.id, t),)),
    )


def corrected(found: MarkList, ctx: Ctx, t: Texts) -> Screen:
    """The saved marks after a correction, with the rule it was made under."""
    said = errors.by_clause(t("The correction is saved."), ctx.regulation.clause("entry.mark_correction"), t)
    below = saved_marks(found, ctx, t)
    return preceded(below, italic(said), "")


def mark(page: MarkPage, ctx: Ctx, t: Texts) -> Screen:
    """A saved mark with the values it may be changed to, or the clause that closes it."""
    head = (bold(title(page.lesson, ctx, t)), _whose(page, ctx, t))
    back = Button(t("Back"), MarksCb(lesson=page.lesson.id, act=MarksAct.SAVED).pack())
    past = audit_buttons.history(Of.MARK, page.mark.id, t)
    if not page.verdict.allowed:
        error = refusal(page.verdict, Record.CORRECTION, page.lesson, ctx.school.zone)
        clause = page.verdict.clause
        ask = errors.way_on(error, t)
        return screen(
            *head,
            errors.sentence(error, t),
            quote(clause.words) if clause and clause.words else None,
            rows=((ask,) if ask else (), (past, back)),
        )
    values = [value for value in brush.palette(ctx.regulation) if value != page.mark.value]
    changes = [
        Button(value, ChangeCb(mark=page.mark.id, value=brush.code((value,), ctx.regulation)).pack())
        for value in values
    ]
    remove = Button(t("Take the mark out"), ChangeCb(mark=page.mark.id, value="").pack(), style=Style.BAD)
    return screen(
        *head, t("Which mark should stand here?"), rows=(*grid(changes, 4), (remove,), (past, back))
    )


def reason_words(said: str, t: Texts) -> str:
    """The reason of a correction: one of those offered, else as it was typed."""
    offered = {"typo": t("a slip"), "retake": t("a retake"), "appeal": t("a review of the work")}
    return offered.get(said, said)


def reason(page: MarkPage, code: str, ctx: Ctx, t: Texts) -> Screen:
    """The question why."""
    wanted = brush.decode(code, ctx.regulation)
    buttons = [
        Button(reason_words(kind, t), ChangeCb(mark=page.mark.id, value=code, reason=kind).pack())
        for kind in REASONS
    ]
    return screen(
        bold(title(page.lesson, ctx, t)),
        _whose(page, ctx, t),
        t("New mark: {mark}.", mark=wanted[0]) if wanted else t("The mark will be taken out."),
        t("Why? Choose or type the reason: it is kept."),
        rows=(*grid(buttons), (Button(t("Back"), MarkCb(mark=page.mark.id).pack()),)),
    )


def works(found: list[PageWork], ctx: Ctx, t: Texts) -> Screen:
    """The works being checked, the most urgent first."""
    buttons = [
        Button(work_name(work, ctx.regulation, t), OpenWorkCb(work=work.id).pack()) for work in found[:MOST]
    ]
    return screen(
        t("Works being checked.") if buttons else t("No works are being checked."),
        rows=(*grid(buttons, 1), (Button(t("Now"), NOW),)),
    )


def collected(work: PageWork, ctx: Ctx, t: Texts) -> Screen:
    """A work has been collected and waits for its marks."""
    lesson = work.lesson_id or 0
    return screen(
        bold(work_name(work, ctx.regulation, t)),
        t("The marks will stand under the day of the work, whenever you enter them."),
        when_checked(ctx, t) if work.due_on is None else None,
        rows=(
            (Button(t("Enter marks"), OpenWorkCb(work=work.id).pack()),),
            (Button(t("To the lesson"), CardCb(lesson=lesson).pack(), style=Style.MAIN),),
        ),
    )


def finished(found: FinishedCheck, ctx: Ctx, t: Texts) -> Screen:
    """The checking is over: who is left without a mark, until when, and the way back from a slip."""
    work, lesson = found.work, found.work.lesson_id or 0
    enter = Button(t("Enter marks"), OpenWorkCb(work=work.id).pack(), style=Style.MAIN)
    resume = Button(t("Still being checked"), ResumeCb(work=work.id).pack())
    others = Button(t("Being checked: {count}", count=found.others), WorksCb().pack())
    left = ", ".join(names(list(found.unmarked)))
    return screen(
        bold(work_name(work, ctx.regulation, t)),
        t("The checking is finished."),
        t("Without a mark: {names}.", names=left) if left else None,
        _still(found, ctx, t) if left else None,
        rows=(
            (enter,) if found.unmarked else (),
            (resume,) if found.resumable else (),
            (others,) if found.others else (),
            (Button(t("To the lesson"), CardCb(lesson=lesson).pack()),),
        ),
    )


def _still(found: FinishedCheck, ctx: Ctx, t: Texts) -> Markup | None:
    """Until when the marks that are left are in time, and by which rule."""
    until = found.verdict.until
    if until is None or found.verdict.late or not found.verdict.allowed:
        return None
    said = t("Due {time}.", time=due(until, found.work.day, ctx.school.zone, t))
    return italic(errors.by_clause(said, ctx.regulation.clause("entry.written_work_deadline"), t))


def _whose(page: MarkPage, ctx: Ctx, t: Texts) -> str:
    return t(
        "{student}: {mark}, {kind}",
        student=page.student.listed,
        mark=page.mark.value,
        kind=kind_name(page.work.kind, ctx.regulation, t),
    )
