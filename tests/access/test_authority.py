"""A power of attorney: warned of twice, extended without a new code, ended on its day."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from journal.access import authority, overview
from journal.clock import FrozenClock
from journal.errors import InvalidError, NotFoundError, RefusedError
from journal.model.school import School
from journal.regulation import Regulation
from notifications.house import round_of
from notifications.jobs.duties import authority_warnings, ended_access
from storage.tables.access import bindings
from storage.tables.outbox import events
from storage.unit_of_work import SqlStore
from tests.access.conftest import BY_TAP
from tests.support.school import SCHOOL, TODAY, CtxOf, person_id, student_id

ANYA, IGOR = student_id("anya"), person_id("igor")


@dataclass
class House:
    """A house that only keeps the time."""

    store: SqlStore
    clock: FrozenClock
    school: School
    regulation: Regulation
    secret: bytes = b"a secret of the test"


@pytest.fixture
async def house(store: SqlStore, clock: FrozenClock) -> House:
    """Igor stands for Anya by a power of attorney that ends in twenty days."""
    async with store.connection(writing=True) as db:
        await db.run(
            update(bindings)
            .where(bindings.c.account_id == IGOR)
            .values(capacity="representative", expires_on=TODAY + timedelta(days=20))
        )
        await db.connection.commit()
    return House(store, clock, SCHOOL, BY_TAP)


async def night(house: House) -> None:
    """The jobs of one day."""
    async with house.store.connection(writing=True) as db:
        round_ = round_of(house, db)
        await ended_access(round_, round_.now)
        await authority_warnings(round_, round_.now)
        await db.connection.commit()


async def told(store: SqlStore) -> list[int]:
    async with store.connection() as db:
        found = await db.scalars(
            select(events.c.payload).where(events.c.kind == "authority_ending").order_by(events.c.id)
        )
    return [payload["days"] for payload in found]


@pytest.mark.requirement("R-018")
async def test_it_is_warned_of_fourteen_and_three_days_before_and_ends_on_the_day(house: House) -> None:
    seen: dict[int, list[int]] = {}
    for day in range(23):
        await night(house)
        seen[day] = await told(house.store)
        house.clock.move(timedelta(days=1))
    assert (seen[5], seen[6], seen[16], seen[17], seen[20], seen[21]) == (
        [],
        [14],
        [14],
        [14, 3],
        [14, 3],
        [14, 3, 0],
    )
    assert seen[22] == [14, 3, 0]


@pytest.mark.requirement("R-018")
async def test_a_warning_missed_while_the_machine_was_off_is_given_late(house: House) -> None:
    house.clock.move(timedelta(days=10))
    await night(house)
    assert await told(house.store) == [14]
    house.clock.move(timedelta(days=9))
    await night(house)
    assert await told(house.store) == [14, 3]


@pytest.mark.requirement("R-018")
async def test_an_extension_keeps_the_access_and_warns_anew(house: House, ctx_of: CtxOf) -> None:
    house.clock.move(timedelta(days=18))
    await night(house)
    until = TODAY + timedelta(days=40)
    await authority.extend(ctx_of("maria"), ANYA, IGOR, until)
    assert (await overview.guardian_access(ctx_of("maria"), ANYA, IGOR)).expires_on == until
    house.clock.move(timedelta(days=15))
    await night(house)
    assert await told(house.store) == [3, 14]
    assert (await overview.guardian_access(ctx_of("maria"), ANYA, IGOR)).linked


async def test_only_who_issues_codes_extends_and_only_a_representative(house: House, ctx_of: CtxOf) -> None:
    until = TODAY + timedelta(days=100)
    for name in ("anna", "svetlana", "pavel", "olga", "igor", "tatyana"):
        with pytest.raises((NotFoundError, RefusedError)):
            await authority.extend(ctx_of(name), ANYA, IGOR, until)
    with pytest.raises(NotFoundError):
        await authority.extend(ctx_of("maria"), ANYA, person_id("olga"), until)
    with pytest.raises(InvalidError, match="document_over"):
        await authority.extend(ctx_of("maria"), ANYA, IGOR, date(2026, 1, 1))
