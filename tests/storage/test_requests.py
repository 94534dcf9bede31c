"""What is asked of the deputy head, about a lesson or a period's marks: decided once, over after a week."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from journal import control, periods
from journal.clock import FrozenClock
from journal.entry import Record
from journal.errors import InvalidError
from journal.lessons import requests
from journal.model.control import RequestStatus
from journal.model.marks import ResultKind
from journal.model.periods import Place
from journal.model.requests import LONGEST, WAITS, EntryRequest
from storage.tables.control import audit
from storage.tables.outbox import events
from storage.unit_of_work import SqlStore
from tests.support.school import TODAY, CtxOf, lesson_id, subject_id, unit_id

LESSON = lesson_id("7Б", TODAY - timedelta(days=7), 2)
PAGE = Place(unit_id("7Б"), subject_id("algebra"), ResultKind.PERIOD, 1)


async def ask_both(ctx_of: CtxOf) -> None:
    """Asked twice, each stands once."""
    for _ in range(2):
        await requests.ask_deputy(ctx_of("anna"), LESSON, Record.LESSON, "Болела")
        await periods.ask(ctx_of("anna"), PAGE, 0, "Описка")


async def expire(ctx_of: CtxOf) -> int:
    async with ctx_of("pavel").writing() as work:
        ended = await control.expire(work)
        await work.commit()
        return ended


async def test_both_kinds_stand_in_one_list_and_a_refusal_carries_its_word(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await ask_both(ctx_of)
    pavel = ctx_of("pavel")
    lesson, page = await control.waiting(pavel)
    assert isinstance(lesson, EntryRequest)
    assert [one.reason for one in (lesson, page)] == ["Болела", "Описка"]
    with pytest.raises(InvalidError):
        await control.decide(pavel, page.id, allow=False, word="я" * (LONGEST + 1))
    for one in (lesson, page):
        assert (await control.ask_word(pavel, one.id)).status is RequestStatus.WAITING
        declined = await control.decide(pavel, one.id, allow=False, word=" Страница \n закрыта ")
        assert (declined.status, declined.answer) == (RequestStatus.DECLINED, "Страница закрыта")
        assert (await control.decide(pavel, one.id, allow=True)).status is RequestStatus.DECLINED
    assert await control.waiting(pavel) == []
    async with store.connection() as db:
        kept = select(audit.c.action, audit.c.reason).where(audit.c.action.like("%declined"))
        assert [tuple(row) for row in await db.all(kept)] == [
            ("entry.declined", "Страница закрыта"),
            ("result.declined", "Страница закрыта"),
        ]


@pytest.mark.requirement("R-038", "R-051")
async def test_what_nobody_answered_for_a_week_is_over_and_may_be_asked_anew(
    ctx_of: CtxOf, store: SqlStore, clock: FrozenClock
) -> None:
    await ask_both(ctx_of)
    lesson, page = await control.waiting(ctx_of("pavel"))
    clock.move(WAITS - timedelta(minutes=1))
    assert len(await control.waiting(ctx_of("pavel"))) == 2
    clock.move(timedelta(minutes=1))
    # Over before any job came by: an old button finds nothing left to decide.
    assert await control.waiting(ctx_of("pavel")) == []
    for one in (lesson, page):
        late = await control.decide(ctx_of("pavel"), one.id, allow=True)
        assert late.status is RequestStatus.EXPIRED
    await ask_both(ctx_of)
    assert len(await control.waiting(ctx_of("pavel"))) == 2
    assert [await expire(ctx_of) for _ in range(2)] == [2, 0]
    async with store.connection() as db:
        told = select(events.c.kind).where(events.c.kind.in_(("entry_decided", "result_decided")))
        assert sorted(await db.scalars(told)) == ["entry_decided", "result_decided"]
        ended = select(audit.c.action).where(audit.c.action.like("%expired"))
        assert sorted(await db.scalars(ended)) == ["entry.expired", "result.expired"]
    fresh = await control.waiting(ctx_of("pavel"))
    assert [one.status for one in fresh] == [RequestStatus.WAITING] * 2
