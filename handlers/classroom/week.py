"""The week's journal of a class: what is not filled, what came late, whom to tell of it."""

from collections.abc import Iterator
from datetime import timedelta

from markupsafe import Markup

from handlers.classroom.callbacks import ClassCb, RemindCb, ReportCb, WeekCb
from handlers.home.screens import back
from handlers.lessons.screens import record_name
from handlers.marks.naming import kind_name
from handlers.screen import Button, Row, Screen, Style, bold, grid, italic, quote, screen
from journal.context import Ctx
from journal.model.class_week import ClassWeek, LateMarks, UncheckedWork
from journal.model.control import TeacherGaps, Unfilled
from journal.regulation import Regulation
from locales.texts import Texts
from locales.words import inside

WEEK = timedelta(days=7)


def week(found: ClassWeek, ctx: Ctx, t: Texts, *, said: str | None = None) -> Screen:
    """By teacher, what is missing; one tap reminds, one tells the deputy head of what is overdue."""
    lines = [*(_gap(gap, t) for gap in found.gaps), *_untimely(found, ctx.regulation, t)]
    return screen(
        bold(t("{unit}, journal {days}", unit=found.unit.name, days=days(found, t))),
        *(lines or [t("Everything is filled in, and in time.")]),
        italic(t("‼ the deadline has passed")) if _overdue(found) else None,
        _reported(found, ctx, t),
        italic(said) if said else None,
        rows=(*_remind(found, t), *_report(found, t), *_weeks(found, t)),
    )


def report_preview(found: ClassWeek, ctx: Ctx, t: Texts) -> Screen:
    """What the deputy head will read, before it goes."""
    to_week = WeekCb(unit=found.unit.id, day=found.monday.toordinal()).pack()
    if not found.breaches:
        return screen(t("There is nothing overdue any more."), rows=((Button(t("Empty pages"), to_week),),))
    send = ReportCb(unit=found.unit.id, day=found.monday.toordinal(), confirmed=True).pack()
    return screen(
        t("The deputy head will read:"),
        quote(Markup("\n").join([bold(told(found, t)), *breaches(found, ctx.regulation, t)])),
        t("It is not sent yet."),
        rows=((Button(t("Send"), send, style=Style.MAIN), Button(t("Back"), to_week)),),
    )


def told(found: ClassWeek, t: Texts) -> str:
    """What the deputy head is told, in a line."""
    return t("{unit}: the journal is not kept in time, {days}", unit=found.unit.name, days=days(found, t))


def breaches(found: ClassWeek, regulation: Regulation, t: Texts) -> Iterator[str]:
    """What was not filled by its deadline or came late, a line each."""
    yield from (_gap(gap, t, signed=False) for gap in found.overdue)
    yield from _untimely(found, regulation, t)


def _untimely(found: ClassWeek, regulation: Regulation, t: Texts) -> Iterator[str]:
    yield from (_late(item, t) for item in found.late)
    yield from (_unchecked(item, regulation, t) for item in found.unchecked)


def reminded(count: int, t: Texts) -> str:
    """What the tap did."""
    if not count:
        return t("They were reminded less than an hour ago.")
    return t.plural("{count} teacher is reminded.", "{count} teachers are reminded.", count)


def _gap(gap: TeacherGaps, t: Texts, *, signed: bool = True) -> str:
    return f"• {gap.teacher.short}: {'; '.join(_page(item, t, signed=signed) for item in gap.lessons)}"


def _page(item: Unfilled, t: Texts, *, signed: bool) -> str:
    """`ср 14.10 алгебра (тема, задание ‼)`."""
    lacks = ", ".join(record_name(one.record, t) for one in item.missing)
    sign = " ‼" if item.overdue and signed else ""
    return f"{t.dated(item.lesson.date)} {inside(item.lesson.subject)} ({lacks}{sign})"


def _late(item: LateMarks, t: Texts) -> str:
    said = t.plural("{count} mark came late", "{count} marks came late", item.count)
    return f"• {item.teacher.short}: {inside(item.subject)}, {said}"


def _unchecked(item: UncheckedWork, regulation: Regulation, t: Texts) -> str:
    return t(
        "• {teacher}: {subject}, {work} of {day} is not checked, the term was {due}",
        teacher=item.teacher.short,
        subject=inside(item.subject),
        work=inside(kind_name(item.kind, regulation, t)),
        day=t.short_day(item.given_on),
        due=t.short_day(item.due_on),
    )


def days(found: ClassWeek, t: Texts) -> str:
    """The week, as `12–18 октября`."""
    return t.days(found.monday, found.monday + timedelta(days=6))


def _overdue(found: ClassWeek) -> bool:
    return any(gap.overdue for gap in found.gaps)


def _reported(found: ClassWeek, ctx: Ctx, t: Texts) -> Markup | None:
    if found.reported_at is None:
        return None
    day = t.short_day(ctx.school.day(found.reported_at))
    return italic(t("The deputy head was told on {day}.", day=day))


def _remind(found: ClassWeek, t: Texts) -> tuple[Row, ...]:
    if not found.gaps:
        return ()

    def data(person: int) -> str:
        return RemindCb(unit=found.unit.id, day=found.monday.toordinal(), person=person).pack()

    one_by_one = grid(
        Button(t("Remind: {teacher}", teacher=gap.teacher.short), data(gap.teacher.id)) for gap in found.gaps
    )
    if len(found.gaps) == 1:
        return one_by_one
    everybody = t("Remind everybody ({count})", count=len(found.gaps))
    return ((Button(everybody, data(0), style=Style.MAIN),), *one_by_one)


def _report(found: ClassWeek, t: Texts) -> tuple[Row, ...]:
    if not found.breaches or found.reported_at is not None:
        return ()
    data = ReportCb(unit=found.unit.id, day=found.monday.toordinal()).pack()
    return ((Button(t("Tell the deputy head"), data),),)


def _weeks(found: ClassWeek, t: Texts) -> tuple[Row, ...]:
    def to(weeks: int, label: str) -> Button:
        day = found.monday + weeks * WEEK
        return Button(label, WeekCb(unit=found.unit.id, day=day.toordinal()).pack())

    before, after = found.monday - WEEK, found.monday + WEEK
    row = [to(-1, t("‹ Week of {day}", day=t.short_day(before)))]
    if not found.current:
        row.append(to(1, t("Week of {day} ›", day=t.short_day(after))))
    return (tuple(row), (Button(t("The class's day"), ClassCb(unit=found.unit.id).pack()), back(t)))
