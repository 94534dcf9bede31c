"""Pushes of the checks: a colleague asks to look at entries that do not add up."""

from dataclasses import replace

from handlers.control.callbacks import FindingCb
from handlers.control.contradictions_screens import line
from handlers.naming import initial
from handlers.pushes import View
from handlers.screen import Button, Screen, Style, bold, screen
from handlers.settings.why import why
from journal.model.integrity import AskedNews
from journal.model.news import Kind


def asked(news: AskedNews, view: View) -> Screen:
    """What does not add up, and the way to put it right."""
    t, finding = view.t, news.finding
    if finding.student is not None and not view.whole:
        first, last = initial(finding.student.first_name), initial(finding.student.last_name)
        finding = replace(finding, student=replace(finding.student, first_name=first, last_name=last))
    return screen(
        bold(t("{colleague} asks you to check:", colleague=news.author.short)),
        line(finding, t),
        rows=(
            (Button(t("Open and put right"), FindingCb(finding=finding.id).pack(), style=Style.MAIN),),
            (why(Kind.CONTRADICTION_ASKED, t),),
        ),
    )


PUSHES = {Kind.CONTRADICTION_ASKED: asked}
