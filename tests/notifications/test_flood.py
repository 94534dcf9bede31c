"""A full school day does not flood a family: the messages of a parent who never opened the settings."""

from collections.abc import Callable
from datetime import date, time, timedelta
from functools import partial

import pytest

from journal.clock import FrozenClock
from journal.events import HomeworkSaved, MarksSaved
from journal.model.attendance import Presence
from journal.model.news import Kind
from journal.model.subscriptions import PRESETS, Preset
from notifications.service import Notifier
from storage.tables.lessons import lessons
from storage.unit_of_work import SqlStore
from tests.notifications.post import Post
from tests.notifications.test_absence_push import take_register
from tests.notifications.writing import change, choose, give_mark, happen, set_homework, set_work
from tests.support.school import (
    SCHOOL,
    TODAY,
    CtxOf,
    lesson_id,
    person_id,
    student_id,
    subject_id,
    unit_id,
)

IGOR, ANYA = person_id("igor"), student_id("anya")
TOMORROW = TODAY + timedelta(days=1)
# 7Б has three lessons on a Wednesday and two on a Thursday: seven and five make a full day.
TODAYS_MORE = ((4, "11:25"), (5, "12:30"), (6, "13:25"), (7, "14:20"))
TOMORROWS_MORE = ((3, "10:30"), (4, "11:25"), (5, "12:30"))
# When teachers enter: in the lessons, right after them, and in the course of the evening.
MARKS_AT = ("10:40", "11:30", "12:40", "14:00", "15:40", "16:55")
HOMEWORK_AT = ("11:00", "12:05", "14:30", "15:20", "16:30")
AIM = 3


async def _add_lessons(store: SqlStore, day: date, more: tuple[tuple[int, str], ...]) -> None:
    starts = {slot: SCHOOL.moment(day, time.fromisoformat(at)) for slot, at in more}
    rows = [
        {
            "id": lesson_id("7Б", day, slot),
            "unit_id": unit_id("7Б"),
            "subject_id": subject_id("algebra"),
            "date": day,
            "slot": slot,
            "starts_at": start,
            "ends_at": start + timedelta(minutes=45),
            "teacher_id": person_id("anna"),
        }
        for slot, start in starts.items()
    ]
    await change(store, lessons.insert().values(rows))


async def _mark(store: SqlStore, clock: FrozenClock) -> None:
    work = await set_work(store, clock.now())
    await give_mark(store, work, "anya", "4", clock.now())
    await happen(store, clock.now(), MarksSaved(work, [ANYA]))


async def _task(slot: int, store: SqlStore, clock: FrozenClock) -> None:
    task = await set_homework(store, clock.now(), due=TOMORROW, slot=slot)
    await happen(store, clock.now(), HomeworkSaved(task, 1))


async def _live_the_day(store: SqlStore, clock: FrozenClock, ctx_of: CtxOf, notifier: Notifier) -> None:
    """Seven lessons, an absence at one of them, six marks and five homeworks, until nine in the evening."""
    await _add_lessons(store, TODAY, TODAYS_MORE)
    await _add_lessons(store, TOMORROW, TOMORROWS_MORE)
    await take_register(ctx_of, "anna", 2, {"anya": Presence.ABSENT})
    entries: dict[str, Callable] = dict.fromkeys(MARKS_AT, _mark)  # type: ignore[type-arg]
    entries |= {at: partial(_task, slot) for slot, at in enumerate(HOMEWORK_AT, 1)}
    for at in sorted({*entries, *(f"{hour}:{minute}" for hour in range(10, 21) for minute in ("10", "35"))}):
        clock.move(SCHOOL.moment(TODAY, time.fromisoformat(at)))
        if (entry := entries.get(at)) is not None:
            await entry(store, clock)
        await notifier.catch_up()


@pytest.mark.requirement("R-094")
@pytest.mark.parametrize("preset", Preset)
async def test_a_full_day_is_told_in_a_few_messages(
    preset: Preset, store: SqlStore, clock: FrozenClock, ctx_of: CtxOf, notifier: Notifier, post: Post
) -> None:
    if preset is not Preset.CUSTOMARY:
        for topic, mode in PRESETS[preset].items():
            await choose(store, "igor", "anya", topic, mode, clock.now())
    await _live_the_day(store, clock, ctx_of, notifier)
    told = [news for parcel in post.of(IGOR) for news in parcel.news]
    urgent = [parcel for parcel in post.of(IGOR) if parcel.news[0].kind is Kind.ATTENDANCE]
    others = len(post.of(IGOR)) - len(urgent)
    print(f"\n{preset}: {others} messages and {len(urgent)} of the absence")  # noqa: T201  # the figure is the point
    assert len(urgent) == 1
    if preset is Preset.AT_ONCE:
        assert others == len(MARKS_AT) + len(HOMEWORK_AT)
        return
    assert others <= AIM
    if preset is not Preset.IMPORTANT:
        # Few messages, and nothing left out of them.
        kinds = [news.kind for news in told]
        assert kinds.count(Kind.MARKS) == len(MARKS_AT)
        assert kinds.count(Kind.HOMEWORK) == len(HOMEWORK_AT)
