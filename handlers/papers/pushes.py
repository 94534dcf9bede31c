"""Pushes about paper: the week's is ready, something is to be printed, something was printed."""

from handlers.papers.callbacks import PrintWeekCb, RequestAct, RequestCb, RequestsCb, WeekCb
from handlers.papers.requests_screens import paper
from handlers.pushes import View
from handlers.screen import Button, Screen, Style, bold, screen
from handlers.settings.why import why
from journal.model.news import Kind
from journal.model.papers import AskedPrint, PrintoutNews


def printouts(news: PrintoutNews, view: View) -> Screen:
    """The file at once, and the ticks."""
    t, unit, day = view.t, news.unit.id, news.monday.toordinal()
    return screen(
        bold(t("{unit}: printouts of the week are ready", unit=news.unit.name)),
        t("For families without the bot: {count}. Print them, hand them over, tick them.", count=news.count),
        rows=(
            (Button(t("Print: one file"), PrintWeekCb(unit=unit, day=day).pack(), style=Style.MAIN),),
            (Button(t("Tick what was handed over"), WeekCb(unit=unit, day=day).pack()),),
            (why(Kind.PRINTOUTS_DUE, t),),
        ),
    )


def asked(news: AskedPrint, view: View) -> Screen:
    """What is to be printed for whom."""
    t, number = view.t, news.request.id
    return screen(
        bold(t("Please print: {paper}", paper=_paper(news, view))),
        t("Asked by {who}.", who=news.request.asked_by.short),
        rows=(
            (
                Button(t("File"), RequestCb(request=number, act=RequestAct.FILE).pack(), style=Style.MAIN),
                Button(t("Printed"), RequestCb(request=number, act=RequestAct.DONE).pack(), style=Style.GOOD),
            ),
            (Button(t("All requests"), RequestsCb().pack()), why(Kind.PRINT_ASKED, t)),
        ),
    )


def settled(news: AskedPrint, view: View) -> Screen:
    """It may be fetched."""
    t = view.t
    return screen(
        t("Printed, may be fetched: {paper}.", paper=_paper(news, view)),
        rows=((Button(t("My requests to print"), RequestsCb(own=True).pack()), why(Kind.PRINT_SETTLED, t)),),
    )


def _paper(news: AskedPrint, view: View) -> str:
    return paper(news, view.t, named=view.whole)


PUSHES = {Kind.PRINTOUTS_DUE: printouts, Kind.PRINT_ASKED: asked, Kind.PRINT_SETTLED: settled}
