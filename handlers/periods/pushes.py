"""Pushes of period marks: what was set to families, what is left to teachers, what is late to the deputy."""

from dataclasses import replace

from handlers.deadlines import due
from handlers.deputy import requests_screens
from handlers.diary.callbacks import Look, to_page
from handlers.periods import words
from handlers.periods.callbacks import BoardCb, OwnPagesCb, sheet_data
from handlers.pushes import View
from handlers.screen import Button, Screen, bold, quote, screen
from handlers.settings.why import why
from journal.model.marks import ResultKind
from journal.model.news import Kind
from journal.model.periods import PageProgress, Place, ResultRequest
from journal.model.results import ResultsDueNews, ResultsNews, ToldResult
from locales.texts import Texts
from locales.words import inside

# So many pages are named in a message; the list has them all.
MOST = 8


def results(news: ResultsNews, view: View) -> Screen:
    """The marks of a period so far, the new ones first."""
    t, student = view.t, news.child.student_id
    fresh = [mark for mark in news.marks if mark.fresh]
    known = [mark for mark in news.marks if not mark.fresh]
    return screen(
        bold(t("{child}: {period}", child=view.name(news.child), period=_named(news, t))),
        *(_mark(mark, t) for mark in (*fresh, *known)),
        None if news.marks else t("The marks were taken back."),
        t("These are all of them.") if news.marks and news.whole else None,
        rows=(
            (
                Button(t("Results"), to_page(student, Look.FINALS)),
                Button(t("All marks"), to_page(student, Look.MARKS)),
            ),
            (why(Kind.RESULTS, t, news.child),),
        ),
    )


def results_line(news: ResultsNews, view: View) -> str:
    """`1-я четверть: алгебра 4, география 5`."""
    t = view.t
    shown = [mark for mark in news.marks if mark.fresh] or list(news.marks)
    marks = ", ".join(f"{inside(mark.subject)} {mark.value}" for mark in shown)
    if not marks:
        return t("{period}: the marks were taken back", period=_named(news, t))
    return t("{period}: {marks}", period=_named(news, t), marks=marks)


def still_due(news: ResultsDueNews, view: View) -> Screen:
    """What a teacher has not set, with a button to each page."""
    t, one = view.t, news.assessment
    shown = news.pages[:MOST]
    buttons = [(Button(_page(item, t), sheet_data(_place(item, news))),) for item in shown]
    every = OwnPagesCb(kind=one.kind, period=one.period_id or 0).pack()
    until = None
    if news.until is not None:
        today = view.school.day(news.until)
        until = t("To be set by {time}.", time=due(news.until, today, view.school.zone, t))
    return screen(
        bold(t("Period marks still to be set: {period}", period=words.named(one, t))),
        until,
        _more(len(news.pages), t),
        rows=(*buttons, (Button(t("All pages"), every), why(Kind.RESULTS_DUE, t))),
    )


def overdue(news: ResultsDueNews, view: View) -> Screen:
    """What the school has not set in time, by teacher."""
    t, one = view.t, news.assessment
    teachers = sorted({teacher.short for item in news.pages for teacher in item.teachers})
    board = BoardCb(kind=one.kind, period=one.period_id or 0).pack()
    left = sum(item.left for item in news.pages)
    return screen(
        bold(t("Period marks not set in time: {period}", period=words.named(one, t))),
        t("Pages: {pages}, marks: {left}.", pages=len(news.pages), left=left),
        ", ".join(teachers[:MOST]),
        _more(len(teachers), t),
        rows=((Button(t("Open"), board), why(Kind.RESULTS_OVERDUE, t)),),
    )


def asked(news: ResultRequest, view: View) -> Screen:
    """A teacher's request with both decisions below it; decided elsewhere, what became of it."""
    shown = requests_screens.one(news, view.school, view.t)
    return replace(shown, rows=(*shown.rows, (why(Kind.RESULT_ASKED, view.t),)))


def decided(news: ResultRequest, view: View) -> Screen:
    """To the teacher: what became of the request, and the way to the page."""
    t, page = view.t, news.page
    kind, _, period = news.assessment.partition(":")
    place = Place(page.unit_id, page.subject_id, ResultKind(kind), int(period or 0))
    return screen(
        bold(t("{unit}, {subject}: your request", unit=page.unit_name, subject=inside(page.subject))),
        requests_screens.outcome(news, view.school, t),
        quote(news.answer) if news.answer else None,
        rows=((Button(t("To the list"), sheet_data(place)),), (why(Kind.RESULT_DECIDED, t),)),
    )


def _mark(mark: ToldResult, t: Texts) -> str:
    """`Алгебра: 4`, the new one with a sign, a corrected one with what stood before."""
    if mark.before is not None:
        return t(
            "{subject}: {mark} (was {before})", subject=mark.subject, mark=mark.value, before=mark.before
        )
    said = t("{subject}: {mark}", subject=mark.subject, mark=mark.value)
    return f"• {said}" if mark.fresh else said


def _named(news: ResultsNews, t: Texts) -> str:
    return news.period or words.kind_named(news.kind, t)


def _page(item: PageProgress, t: Texts) -> str:
    page = f"{item.page.unit_name}, {inside(item.page.subject)}"
    left = t("left: {count}", count=item.left)
    return f"{page} · {left}"


def _place(item: PageProgress, news: ResultsDueNews) -> Place:
    one = news.assessment
    return Place(item.page.unit_id, item.page.subject_id, one.kind, one.period_id or 0)


def _more(count: int, t: Texts) -> str | None:
    return t("and more: {count}", count=count - MOST) if count > MOST else None


PUSHES = {
    Kind.RESULTS: results,
    Kind.RESULTS_DUE: still_due,
    Kind.RESULTS_OVERDUE: overdue,
    Kind.RESULT_ASKED: asked,
    Kind.RESULT_DECIDED: decided,
}
LINES = {Kind.RESULTS: results_line}
