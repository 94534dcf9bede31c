"""Pushes of the checks: a colleague asks to look at entries that do not add up."""

from dataclasses import replace

from handlers.control.callbacks import AsideCb, FindingCb
from handlers.control.comments_screens import withdrawn
from handlers.control.contradictions_screens import line, so_it_was, way_button
from handlers.naming import initial
from handlers.pushes import View
from handlers.screen import Button, Row, Screen, Style, bold, screen
from handlers.settings.why import why
from journal.control.integrity.mending import WORDS
from journal.model.attendance import Presence
from journal.model.integrity import AskedNews, Finding, Flaw, Way
from journal.model.news import Kind
from locales.texts import Texts


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
            *_one_tap(finding, t),
            (Button(t("Open and put right"), FindingCb(finding=finding.id).pack(), style=Style.MAIN),),
            (why(Kind.CONTRADICTION_ASKED, t),),
        ),
    )


def _one_tap(finding: Finding, t: Texts) -> tuple[Row, ...]:
    """Where one answer is likelier than any other: each lesson corrected with a tap."""
    if finding.found.flaw is not Flaw.DISPUTED:
        return ()
    was_so = Button(so_it_was(WORDS[Flaw.DISPUTED], t), AsideCb(finding=finding.id).pack())
    return (
        *((way_button(finding, Way(one, Presence.PRESENT), t),) for one in finding.lessons),
        (was_so,),
    )


PUSHES = {Kind.CONTRADICTION_ASKED: asked, Kind.COMMENT_WITHDRAWN: withdrawn}
