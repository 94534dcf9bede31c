"""A child that needs help, as its family is told."""

from handlers.at_risk import words
from handlers.diary.callbacks import Look, to_page
from handlers.diary.screens.parts import period_title
from handlers.messages.callbacks import WhomCb
from handlers.pushes import View
from handlers.screen import Button, Screen, screen
from handlers.settings.why import why
from journal.model.at_risk import ConcernNews
from journal.model.news import Kind


def needs_help(news: ConcernNews, view: View) -> Screen:
    """What stands in the journal, without reproach, and the ways on."""
    t, student = view.t, news.child.student_id
    period = period_title(news.period, t)
    return screen(
        t("{child} needs your help, {period}:", child=view.name(news.child), period=period),
        *words.lines(news.need, t),
        t("It can still be put right: talk to your child, and write to us if you need advice."),
        rows=(
            (
                Button(t("Marks"), to_page(student, Look.MARKS)),
                Button(t("Absences"), to_page(student, Look.MISSED)),
            ),
            (Button(t("Write"), WhomCb(student=student).pack()),),
            (why(Kind.CHILD_NEEDS_HELP, t, news.child),),
        ),
    )


def needs_help_line(news: ConcernNews, view: View) -> str:
    """The same in a list by child."""
    return view.t("help is needed: {need}", need=words.need(news.need, view.t))


PUSHES = {Kind.CHILD_NEEDS_HELP: needs_help}
LINES = {Kind.CHILD_NEEDS_HELP: needs_help_line}
