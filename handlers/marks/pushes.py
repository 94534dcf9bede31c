"""Pushes of marks: the first name, the mark, where it comes from, and the way out of a bad one."""

from handlers.diary.callbacks import Look, SubjectCb, to_page
from handlers.pushes import View
from handlers.screen import Button, Screen, quote, screen
from handlers.settings.why import why
from journal.model.marks import DEBT
from journal.model.news import Kind, MarksNews
from locales.texts import Texts
from locales.words import inside


def marks(news: MarksNews, view: View) -> Screen:
    """One work's marks of a child, new or put right."""
    t, student = view.t, news.child.student_id
    comments = [quote(mark.comment) for mark in news.marks if mark.comment]
    more = SubjectCb(student=student, period=0, subject=news.subject_id).pack()
    return screen(
        f"{view.name(news.child)}: {_line(news, view)}",
        *comments,
        rows=(
            (Button(t("Details"), more), Button(t("All marks"), to_page(student, Look.MARKS))),
            (why(Kind.MARKS, t, news.child),),
        ),
    )


def _line(news: MarksNews, view: View) -> str:
    """`5, русский язык, диктант 14.10.`"""
    t = view.t
    values = " ".join(mark.value for mark in news.marks)
    place = {"subject": inside(news.subject), "work": work_name(news, view), "day": t.short_day(news.day)}
    if not news.marks:
        before = " ".join(news.before or ())
        return t("corrected: mark {before} was withdrawn, {subject}, {work} {day}.", before=before, **place)
    added = _added(news)
    if added:
        said = _more(added, values, place, view)
    elif news.before not in (None, tuple(mark.value for mark in news.marks)):
        before = " ".join(news.before) or t("none")
        said = t(
            "corrected: {marks} (was {before}), {subject}, {work} {day}.",
            marks=values,
            before=before,
            **place,
        )
    else:
        said = t("{marks}, {subject}, {work} {day}.", marks=values, **place)
    if news.retake_until is not None:
        said = " ".join((said, _until(news, t.short_day(news.retake_until), t)))
    return said


def _until(news: MarksNews, day: str, t: Texts) -> str:
    if news.marks and news.marks[-1].value == DEBT:
        return t("Not handed in; due until {day}.", day=day)
    return t("To be retaken until {day}.", day=day)


def _more(added: list[str], values: str, place: dict[str, str], view: View) -> str:
    """`ещё одна оценка: 5 (всего: 4 5), …`: nothing was put right."""
    t = view.t
    if len(added) == 1:
        return t(
            "one more mark: {added} (all: {marks}), {subject}, {work} {day}.",
            added=added[0],
            marks=values,
            **place,
        )
    return t(
        "more marks: {added} (all: {marks}), {subject}, {work} {day}.",
        added=" ".join(added),
        marks=values,
        **place,
    )


def _added(news: MarksNews) -> list[str]:
    """The marks put beside those told before, where these stand as they were."""
    values = [mark.value for mark in news.marks]
    told = list(news.before or ())
    return values[len(told) :] if told and values[: len(told)] == told else []


def work_name(news: MarksNews, view: View) -> str:
    """The work's own title, else the name of its kind."""
    kind = view.regulation.marks.work_types.get(news.kind)
    if news.title or kind is None:
        return news.title or news.kind
    return kind.english if view.t.locale == "en" else inside(kind.name)


PUSHES = {Kind.MARKS: marks}
LINES = {Kind.MARKS: _line}
