"""Whatever a day brings and a family chose: no fact is lost or told twice, nothing urgent waits."""

import random
from collections import Counter
from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import select

from journal.clock import FrozenClock
from journal.events import HomeworkSaved, MarksSaved
from journal.model.attendance import Presence
from journal.model.news import Kind
from journal.model.subscriptions import Mode, Topic
from notifications.service import Notifier
from storage.tables.outbox import events, outbox
from storage.unit_of_work import SqlStore
from tests.notifications.post import Post
from tests.notifications.test_absence_push import take_register
from tests.notifications.writing import choose, give_mark, happen, set_homework, set_work
from tests.support.school import SCHOOL, TODAY, CtxOf, person_id, student_id

IGOR, ANYA = person_id("igor"), student_id("anya")
MODES = (None, Mode.AT_ONCE, Mode.AFTER_LESSONS, Mode.DIGEST, Mode.SILENT)
TOLD = {("sent", None), ("skipped", "told already")}


@pytest.mark.parametrize("seed", range(4))
async def test_every_fact_of_a_random_day_is_told_once(
    seed: int, store: SqlStore, clock: FrozenClock, ctx_of: CtxOf, notifier: Notifier, post: Post
) -> None:
    chance = random.Random(seed)
    for topic in (Topic.MARKS, Topic.HOMEWORK):
        if (mode := chance.choice(MODES)) is not None:
            await choose(store, "igor", "anya", topic, mode, clock.now())
    await take_register(ctx_of, "anna", 2, {"anya": Presence.ABSENT})
    hold = clock.now() + timedelta(minutes=5)
    heard: datetime | None = None
    given = 0
    # What is entered after the evening's card comes with the next one.
    while clock.now() < SCHOOL.moment(TODAY + timedelta(days=1), time(20)):
        if SCHOOL.day(clock.now()) == TODAY and chance.random() < 0.4:
            await _entered(store, clock, chance)
            given += 1
        await notifier.catch_up()
        if heard is None and any(one.news[0].kind is Kind.ATTENDANCE for one in post.of(IGOR)):
            heard = clock.now()
        clock.move(timedelta(minutes=chance.choice([1, 5, 25, 70])))
    await notifier.catch_up()
    assert heard is not None
    assert heard - hold <= timedelta(minutes=70)
    told = Counter(news.kind for parcel in post.of(IGOR) for news in parcel.news if parcel.edits is None)
    async with store.connection() as db:
        ends = await db.all(select(outbox.c.state, outbox.c.error).where(outbox.c.account_id == IGOR))
        left = await db.scalars(select(events.c.state).where(events.c.state.not_in(["done"])))
    assert {(row.state, row.error) for row in ends} <= TOLD
    assert left == []
    assert told[Kind.MARKS] + told[Kind.HOMEWORK] == given


async def _entered(store: SqlStore, clock: FrozenClock, chance: random.Random) -> None:
    if chance.random() < 0.5:
        work = await set_work(store, clock.now())
        await give_mark(store, work, "anya", "4", clock.now())
        await happen(store, clock.now(), MarksSaved(work, [ANYA]))
    else:
        task = await set_homework(store, clock.now(), slot=chance.choice([1, 2]))
        await happen(store, clock.now(), HomeworkSaved(task, 1))
