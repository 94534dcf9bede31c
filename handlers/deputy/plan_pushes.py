"""Cards about plans that are not loaded: to the deputy head the list, to a teacher the own pages."""

from handlers.deputy.callbacks import MissingPlansCb, RemindPlansCb
from handlers.deputy.missing_screens import counted, named, until
from handlers.plans.callbacks import PLANS, AskPlanCb
from handlers.pushes import View
from handlers.screen import Button, Screen, Style, bold, grid, screen
from handlers.settings.why import why
from journal.model.news import Kind
from journal.model.programme import PlansNews
from journal.plans.missing import gaps_of
from locales.words import inside

# So many teachers, and so many of a teacher's pages, are named in a message.
TEACHERS, PAGES = 12, 8


def missing(news: PlansNews, view: View) -> Screen:
    """What the school has no plan for, by teacher; one tap reminds them."""
    t, gaps = view.t, gaps_of(news.pages)
    rest = len(gaps) - TEACHERS
    return screen(
        bold(t("Without a lesson plan: {year}", year=news.year)),
        until(news.due, t, overdue=news.overdue),
        counted(len(news.pages), len(gaps), t),
        *(f"• {gap.teacher.short}: {named(gap.pages)}" for gap in gaps[:TEACHERS]),
        t("And {count} more in the list.", count=rest) if rest > 0 else None,
        rows=(
            (Button(t("Remind the teachers"), RemindPlansCb().pack(), style=Style.MAIN),) if gaps else (),
            (Button(t("The list"), MissingPlansCb().pack()), why(Kind.PLANS_MISSING, t)),
        ),
    )


def due(news: PlansNews, view: View) -> Screen:
    """The teacher's own pages without a plan, each with the way to send it."""
    t = view.t
    buttons = [
        Button(
            f"{one.page.unit_name}, {inside(one.page.subject)}",
            AskPlanCb(unit=one.page.unit_id, subject=one.page.subject_id).pack(),
        )
        for one in news.pages[:PAGES]
    ]
    return screen(
        bold(t("Please load your lesson plans for {year}", year=news.year)),
        until(news.due, t, overdue=news.overdue),
        t("Without a plan: {pages}.", pages=named(news.pages)),
        t(
            "Press a class, then send a file or write the topics, one a line. "
            "The plan of a parallel class may be copied."
        ),
        rows=(*grid(buttons), (Button(t("Lesson plans"), PLANS), why(Kind.PLANS_DUE, t))),
    )
