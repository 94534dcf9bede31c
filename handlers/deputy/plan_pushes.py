"""Cards about plans that are not loaded: to the deputy head the list, to a teacher the own pages."""

from handlers.deputy.callbacks import MissingPlansCb, RemindPlansCb
from handlers.deputy.missing_screens import counted, named, until
from handlers.pushes import View
from handlers.screen import Button, Screen, Style, bold, screen
from handlers.settings.why import why
from journal.model.news import Kind
from journal.model.programme import PlansNews
from journal.plans.missing import gaps_of

# So many teachers are named in a message.
TEACHERS = 12


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
    """The teacher's own pages without a plan, and the way to send it."""
    t = view.t
    return screen(
        bold(t("Please load your lesson plans for {year}", year=news.year)),
        until(news.due, t, overdue=news.overdue),
        t("Without a plan: {pages}.", pages=named(news.pages)),
        rows=((why(Kind.PLANS_DUE, t),),),
    )
