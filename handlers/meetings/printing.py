"""The papers of a meeting: every figure in the words of the family's own screens."""

from handlers.class_events.screens import line
from handlers.papers import printing
from journal.context import Ctx
from journal.model.meetings import Meeting, Sheets
from locales.texts import Texts
from reports import meetings as forms
from reports import papers


async def sheets(ctx: Ctx, found: Sheets, t: Texts) -> bytes:
    """A PDF with a page for each family, of its own child alone."""
    return await papers.week_pages(
        ctx.school.name,
        t("For the parents' meeting: {days}", days=t.days(found.span.first, found.span.last)),
        ctx.today,
        found.teacher.short if found.teacher else "",
        [printing.page(one, ctx, t) for one in found.children],
        t,
        whole=True,
    )


async def sign_in(ctx: Ctx, found: Meeting, t: Texts) -> bytes:
    """A PDF with a line for each family."""
    return await forms.sign_in(
        ctx.school.name,
        f"{found.unit.name}: {line(found.event, t)}",
        ctx.today,
        "",
        [
            forms.Line(one.student.listed, ", ".join(adult.short for adult in one.coming))
            for one in found.families
        ],
        t,
    )
