"""Substitutions in files: a sheet to hang out and sign, a workbook to count with."""

from collections.abc import Mapping, Sequence
from datetime import date

from handlers.deputy.callbacks import SheetAs
from handlers.deputy.sheets_screens import became, month_title, title
from handlers.screen import File, Screen, bold, screen
from journal.context import Ctx
from journal.model.covering import Covered, CoverMonth, CoverSheet
from locales.texts import Texts
from reports.printed import Sheet, printed
from reports.tables import Column, Table, workbook


async def day(made: CoverSheet, form: SheetAs, ctx: Ctx, t: Texts) -> Screen:
    """The sheet of a day: on paper its lines alone, with a place to sign."""
    table = Table("sheet", t("Substitutions"), _columns(t), _rows(made.lines, t), t("No substitutions."))
    return await _file(title(made, t), made.day, (table,), form, ctx, t)


async def month(made: CoverMonth, form: SheetAs, ctx: Ctx, t: Texts) -> Screen:
    """The month: the hours of each colleague, and every substitution they come from."""
    hours = Table(
        "hours",
        t("Hours of the month"),
        (
            Column("teacher", t("Teacher")),
            Column("count", t("Lessons given for colleagues"), figures=True),
        ),
        [{"teacher": person.full, "count": count} for person, count in made.hours],
    )
    day_ = Column("day", t("Day"), lambda on: t.short_day(on), short=True)
    lines = Table("sheet", t("Substitutions"), (day_, *_columns(t)), _rows(made.lines, t))
    return await _file(month_title(made, t), made.span.first, (hours, lines), form, ctx, t)


async def _file(head: str, on: date, tables: Sequence[Table], form: SheetAs, ctx: Ctx, t: Texts) -> Screen:
    name = t("substitutions {day}", day=on.isoformat())
    if form is SheetAs.PRINTED:
        sheet = Sheet(head, tables, signature=t("Deputy head"))
        file = File(f"{name}.pdf", await printed(ctx.school.name, ctx.today, sheet, t))
    else:
        file = File(f"{name}.xlsx", workbook(tables))
    return screen(bold(head), file=file)


def _columns(t: Texts) -> tuple[Column, ...]:
    return (
        Column("slot", t("Lesson"), short=True),
        Column("unit", t("Class"), short=True),
        Column("subject", t("Subject")),
        Column("teacher", t("By the timetable")),
        Column("became", t("Gives it")),
        Column("room", t("Room"), short=True),
    )


def _rows(lines: Sequence[Covered], t: Texts) -> list[Mapping[str, object]]:
    return [
        {
            "day": line.lesson.date,
            "slot": line.lesson.slot,
            "unit": line.lesson.unit_name,
            "subject": line.lesson.subject,
            "teacher": line.teacher.short if line.teacher else "",
            "became": became(line, t),
            "room": (line.instead or line.lesson).room or "",
        }
        for line in lines
    ]
