"""Words about a child, told to the family."""

from handlers.diary.callbacks import LessonCb
from handlers.pushes import View
from handlers.remarks.words import told
from handlers.screen import Button, Screen, screen
from handlers.settings.why import why
from journal.model.news import Kind
from journal.model.remarks import RemarkNews
from locales.words import inside


def remarks(news: RemarkNews, view: View) -> Screen:
    """`Аня: благодарность: помогла классу (алгебра, 14.10)`."""
    t, student = view.t, news.child.student_id
    lesson = Button(t("Details"), LessonCb(student=student, lesson=news.lesson.id).pack())
    return screen(
        f"{view.name(news.child)}: {remarks_line(news, view)}",
        rows=((lesson,), (why(Kind.REMARKS, t, news.child),)),
    )


def remarks_line(news: RemarkNews, view: View) -> str:
    """What was said, and where."""
    t = view.t
    place = {"subject": inside(news.lesson.subject), "day": t.short_day(news.lesson.date)}
    if not news.remarks:
        return t("taken back: what was said at {subject}, {day}.", **place)
    words = "; ".join(inside(told(one, t)) for one in news.remarks)
    if news.corrected:
        return t("corrected: {words} ({subject}, {day}).", words=words, **place)
    return t("{words} ({subject}, {day}).", words=words, **place)


PUSHES = {Kind.REMARKS: remarks}
LINES = {Kind.REMARKS: remarks_line}
