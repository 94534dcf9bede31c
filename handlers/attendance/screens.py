"""Screens of the attendance area."""

from markupsafe import Markup

from handlers.attendance.callbacks import LeavingCb, OpenRegisterCb, RegisterAct, RegisterCb, TapCb, TimesCb
from handlers.control.callbacks import PageCb
from handlers.deadlines import entered_late, told
from handlers.errors import by_clause
from handlers.lessons.callbacks import CardCb
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, screen
from journal.context import Ctx
from journal.model.attendance import Presence, RegisterRow
from journal.model.lessons import Lesson
from journal.model.people import Person
from journal.model.register import SavedRegister, Sheet, Why
from locales.texts import Texts
from locales.words import inside

# What a tap makes of a status: present → absent → late → present.
NEXT = {
    Presence.PRESENT: Presence.ABSENT,
    Presence.ABSENT: Presence.LATE,
    Presence.LATE: Presence.PRESENT,
    Presence.LEFT_EARLY: Presence.PRESENT,
}
SIGNS = {Presence.PRESENT: "✓", Presence.ABSENT: "✗", Presence.LATE: "◔", Presence.LEFT_EARLY: "→"}
STYLES = {Presence.PRESENT: Style.GOOD, Presence.ABSENT: Style.BAD}


def register(sheet: Sheet, ctx: Ctx, t: Texts) -> Screen:
    """The register to tap: two columns of names, signs beside colours, one Save."""
    labels = names([row.student for row in sheet.rows])
    taps = [_name(sheet, row, label, t) for row, label in zip(sheet.rows, labels, strict=True)]
    return screen(
        bold(title(sheet.lesson, ctx, t)),
        t("Mark who is absent: once for absent, twice for late.") if not sheet.taken else _taken(sheet, t),
        _proposals(sheet, t),
        _exempt(sheet, t),
        rows=(*grid(taps), *_footer(sheet, ctx, t)),
    )


def saved(outcome: SavedRegister, ctx: Ctx, t: Texts) -> Screen:
    """What Save did, who is missing, when families hear of it, and how to take it back."""
    sheet = outcome.sheet
    absent, late = sheet.those(Presence.ABSENT), sheet.those(Presence.LATE)
    gone = sheet.those(Presence.LEFT_EARLY)
    undo = RegisterCb(lesson=sheet.lesson.id, act=RegisterAct.UNDO, posted=sheet.draft.posted).pack()
    tell_at = outcome.tell_at
    undo_row = (Button(t("Undo"), undo),) if tell_at is not None and ctx.now < tell_at else ()
    return screen(
        bold(title(sheet.lesson, ctx, t)),
        t("Saved.") if gone and not absent and not late else _counted(absent, late, t),
        _told(outcome, ctx, t) if absent or late else None,
        t("Absent: {names}", names=", ".join(names(absent))) if absent else None,
        _unconnected(outcome, t),
        t("Late: {names}", names=", ".join(names(late))) if late else None,
        t("Left early: {names}", names=", ".join(names(gone))) if gone else None,
        _late(outcome, t),
        rows=(
            (*undo_row, Button(t("Correct"), open_register(sheet.lesson.id))),
            _to_times(sheet, t),
            (Button(t("To the lesson"), _to_page(sheet.lesson, ctx), style=Style.MAIN),),
        ),
    )


def _told(outcome: SavedRegister, ctx: Ctx, t: Texts) -> str | None:
    if outcome.tell_at is None or not outcome.tells:
        return None
    return told(outcome.tell_at, ctx.now, ctx.school.zone, t)


def _unconnected(outcome: SavedRegister, t: Texts) -> str | None:
    """Of whose absence no message tells anybody."""
    if not outcome.unconnected:
        return None
    said = ", ".join(names(list(outcome.unconnected)))
    if len(outcome.unconnected) == 1:
        return t("Family not connected: {names}", names=said)
    return t("Families not connected: {names}", names=said)


def _late(outcome: SavedRegister, t: Texts) -> Markup | None:
    """A register taken in time stays so: only the correction came late, and its time is kept."""
    if not outcome.late:
        return None
    if outcome.sheet.register is None or outcome.sheet.register.late:
        return entered_late(outcome.clause, t)
    return italic(by_clause(t("Corrected after the deadline: the time is kept."), outcome.clause, t))


def title(lesson: Lesson, ctx: Ctx, t: Texts) -> str:
    """`7Б, алгебра, 2-й урок`; on another day than today's with the date: `…, 13 октября (вт)`."""
    said = page_title(lesson, t)
    if lesson.date == ctx.today:
        return said
    return f"{said}, {t.day(lesson.date)} ({t.short_weekday(lesson.date)})"


def page_title(lesson: Lesson, t: Texts) -> str:
    """`7Б, алгебра, 2-й урок`, where the date stands elsewhere."""
    return t(
        "{unit}, {subject}, lesson {slot}",
        unit=lesson.unit_name,
        subject=inside(lesson.subject),
        slot=lesson.slot,
    )


def _to_page(lesson: Lesson, ctx: Ctx) -> str:
    """The lesson's card for whoever keeps it, its page for the class teacher."""
    own = ctx.actor.person_id in lesson.keepers
    return (CardCb(lesson=lesson.id) if own else PageCb(lesson=lesson.id)).pack()


def open_register(lesson_id: int) -> str:
    return OpenRegisterCb(lesson=lesson_id).pack()


def names(people: list[Person]) -> list[str]:
    """`Иванова А.` for each; as much more of the name as it takes to tell two apart, at last a number."""
    labels = [_initial(person) for person in people]
    for longer in ([person.listed for person in people], [person.full for person in people]):
        repeated = {label for label in labels if labels.count(label) > 1}
        labels = [more if label in repeated else label for label, more in zip(labels, longer, strict=True)]
    return [
        label if labels.count(label) == 1 else f"{label} {labels[:place].count(label) + 1}"
        for place, label in enumerate(labels)
    ]


def _initial(person: Person) -> str:
    return f"{person.last_name} {person.first_name[:1]}." if person.first_name else person.last_name


def _name(sheet: Sheet, row: RegisterRow, label: str, t: Texts) -> Button:
    said = {
        Presence.ABSENT: t.context("register", "absent"),
        Presence.LATE: t.context("register", "late"),
        Presence.LEFT_EARLY: t.context("register", "left early"),
    }
    word = said.get(row.status)
    sign = SIGNS[row.status]
    wanted = TapCb(
        lesson=sheet.lesson.id, student=row.student.id, status=NEXT[row.status], seen=sheet.draft.revision
    )
    text = f"{sign} {label}" if word is None else f"{sign} {label} · {word}"
    return Button(text, wanted.pack(), style=STYLES.get(row.status))


def _footer(sheet: Sheet, ctx: Ctx, t: Texts) -> tuple[Row, ...]:
    absent, late = len(sheet.those(Presence.ABSENT)), len(sheet.those(Presence.LATE))
    save = RegisterCb(lesson=sheet.lesson.id, act=RegisterAct.SAVE, posted=sheet.draft.posted).pack()
    back = Button(t("Back"), _to_page(sheet.lesson, ctx))
    gone = len(sheet.those(Presence.LEFT_EARLY))
    leaving = Button(t("Left early"), LeavingCb(lesson=sheet.lesson.id).pack())
    if not absent and not late and not gone:
        return ((Button(t("Everyone is here"), save, style=Style.MAIN),), (leaving, back))
    if gone:
        label = t("Save (absent: {absent}, late: {late}, left: {gone})", absent=absent, late=late, gone=gone)
    elif absent and late:
        label = t("Save (absent: {absent}, late: {late})", absent=absent, late=late)
    elif absent:
        label = t("Save (absent: {count})", count=absent)
    else:
        label = t("Save (late: {count})", count=late)
    everyone = RegisterCb(
        lesson=sheet.lesson.id, act=RegisterAct.ALL_PRESENT, posted=sheet.draft.posted
    ).pack()
    return (
        (Button(label, save, style=Style.MAIN),),
        (Button(t("Clear all"), everyone), leaving, back),
        _to_times(sheet, t) if sheet.taken else (),
    )


def _to_times(sheet: Sheet, t: Texts) -> Row:
    """To the minutes, where somebody is posted as late or gone early."""
    posted = sheet.register.standings.values() if sheet.register else ()
    timed = any(one.status in (Presence.LATE, Presence.LEFT_EARLY) for one in posted)
    return (Button(t("How many minutes"), TimesCb(lesson=sheet.lesson.id).pack()),) if timed else ()


def _taken(sheet: Sheet, t: Texts) -> str:
    if sheet.unsaved:
        return t("There are changes that are not saved yet.")
    return t("The register is taken. Tap a name to correct it.")


def _proposals(sheet: Sheet, t: Texts) -> str | None:
    """Why somebody is marked before anyone tapped."""
    grounds = {
        Why.NOTE: t("told by the family"),
        Why.PREVIOUS: t("absent at the previous lesson"),
        Why.STATUS: t("away by a note of the class teacher"),
    }
    proposed = [
        f"{label} ({grounds[Why(row.proposal)]})"
        for row, label in zip(sheet.rows, names([row.student for row in sheet.rows]), strict=True)
        if row.proposal and Why(row.proposal) in grounds
    ]
    return t("Proposed: {list}.", list=", ".join(proposed)) if proposed else None


def _exempt(sheet: Sheet, t: Texts) -> str | None:
    """Who sits out, and is expected all the same."""
    spared = [row.student for row in sheet.rows if row.proposal == Why.EXEMPT]
    return t("Exempt from sport: {names}.", names=", ".join(names(spared))) if spared else None


def _counted(absent: list[Person], late: list[Person], t: Texts) -> str:
    if absent and late:
        return t("Saved. Absent: {absent}, late: {late}.", absent=len(absent), late=len(late))
    if absent:
        return t("Saved. Absent: {count}.", count=len(absent))
    if late:
        return t("Saved. Late: {count}.", count=len(late))
    return t("Saved. Everyone is here.")
