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
from storage.tables.marks import works
from storage.tables.school import calendar_days
from storage.tables.timetable import timetable_changes
from storage.unit_of_work import SqlStore
from tests.notifications.post import Post
from tests.notifications.writing import add, change, happen, set_homework, set_work
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
    for _ in range(5):
        clock.move(timedelta(hours=1))
        await notifier.scheduler.tick()
        await notifier.catch_up()
    (news,) = of_kind(post, NIKOLAI, Kind.ENTRY_REMINDER)
    assert isinstance(news, ReminderNews)
    (line,) = news.lessons
    assert line.lesson.id == lesson_id("7Б", TODAY, 3)
    assert {lack.record for lack in line.missing} == {Record.ATTENDANCE, Record.LESSON, Record.HOMEWORK}


async def _it_is(at: time, clock: FrozenClock, notifier: Notifier, day: date = TODAY) -> None:
    clock.move(SCHOOL.moment(day, at))
    await notifier.scheduler.tick()
    await notifier.catch_up()


async def _the_day_passes(clock: FrozenClock, notifier: Notifier) -> None:
    for hour in (11, 12, 15, 19, 20):
        await _it_is(time(hour), clock, notifier)


@pytest.mark.requirement("R-046", "R-070")
async def test_the_substitute_is_reminded_of_the_lesson_and_not_whoever_is_replaced(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    lesson = lesson_id("7Б", TODAY, 3)
    svetlana = person_id("svetlana")
    await change(store, update(lessons).where(lessons.c.id == lesson).values(substitute_id=svetlana))
    await _the_day_passes(clock, notifier)
    assert of_kind(post, NIKOLAI, Kind.ENTRY_REMINDER) == []
    # Her own lessons end at 10:10, the one she gives for a colleague at 11:15: all in one message.
    (news,) = of_kind(post, svetlana, Kind.ENTRY_REMINDER)
    assert isinstance(news, ReminderNews)
    assert lesson in [line.lesson.id for line in news.lessons]
    assert len(news.lessons) == 3


async def test_lessons_on_a_day_off_and_lessons_of_whoever_is_ill_are_not_asked_about(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    await add(store, calendar_days, starts_on=TODAY, ends_on=TODAY, kind="off", name="Мороз", grade_to=4)
    today = TODAY.isoformat()
    await add(
        store,
        timetable_changes,
        kind="teacher_away",
        payload={"person": NIKOLAI, "first": today, "last": today},
        status="stands",
        requested_by=NIKOLAI,
        requested_at=clock.now(),
    )
    await _the_day_passes(clock, notifier)
    asked = [who for who in (person_id("svetlana"), NIKOLAI, ANNA) if of_kind(post, who, Kind.ENTRY_REMINDER)]
    assert asked == [ANNA]


async def test_short_lessons_of_a_frost_day_are_asked_about_by_their_own_bells(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    short = {"starts_at": SCHOOL.moment(TODAY, time(9, 50)), "ends_at": SCHOOL.moment(TODAY, time(10, 20))}
    lesson = lesson_id("7Б", TODAY, 3)
    await change(store, update(lessons).where(lessons.c.id == lesson).values(**short))
    for at in (time(10, 15), time(10, 25)):
        await _it_is(at, clock, notifier)
    assert of_kind(post, NIKOLAI, Kind.ENTRY_REMINDER) == []
    await _it_is(time(10, 30), clock, notifier)
    assert len(of_kind(post, NIKOLAI, Kind.ENTRY_REMINDER)) == 1


async def test_a_teacher_in_a_lesson_hears_the_deputy_heads_reminder_when_it_is_over(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    clock.move(SCHOOL.moment(TODAY, time(11)))
    yesterday = (TODAY - timedelta(days=2)).isoformat()
    await happen(store, clock.now(), EntryReminderDue(NIKOLAI, yesterday), by="pavel")
    await notifier.catch_up()
    assert of_kind(post, NIKOLAI, Kind.ENTRY_REMINDER) == []
    clock.move(timedelta(minutes=15))
    await notifier.catch_up()
    assert len(of_kind(post, NIKOLAI, Kind.ENTRY_REMINDER)) == 1


@pytest.mark.requirement("R-046")
async def test_a_work_whose_term_ends_is_brought_up_and_again_when_it_is_over(
    store: SqlStore, clock: FrozenClock, notifier: Notifier, post: Post
) -> None:
    work = await set_work(store, clock.now(), kind="control")
    # He gives no lesson on Thursday, when the term ends, nor on Friday: he hears of it in the afternoon.
    await change(store, update(works).where(works.c.id == work).values(due_on=TOMORROW, teacher_id=NIKOLAI))
    await _the_day_passes(clock, notifier)
    (news,) = of_kind(post, NIKOLAI, Kind.ENTRY_REMINDER)
    assert isinstance(news, ReminderNews)
    assert news.works == ()
    for days in (1, 2):
        post.take()
        await _it_is(time(13, 55), clock, notifier, TODAY + timedelta(days=days))
        assert of_kind(post, NIKOLAI, Kind.ENTRY_REMINDER) == []
        await _it_is(time(14, 5), clock, notifier, TODAY + timedelta(days=days))
        told = of_kind(post, NIKOLAI, Kind.ENTRY_REMINDER)
        assert [one.id for news in told if isinstance(news, ReminderNews) for one in news.works] == [work]


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
