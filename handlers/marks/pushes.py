"""Pushes of marks: the first name, the mark, where it comes from, and the way out of a bad one."""

from handlers.diary.callbacks import Look, SubjectCb, to_page
from handlers.pushes import View
from handlers.screen import Button, Screen, quote, screen
from handlers.settings.why import why
from journal.model.news import Kind, MarksNews
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
    if news.before is not None:
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
        until = t.short_day(news.retake_until)
        said = " ".join((said, t("To be retaken until {day}.", day=until)))
    return said


def work_name(news: MarksNews, view: View) -> str:
    """The work's own title, else the name of its kind."""
    kind = view.regulation.marks.work_types.get(news.kind)
    if news.title or kind is None:
        return news.title or news.kind
    return kind.english if view.t.locale == "en" else inside(kind.name)


PUSHES = {Kind.MARKS: marks}
LINES = {Kind.MARKS: _line}
