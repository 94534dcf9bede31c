"""The programme in files: a workbook to count with, a page to print and sign (RP-15)."""

from handlers.deputy.callbacks import ProgrammeFileCb
from handlers.deputy.programme_words import choose, days, signed, teachers
from handlers.screen import File, Screen, bold, italic, screen
from journal.context import Ctx
from journal.model.programme import PageProgramme, Programme
from locales.texts import Texts
from reports.printed import Sheet, printed
from reports.tables import Column, Table, workbook


async def file(found: Programme, asked: ProgrammeFileCb, ctx: Ctx, t: Texts) -> Screen:
    """What is on the screen, every page of it."""
    chosen = choose(found, asked, t)
    whole = t("Programme fulfilment")
    head = whole if chosen.head == whole else f"{whole}: {chosen.head}"
    table = _table(chosen.pages, t)
    name = t("programme fulfilment {day}", day=ctx.today.isoformat())
    if asked.printed:
        sheet = Sheet(head, (table,), (days(found, t),), t("Deputy head"), wide=True)
        made = File(f"{name}.pdf", await printed(ctx.school.name, ctx.today, sheet, t))
    else:
        made = File(f"{name}.xlsx", workbook((table,)))
    return screen(bold(head), italic(days(found, t)), file=made)


def _table(pages: tuple[PageProgramme, ...], t: Texts) -> Table:
    columns = (
        Column("unit", t("Class"), short=True),
        Column("subject", t("Subject")),
        Column("teacher", t("Teacher")),
        Column("hours", t("Hours in the plan"), figures=True),
        Column("planned", t("Planned by now"), figures=True),
        Column("given", t("Given"), figures=True),
        Column("unfilled", t("Not filled in"), figures=True),
        Column("cancelled", t("Cancelled"), figures=True),
        Column("ahead", "±", short=True),
        Column("left", t("Left"), figures=True),
    )
    return Table("programme", t("Programme fulfilment"), columns, [_row(one) for one in pages])


def _row(one: PageProgramme) -> dict[str, object]:
    figures = one.fulfilment
    return {
        "unit": one.page.unit_name,
        "subject": one.page.subject,
        "teacher": teachers(one),
        "hours": figures.hours,
        "planned": figures.planned,
        "given": figures.given,
        "unfilled": figures.unfilled or None,
        "cancelled": figures.cancelled or None,
        "ahead": signed(one),
        "left": figures.left,
    }
