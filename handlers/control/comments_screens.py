"""Screens of the words families read at a lesson, and of taking one out; the message to its author."""

from handlers.attendance.screens import names, page_title
from handlers.audit import buttons
from handlers.audit.callbacks import Of
from handlers.control.callbacks import CommentCb, CommentsCb, PageCb
from handlers.home.screens import back
from handlers.lessons.screens import to_lesson
from handlers.pushes import View
from handlers.remarks.words import said as remark_words
from handlers.screen import Button, Screen, bold, italic, quote, screen
from handlers.settings.why import why as why_button
from journal.glimpse import cut
from journal.model.comments import Comment, CommentNews, CommentOf, LessonComments
from journal.model.lessons import Lesson
from journal.model.news import Kind
from locales.texts import Texts

# So much of a comment stands on its button; so many are offered at once.
GLIMPSE, MOST = 30, 20


def comments(found: LessonComments, t: Texts, said: str | None = None) -> Screen:
    """What families read; a button takes words out. `said` is what was just done."""
    lesson = found.lesson
    data = [CommentCb(lesson=lesson.id, of=one.of, number=one.number).pack() for one in found.comments[:MOST]]
    return screen(
        bold(t("{page}: comments in the diary", page=page_title(lesson, t))),
        *(part for one in found.comments[:MOST] for part in (quote(words(one, t)), _of(one, t))),
        None if found.comments else t("Nothing is said in words at this lesson."),
        italic(said) if said else None,
        rows=(
            *(
                (Button(t("Take out: {words}", words=cut(words(one, t), GLIMPSE)), each),)
                for one, each in zip(found.comments[:MOST], data, strict=True)
            ),
            (
                Button(t("To the page"), PageCb(lesson=lesson.id).pack()),
                buttons.history(Of.LESSON, lesson.id, t),
            ),
            (back(t),),
        ),
    )


def why(lesson: Lesson, found: Comment, t: Texts) -> Screen:
    """Asks for the reason."""
    return screen(
        bold(t("Take these words out of the diary?")),
        quote(words(found, t)),
        _of(found, t),
        t(
            "Write why. The families will no longer see the words; their author is told the reason, "
            "and the audit keeps everything."
        ),
        rows=((Button(t("Leave them"), CommentsCb(lesson=lesson.id).pack()), back(t)),),
    )


def withdrawn(news: CommentNews, view: View) -> Screen:
    """To the author: which words, and why."""
    t, lesson = view.t, news.lesson
    return screen(
        bold(t("The deputy head took your words out of the diary.")),
        f"{page_title(lesson, t)}, {t.short_day(lesson.date)}",
        quote(remark_words(news.said, t)) if news.said else None,
        t("Why: {reason}", reason=news.reason) if news.reason else None,
        rows=((to_lesson(lesson.id, t), why_button(Kind.COMMENT_WITHDRAWN, t)),),
    )


def words(one: Comment, t: Texts) -> str:
    """The words as families read them."""
    return remark_words(one.said, t) if one.of is CommentOf.REMARK else one.said


def _of(one: Comment, t: Texts) -> str:
    """Who said it of whom."""
    return t(
        "{author} of: {students}", author=one.author.short, students=", ".join(names(list(one.students)))
    )
