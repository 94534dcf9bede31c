"""Words taken out of the diary: what a family was told is put right in place, the author hears why."""

from datetime import timedelta

import pytest

from handlers.marks.pushes import PUSHES
from handlers.pushes import View
from journal.clock import FrozenClock
from journal.control import comments
from journal.events import MarksSaved
from journal.model.comments import CommentNews, CommentOf
from journal.model.news import Kind, MarksNews
from journal.regulation import preset
from locales.texts import Texts
from notifications.service import Notifier
from storage.unit_of_work import SqlStore
from tests.notifications.post import Post
from tests.notifications.writing import give_mark, happen, set_work
from tests.support.school import SCHOOL, TODAY, CtxOf, lesson_id, person_id, student_id

OLGA, MARIA = person_id("olga"), person_id("maria")
LESSON = lesson_id("7Б", TODAY, 1)


@pytest.mark.requirement("R-092")
async def test_the_familys_message_loses_the_words_and_says_of_no_other_mark(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post, ctx_of: CtxOf
) -> None:
    clock.move(timedelta(hours=5))
    work = await set_work(store, clock.now())
    mark = await give_mark(store, work, "anya", "3", clock.now(), comment="Опять болезнь")
    await happen(store, clock.now(), MarksSaved(work, [student_id("anya")]))
    await notifier.catch_up()
    (first,) = post.of(OLGA)
    await comments.withdraw(ctx_of("pavel"), LESSON, CommentOf.MARK, mark, "Сведения о здоровье")
    await notifier.catch_up()
    _, put_right = post.of(OLGA)
    facts = put_right.news[0].facts
    assert isinstance(facts, MarksNews)
    assert [(one.value, one.comment) for one in facts.marks] == [("3", None)]
    said = PUSHES[Kind.MARKS](facts, View(Texts("ru"), SCHOOL, preset("s3"), put_right.recipient, 1)).text
    assert "исправлено" not in said
    (told,) = post.of(MARIA)
    news = told.news[0].facts
    assert isinstance(news, CommentNews)
    assert (news.said, news.reason) == ("Опять болезнь", "Сведения о здоровье")
    assert first.news[0].facts != facts
