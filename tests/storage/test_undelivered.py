"""What did not arrive, on both engines: told apart, never sent twice, read at a constant cost."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.clock import FrozenClock
from journal.delivery import letters
from journal.delivery.rules import SECOND_LIFE, may_go_again, second_life
from journal.delivery.state import state
from journal.errors import RefusedError, StaleError
from journal.model.delivery import Letter, Source
from journal.model.news import Kind
from journal.model.outbox import Lane
from journal.model.trouble import Setback
from storage.tables.access import accounts
from storage.tables.outbox import outbox
from storage.unit_of_work import SqlStore
from tests.support.school import LONG_AGO, NOW, CtxOf, person_id, student_id

OLGA, TATYANA, MARIA = (person_id(name) for name in ("olga", "tatyana", "maria"))
HOUR = timedelta(hours=1)


async def lose(store: SqlStore, clock: FrozenClock, account: int, number: int = 0, **more: object) -> int:
    """A push that was given up an hour ago."""
    now = clock.now()
    row = {
        "account_id": account,
        "student_id": student_id("anya") if account == OLGA else None,
        "kind": Kind.MARKS,
        "payload": {},
        "lane": int(Lane.NORMAL),
        "dedup_key": f"lost:{account}:{number}",
        "due_at": now - 2 * HOUR,
        "not_before": now - 2 * HOUR,
        "expires_at": now + HOUR,
        "state": "dead",
        "error": "Bad Request: BUTTON_DATA_INVALID",
        "created_at": now - 2 * HOUR,
        "settled_at": now - HOUR,
        **more,
    }
    async with store.connection(writing=True) as db:
        key = await db.insert(outbox, **row)
        await db.connection.commit()
        return key


async def test_each_setback_is_told_apart_and_whom_it_befell_is_known(
    store: SqlStore, clock: FrozenClock, ctx_of: CtxOf
) -> None:
    late = {"state": "expired", "error": "too late"}
    await lose(store, clock, OLGA)
    await lose(store, clock, OLGA, 1, error="Bad Request: MEDIA_CAPTION_TOO_LONG")
    await lose(store, clock, MARIA, 2, **late)
    await lose(store, clock, TATYANA, 3, **late)
    await lose(store, clock, TATYANA, 4, settled_at=LONG_AGO)
    async with store.connection(writing=True) as db:
        await db.run(accounts.update().where(accounts.c.id == TATYANA).values(unreachable_at=clock.now()))
        await db.connection.commit()
    admin = ctx_of("admin")
    assert await letters.overview(admin) == {
        Setback.REFUSED: 1,
        Setback.TOO_LONG: 1,
        Setback.LATE: 1,
        Setback.AWAY: 1,
    }
    # Who is out of reach is no failure of the bot's.
    assert await letters.count(admin) == 3
    (of_family,) = (await letters.listed(admin, Setback.REFUSED, 0)).letters
    assert of_family.whom.child is not None
    assert (of_family.whom.child.unit_name, of_family.whom.child.student_id) == ("7Б", student_id("anya"))
    (of_staff,) = (await letters.listed(admin, Setback.LATE, 0)).letters
    assert of_staff.whom.role is not None
    assert of_staff.whom.person is not None
    assert of_staff.whom.person.id == MARIA


async def test_a_letter_goes_again_once_however_often_it_is_asked_for(
    store: SqlStore, clock: FrozenClock, ctx_of: CtxOf
) -> None:
    number = await lose(store, clock, OLGA)
    admin = ctx_of("admin")
    await letters.send_again(admin, Source.PUSH, number)
    with pytest.raises(StaleError, match="letter_settled"):
        await letters.send_again(admin, Source.PUSH, number)
    with pytest.raises(StaleError, match="letter_settled"):
        await letters.put_away(admin, Source.PUSH, number)
    async with store.connection() as db:
        row = await db.first(outbox.select().where(outbox.c.id == number))
    assert row is not None
    assert (row.state, row.attempts, row.error, row.settled_at) == ("waiting", 0, None, None)


@pytest.mark.parametrize("who", ["anna", "maria", "pavel", "irina", "olga", "egor"])
async def test_nobody_but_who_keeps_the_bot_running_sees_or_sends_anything(
    store: SqlStore, clock: FrozenClock, ctx_of: CtxOf, who: str
) -> None:
    number = await lose(store, clock, OLGA)
    ctx = ctx_of(who)
    assert await letters.count(ctx) == 0
    for asked in (
        lambda: letters.overview(ctx),
        lambda: letters.listed(ctx, Setback.REFUSED, 0),
        lambda: letters.opened(ctx, Source.PUSH, number),
        lambda: letters.send_again(ctx, Source.PUSH, number),
        lambda: letters.put_all_away(ctx, Setback.REFUSED),
        lambda: state(ctx),
    ):
        with pytest.raises(Exception, match=r"not_permitted|not_found"):
            await asked()
    assert await letters.overview(ctx_of("admin")) == {Setback.REFUSED: 1}


async def test_what_is_long_past_is_not_sent_again(
    store: SqlStore, clock: FrozenClock, ctx_of: CtxOf
) -> None:
    past = {"due_at": clock.now() - 9 * HOUR, "expires_at": clock.now() - 5 * HOUR}
    number = await lose(store, clock, OLGA, **past)
    with pytest.raises(RefusedError, match="letter_too_late"):
        await letters.send_again(ctx_of("admin"), Source.PUSH, number)
    assert await letters.send_all_again(ctx_of("admin"), Setback.REFUSED) == 0


async def test_a_list_of_many_costs_as_many_statements_as_one_of_few(
    store: SqlStore, clock: FrozenClock, ctx_of: CtxOf, statements: list[str]
) -> None:
    admin, cost = ctx_of("admin"), []
    for already in (0, 1, 8):
        for number in range(already, max(1, already * 8)):
            await lose(store, clock, OLGA, number)
        statements.clear()
        await letters.listed(admin, Setback.REFUSED, 0)
        await state(admin)
        cost.append(len(statements))
    assert cost[1] == cost[0] == cost[2]
    assert cost[0] <= 18


spans = st.timedeltas(timedelta(0), timedelta(days=40))


@given(due=spans, life=spans, late=spans)
def test_a_letter_may_go_again_for_as_long_as_it_mattered_and_lives_through_a_night(
    due: timedelta, life: timedelta, late: timedelta
) -> None:
    due_at = NOW - due
    letter = Letter(Source.PUSH, 1, Setback.REFUSED, Kind.MARKS, None, NOW, due_at, due_at + life)
    now = due_at + life + late
    assert may_go_again(letter, now) is (late < life)
    since, until = second_life(letter, now)
    assert since == now
    assert until - since >= SECOND_LIFE
