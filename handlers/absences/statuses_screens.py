"""Screens of dated statuses."""

from collections.abc import Sequence

from handlers.absences.callbacks import (
    ChooseCb,
    DaysCb,
    EndCb,
    NoteStatusCb,
    SayCb,
    StatusCb,
    StatusesCb,
    StudentCb,
)
from handlers.attendance.screens import names
from handlers.classroom.callbacks import ClassCb
from handlers.home.screens import back
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, screen
from journal.absences.statuses import Choice, StatusCard
from journal.context import Ctx
from journal.model.lessons import Lesson
from journal.model.people import Child, Person, Unit
from journal.model.statuses import ClassStatuses, StatusKind, StudentStatus
from locales.texts import Texts
from locales.words import inside


def statuses(found: ClassStatuses, t: Texts) -> Screen:
    """Who is away by the school's own word, or exempt; a tap opens one."""
    labels = names([student for _, student in found.statuses])
    pairs = list(zip(found.statuses, labels, strict=True))
    empty = t("Nobody. A status said once fills in the registers, and families are not alarmed.")
    return screen(
        bold(t("{unit}: at home, by order, exempt", unit=found.unit_name)),
        *([f"{label}: {words(one, t)}" for (one, _), label in pairs] or [empty]),
        rows=(
            *grid(Button(label, StatusCb(status=one.id).pack()) for (one, _), label in pairs),
            (Button(t("Add a status"), ChooseCb(unit=found.unit_id).pack(), style=Style.MAIN),),
            (_class(found.unit_id, t), back(t)),
        ),
    )


def students(unit: Unit, found: Sequence[Person], t: Texts) -> Screen:
    """Of whom."""
    labels = names(list(found))
    buttons = [
        Button(label, StudentCb(student=one.id).pack()) for one, label in zip(found, labels, strict=True)
    ]
    return screen(t("Whom is it about?"), rows=(*grid(buttons), (_all(unit.id, t), back(t))))


def kinds(found: Choice, t: Texts) -> Screen:
    """What may be said of the student."""
    student = found.child.student_id

    offered = [kind for kind in StatusKind if kind is not StatusKind.LET_GO or found.lessons]
    return screen(
        bold(_name(found.child)),
        *(words(one, t) for one in found.known),
        t("What is to be said? No diagnosis is needed."),
        rows=(
            *grid(
                (Button(_label(kind, t), StudentCb(student=student, kind=kind).pack()) for kind in offered), 1
            ),
            (_all(found.child.unit_id or 0, t), back(t)),
        ),
    )


def days(found: Choice, kind: StatusKind, ctx: Ctx, t: Texts) -> Screen:
    """For which days, or after which lesson; the tap says it."""
    student = found.child.student_id
    if kind is StatusKind.LET_GO:
        rows = grid(_after(student, one, ctx, t) for one in found.lessons)
        question = t("Let go before which lesson?")
    else:
        labels = (
            t("Only today"),
            *(t("Until {day}", day=t.short_day(span.last)) for span in found.spans[1:]),
        )
        rows = grid(
            Button(label, SayCb(student=student, kind=kind, until=span.last.toordinal()).pack())
            for label, span in zip(labels, found.spans, strict=True)
        )
        rows = (*rows, (Button(t("Other days"), DaysCb(student=student, kind=kind).pack()),))
        question = t("For how long? You may also type the days: from 19.10 to 23.10.")
    return screen(
        bold(_name(found.child)),
        f"{_label(kind, t)}. {question}",
        rows=(*rows, (_all(found.child.unit_id or 0, t), back(t))),
    )


def which_days(child: Child, kind: StatusKind, t: Texts) -> Screen:
    """Asks for the days."""
    again = Button(t("Back"), StudentCb(student=child.student_id, kind=kind).pack())
    return screen(
        bold(_name(child)),
        t("Write the days, for example:"),
        italic(t("from 19.10 to 23.10")),
        rows=((again,),),
    )


def which_order(found: StatusCard, t: Texts) -> Screen:
    """Asks for the word on the order."""
    return screen(
        bold(_name(found.child)),
        t("Write in a few words what the order is about, for example: olympiad, order No. 45."),
        rows=((Button(t("Back"), StatusCb(status=found.status.id).pack()),),),
    )


def status(found: StatusCard, t: Texts, *, notice: str | None = None) -> Screen:
    """One status, and how to end it."""
    number = found.status.id
    word: tuple[Row, ...] = ()
    if found.status.kind is StatusKind.ORDER:
        word = ((Button(t("What the order is about"), NoteStatusCb(status=number).pack()),),)
    return screen(
        *((notice, "") if notice else ()),
        f"{_name(found.child)}: {words(found.status, t)}",
        rows=(
            *word,
            (Button(t("It holds no more"), EndCb(status=number).pack(), style=Style.BAD),),
            (_all(found.child.unit_id or 0, t), back(t)),
        ),
    )


def told(found: StudentStatus, t: Texts) -> str:
    """What follows from it."""
    if found.kind is StatusKind.SPORT:
        return t("Saved. The teacher sees it in the register.")
    return t("Saved. Registers are filled in ahead, the family is not alarmed.")


def words(found: StudentStatus, t: Texts) -> str:
    """`на дому, 14–25 октября`; `по приказу (олимпиада), 14 октября`."""
    said = kind_name(found.kind, t)
    if found.kind is StatusKind.LET_GO and found.from_slot is not None:
        said = t("let go before lesson {slot}", slot=found.from_slot)
    if found.note:
        said = f"{said} ({found.note})"
    return f"{said}, {t.days(found.span.first, found.span.last)}"


def kind_name(kind: StatusKind, t: Texts) -> str:
    return {
        StatusKind.HOME: t("taught at home"),
        StatusKind.ORDER: t("by an order"),
        StatusKind.SPORT: t("exempt from sport"),
        StatusKind.LET_GO: t("let go early"),
    }[kind]


def _label(kind: StatusKind, t: Texts) -> str:
    return {
        StatusKind.HOME: t("Taught at home"),
        StatusKind.ORDER: t("Away by an order"),
        StatusKind.SPORT: t("Exempt from sport"),
        StatusKind.LET_GO: t("Let go early today"),
    }[kind]


def _after(student: int, lesson: Lesson, ctx: Ctx, t: Texts) -> Button:
    label = t(
        "{slot}. {subject}, {time}",
        slot=lesson.slot,
        subject=inside(lesson.subject),
        time=t.clock(lesson.starts_at, ctx.school.zone),
    )
    return Button(label, SayCb(student=student, kind=StatusKind.LET_GO, slot=lesson.slot).pack())


def _name(child: Child) -> str:
    return f"{child.last_name} {child.first_name}"


def _all(unit_id: int, t: Texts) -> Button:
    return Button(t("All statuses"), StatusesCb(unit=unit_id).pack())


def _class(unit_id: int, t: Texts) -> Button:
    return Button(t("The class's day"), ClassCb(unit=unit_id).pack())
