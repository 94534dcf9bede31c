"""Lessons that change, homework that is not there, and what a teacher still owes."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import update

from journal.clock import FrozenClock
from journal.entry import Record
from journal.events import EntryReminderDue, HomeworkMissingDue, LessonChanged
from journal.model.day import ReminderNews
from journal.model.news import HomeworkMissingNews, Kind, LessonNews, News
from notifications.courier import Parcel
from notifications.service import Notifier
from storage.tables.attendance import registers
from storage.tables.lessons import homework, lessons
from storage.unit_of_work import SqlStore
from tests.notifications.post import Post
from tests.notifications.writing import add, change, happen, set_homework
from tests.support.school import SCHOOL, TODAY, lesson_id, person_id, unit_id

OLGA, ANNA, NIKOLAI, EGOR, TATYANA = (
    person_id(name) for name in ("olga", "anna", "nikolai", "egor", "tatyana")
)
TOMORROW = TODAY + timedelta(days=1)
# Lessons of 7Б ahead, enough of them to be told in one message.
AHEAD = [(TODAY + timedelta(days=days), slot) for days, slot in ((1, 1), (1, 2), (2, 3), (5, 1))]


def of_kind(post: Post, account: int, kind: Kind) -> list[object]:
    return [news.facts for parcel in post.of(account) for news in parcel.news if news.kind is kind]


async def _cancel(store: SqlStore, day: date, slot: int, status: str = "cancelled") -> int:
    lesson = lesson_id("7Б", day, slot)
    await change(store, update(lessons).where(lessons.c.id == lesson).values(status=status))
    return lesson


async def test_a_cancelled_lesson_is_told_to_families_students_and_its_teacher(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    lesson = await _cancel(store, TOMORROW, 1)
    await happen(store, clock.now(), LessonChanged(lesson, 1), by="pavel")
    await notifier.catch_up()
    told = {parcel.recipient.account_id for parcel in post.parcels}
    assert {OLGA, TATYANA, EGOR, ANNA} <= told
    assert person_id("pavel") not in told
    (news,) = of_kind(post, OLGA, Kind.LESSON_CHANGED)
    assert isinstance(news, LessonNews)
    assert news.child is not None
    (news,) = of_kind(post, ANNA, Kind.LESSON_CHANGED)
    assert isinstance(news, LessonNews)
    assert news.child is None


async def test_a_lesson_held_after_all_is_told_again(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    lesson = await _cancel(store, TOMORROW, 1)
    await happen(store, clock.now(), LessonChanged(lesson, 1))
    await notifier.catch_up()
    await _cancel(store, TOMORROW, 1, "planned")
    await happen(store, clock.now(), LessonChanged(lesson, 2))
    await notifier.catch_up()
    _, second = of_kind(post, OLGA, Kind.LESSON_CHANGED)
    assert isinstance(second, LessonNews)
    assert second.corrected
    # An edit rings nobody, and somebody may have made other plans; of two messages one would be wrong.
    told = post.of(OLGA)
    assert [parcel.edits for parcel in told] == [None, None]
    assert [old.message_id for parcel in told for old in parcel.outdated] == [_number_of(post, told[0])]


def _number_of(post: Post, parcel: Parcel) -> int:
    """The number the message got: they are counted over all chats."""
    return [sent for sent in post.parcels if sent.edits is None].index(parcel) + 1


def _lessons(told: tuple[News, ...]) -> set[int]:
    return {news.facts.lesson.id for news in told if isinstance(news.facts, LessonNews)}


async def test_a_moved_lesson_leaves_the_rest_of_its_message_standing(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    changed = [await _cancel(store, *place) for place in AHEAD]
    await happen(store, clock.now(), *(LessonChanged(lesson, 1) for lesson in changed))
    await notifier.catch_up()
    (first,) = post.of(OLGA)
    assert len(first.news) == len(changed)
    await _cancel(store, *AHEAD[0], "planned")
    await happen(store, clock.now(), LessonChanged(changed[0], 2))
    await notifier.catch_up()
    again = post.of(OLGA)[-1]
    (old,) = again.outdated
    assert _lessons(again.news) == {changed[0]}
    assert _lessons(old.rest) == set(changed[1:])
    # What went to a message of its own is not told by the old one again when that is put right.
    await change(store, update(lessons).where(lessons.c.id == changed[1]).values(substitute_id=NIKOLAI))
    await happen(store, clock.now(), LessonChanged(changed[1], 2))
    await notifier.catch_up()
    edited = post.of(OLGA)[-1]
    assert edited.edits == old.message_id
    assert _lessons(edited.news) == set(changed[1:])


async def test_another_substitute_changes_the_message_in_place(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    lesson = lesson_id("7Б", TOMORROW, 1)
    for revision, substitute in enumerate((NIKOLAI, person_id("svetlana")), 1):
        await change(store, update(lessons).where(lessons.c.id == lesson).values(substitute_id=substitute))
        await happen(store, clock.now(), LessonChanged(lesson, revision))
        await notifier.catch_up()
    first, second = post.of(OLGA)
    assert first.edits is None
    assert second.edits is not None


async def test_a_lesson_that_has_begun_is_no_news(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    lesson = await _cancel(store, TODAY, 2)
    await happen(store, clock.now(), LessonChanged(lesson, 1))
    await notifier.catch_up()
    assert post.parcels == []


@pytest.mark.requirement("R-046")
async def test_a_teacher_is_reminded_after_the_last_lesson_and_once(
    clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await notifier.scheduler.tick()
    # Николай teaches the third lesson, until 11:15; it is 10:05, and his day is not over.
    for _ in range(8):
        clock.move(timedelta(minutes=10))
        await notifier.scheduler.tick()
        await notifier.catch_up()
        if clock.now() < SCHOOL.moment(TODAY, time(11, 25)):
            assert of_kind(post, NIKOLAI, Kind.ENTRY_REMINDER) == []
    for _ in range(30):
        clock.move(timedelta(minutes=10))
        await notifier.scheduler.tick()
        await notifier.catch_up()
    (news,) = of_kind(post, NIKOLAI, Kind.ENTRY_REMINDER)
    assert isinstance(news, ReminderNews)
    (line,) = news.lessons
    assert line.lesson.id == lesson_id("7Б", TODAY, 3)
    assert {lack.record for lack in line.missing} == {Record.ATTENDANCE, Record.LESSON, Record.HOMEWORK}


async def test_a_teacher_who_entered_everything_is_left_in_peace(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    lesson = lesson_id("7Б", TODAY, 3)
    await change(
        store,
        update(lessons).where(lessons.c.id == lesson).values(topic="Реки"),
        registers.insert().values(
            lesson_id=lesson, expected=[], taken_by=NIKOLAI, taken_at=clock.now(), revision=1
        ),
    )
    await add(
        store,
        homework,
        lesson_id=lesson_id("7Б", TODAY + timedelta(days=5), 2),
        given_lesson_id=lesson,
        text="§ 12",
        author_id=NIKOLAI,
        created_at=clock.now(),
        updated_at=clock.now(),
    )
    await notifier.scheduler.tick()
    clock.move(timedelta(hours=3))
    await notifier.scheduler.tick()
    await notifier.catch_up()
    assert of_kind(post, NIKOLAI, Kind.ENTRY_REMINDER) == []


async def test_nobody_is_reminded_late_in_the_evening(
    clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await notifier.scheduler.tick()
    clock.move(SCHOOL.moment(TODAY, time(20, 5)))
    await notifier.scheduler.tick()
    await notifier.catch_up()
    assert of_kind(post, NIKOLAI, Kind.ENTRY_REMINDER) == []


async def test_what_was_entered_before_the_reminder_left_is_not_asked_for(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await happen(store, clock.now(), EntryReminderDue(person_id("svetlana"), TODAY.isoformat()))
    await notifier.expander.expand_due()
    lesson = lesson_id("3А", TODAY, 1)
    other = lesson_id("1А", TODAY, 2)
    taken = {"expected": [], "taken_by": 107, "taken_at": clock.now(), "revision": 1}
    await change(
        store,
        update(lessons).where(lessons.c.id.in_([lesson, other])).values(topic="Слоги"),
        registers.insert().values(lesson_id=lesson, **taken),
        registers.insert().values(lesson_id=other, **taken),
    )
    await add(
        store,
        homework,
        lesson_id=lesson,
        given_lesson_id=lesson,
        text="",
        no_work=True,
        author_id=107,
        created_at=clock.now(),
        updated_at=clock.now(),
    )
    await notifier.catch_up()
    assert of_kind(post, 107, Kind.ENTRY_REMINDER) == []


async def test_homework_that_is_not_there_in_the_evening_is_told_by_subject(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    # Algebra of 7Б usually sets homework; for tomorrow it has not.
    await set_homework(store, clock.now(), due=TODAY, slot=2)
    await notifier.scheduler.tick()
    clock.move(timedelta(hours=9))
    await notifier.scheduler.tick()
    await notifier.catch_up()
    (news,) = of_kind(post, TATYANA, Kind.HOMEWORK_MISSING)
    assert isinstance(news, HomeworkMissingNews)
    assert (news.due, news.subjects) == (TOMORROW, ("Алгебра",))


async def test_homework_entered_meanwhile_is_not_missing(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await set_homework(store, clock.now(), due=TODAY, slot=2)
    await happen(store, clock.now(), HomeworkMissingDue(TOMORROW.isoformat(), [unit_id("7Б")], 0))
    await notifier.expander.expand_due()
    await set_homework(store, clock.now(), due=TOMORROW, slot=1)
    clock.move(timedelta(hours=5))
    await notifier.catch_up()
    assert of_kind(post, TATYANA, Kind.HOMEWORK_MISSING) == []
