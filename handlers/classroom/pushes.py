"""Pushes of the class teacher's desk: a family asks to be called, the week is over, the journal is late."""

from collections.abc import Iterator
from datetime import timedelta

from handlers.absences.callbacks import ReviewCb
from handlers.at_risk.callbacks import RiskCb
from handlers.attendance.screens import names
from handlers.classroom import week
from handlers.classroom.callbacks import ClassCb, WeekCb
from handlers.control.callbacks import ClassJournalCb
from handlers.naming import child_name, initial
from handlers.pushes import View
from handlers.screen import Button, Screen, Style, bold, screen
from handlers.settings.why import why
from journal.model.access import Privacy
from journal.model.class_week import BreachNews, ReviewNews
from journal.model.control import CallNews, UnreachedNews
from journal.model.news import Kind
from locales.texts import Texts


def call_asked(news: CallNews, view: View) -> Screen:
    """Who is to be called, about whom, at which number."""
    t, child = view.t, news.child
    full = view.recipient.privacy is Privacy.FULL
    name = f"{child.last_name} {child.first_name}" if full else child_name(child, view.recipient.privacy)
    number = news.number or t("the school has no number")
    return screen(
        t("{student}, {unit}: a call is asked for.", student=name, unit=child.unit_name),
        f"{news.adult.full}: {number}" if full else None,
        rows=(
            (Button(t("The class's day"), ClassCb(unit=child.unit_id or 0).pack()),),
            (why(Kind.CALL_ASKED, t),),
        ),
    )


def family_unreached(news: UnreachedNews, view: View) -> Screen:
    """A child is missed, and only a call reaches the family."""
    t, child = view.t, news.child
    name = f"{child.last_name} {child.first_name}" if view.whole else view.name(child)
    unknown = t("the school has no number")
    numbers = [f"{adult.full}: {number or unknown}" for adult, number in news.adults]
    return screen(
        bold(
            t(
                "{student}, {unit}: absent, and no message reaches the family.",
                student=name,
                unit=child.unit_name,
            )
        ),
        t("Please call today."),
        *(numbers if view.whole else ()),
        rows=(
            (Button(t("The class's day"), ClassCb(unit=child.unit_id or 0).pack()),),
            (why(Kind.FAMILY_UNREACHED, t),),
        ),
    )


def review(news: ReviewNews, view: View) -> Screen:
    """What waits at the end of the week, with a way to each of it."""
    t, unit = view.t, news.unit.id
    monday = news.monday.toordinal()
    return screen(
        bold(t("{unit}: your week {days}", unit=news.unit.name, days=_days(news, t))),
        *_waits(news, view),
        rows=(
            (Button(t("The week's absences"), ReviewCb(unit=unit, day=monday).pack(), style=Style.MAIN),),
            (Button(t("Who needs help"), RiskCb(unit=unit).pack()),) if news.need_help else (),
            (Button(t("Empty pages"), WeekCb(unit=unit, day=monday).pack()),) if news.breaches else (),
            (why(Kind.CLASS_REVIEW, t),),
        ),
    )


def _waits(news: ReviewNews, view: View) -> Iterator[str]:
    t = view.t
    if news.unexplained:
        yield t(
            "Absences: {count}, without a reason: {unexplained}.",
            count=news.absences,
            unexplained=news.unexplained,
        )
    if news.notes:
        yield t("Notes of families that wait for you: {count}.", count=news.notes)
    if news.need_help:
        listed = ", ".join(
            names(list(news.need_help)) if view.whole else [initial(p.last_name) for p in news.need_help]
        )
        yield t("Need help now: {names}.", names=listed)
    if news.breaches:
        yield t("Not in time in the journal: {count}.", count=news.breaches)


def _days(news: ReviewNews, t: Texts) -> str:
    return t.days(news.monday, news.monday + timedelta(days=6))


def breached(news: BreachNews, view: View) -> Screen:
    """What a class teacher tells of the journal, with the way to the class."""
    t, found = view.t, news.week
    return screen(
        bold(week.told(found, t)),
        *week.breaches(found, view.regulation, t),
        t("{teacher} tells of it.", teacher=news.author.short),
        rows=(
            (Button(t("Journal"), ClassJournalCb(unit=found.unit.id).pack()),),
            (why(Kind.BREACHES, t),),
        ),
    )


PUSHES = {
    Kind.CALL_ASKED: call_asked,
    Kind.FAMILY_UNREACHED: family_unreached,
    Kind.CLASS_REVIEW: review,
    Kind.BREACHES: breached,
}
