"""Changed data: said by the family, in effect once the class teacher confirms it."""

import asyncio

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.access import profile
from journal.errors import InvalidError, NotFoundError, RefusedError, StaleError
from journal.model.access import Awaited
from journal.model.profile import Field, ProfileChange
from storage.tables.access import bindings
from storage.tables.control import audit
from storage.tables.outbox import events
from storage.tables.people import contacts, people
from storage.unit_of_work import SqlStore
from tests.support.school import NOW, CtxOf, person_id, student_id, unit_id
from tests.support.statements import count, heard

ANYA, OLGA = student_id("anya"), person_id("olga")
PHONE = "+79001112233"


async def wish(
    ctx_of: CtxOf, field: Field, typed: str, *, of_child: bool = False, name: str = "olga"
) -> ProfileChange:
    ctx = ctx_of(name)
    await profile.ask_value(ctx, ANYA, field, of_child=of_child)
    awaited = Awaited(profile.VALUE, {"student": ANYA, "field": field, "of_child": of_child})
    return await profile.propose(ctx, awaited, typed)


async def phone_of(store: SqlStore, person: int) -> list[str]:
    async with store.connection() as db:
        return list(
            await db.scalars(
                select(contacts.c.value).where(contacts.c.person_id == person, contacts.c.kind == "phone")
            )
        )


@pytest.mark.requirement("R-022")
async def test_a_change_takes_effect_only_once_it_is_confirmed(ctx_of: CtxOf, store: SqlStore) -> None:
    asked = await wish(ctx_of, Field.PHONE, "8 (900) 111-22-33")
    assert await phone_of(store, OLGA) == []
    assert [one.value for one in (await profile.family_data(ctx_of("olga"), ANYA)).waiting] == [PHONE]
    _, waiting = await profile.waiting(ctx_of("maria"), unit_id("7Б"))
    assert [(child.student_id, one.id) for child, one in waiting] == [(ANYA, asked.id)]
    await profile.decide(ctx_of("maria"), asked.id, confirmed=True)
    assert await phone_of(store, OLGA) == [PHONE]
    assert (await profile.family_data(ctx_of("olga"), ANYA)).waiting == ()
    assert await count(store, events, events.c.kind == "profile_change_decided") == 1
    assert await count(store, audit, audit.c.action == "people.change_confirmed") == 1
    with pytest.raises(StaleError):
        await profile.decide(ctx_of("maria"), asked.id, confirmed=False)


@pytest.mark.requirement("R-022")
async def test_a_new_name_of_the_child_is_found_by_search(ctx_of: CtxOf, store: SqlStore) -> None:
    asked = await wish(ctx_of, Field.LAST_NAME, "ёлкина-иванова", of_child=True)
    await profile.decide(ctx_of("maria"), asked.id, confirmed=True)
    async with store.connection() as db:
        row = await db.first(select(people).where(people.c.id == ANYA))
    assert row is not None
    assert (row.last_name, row.search_name) == ("Ёлкина-Иванова", "елкина-иванова аня")


async def test_a_declined_change_changes_nothing(ctx_of: CtxOf, store: SqlStore) -> None:
    asked = await wish(ctx_of, Field.PHONE, PHONE)
    await profile.decide(ctx_of("maria"), asked.id, confirmed=False)
    assert await phone_of(store, OLGA) == []


async def test_a_later_wish_takes_the_place_of_the_earlier(ctx_of: CtxOf) -> None:
    first = await wish(ctx_of, Field.PHONE, PHONE)
    second = await wish(ctx_of, Field.PHONE, "+79005556677")
    with pytest.raises(StaleError):
        await profile.decide(ctx_of("maria"), first.id, confirmed=True)
    _, waiting = await profile.waiting(ctx_of("maria"), unit_id("7Б"))
    assert [one.id for _, one in waiting] == [second.id]


async def test_whoever_asked_takes_it_back_and_nobody_else_does(ctx_of: CtxOf) -> None:
    asked = await wish(ctx_of, Field.PHONE, PHONE)
    for name in ("igor", "tatyana", "maria", "egor"):
        with pytest.raises((NotFoundError, RefusedError)):
            await profile.take_back(ctx_of(name), asked.id)
    assert await profile.take_back(ctx_of("olga"), asked.id) == ANYA
    with pytest.raises(StaleError):
        await profile.decide(ctx_of("maria"), asked.id, confirmed=True)


async def test_whoever_lost_the_child_meanwhile_changes_nothing(ctx_of: CtxOf, store: SqlStore) -> None:
    asked = await wish(ctx_of, Field.PHONE, PHONE)
    async with store.connection(writing=True) as db:
        await db.run(update(bindings).where(bindings.c.account_id == OLGA).values(ended_at=NOW))
        await db.connection.commit()
    assert (await profile.waiting(ctx_of("maria"), unit_id("7Б")))[1] == []
    with pytest.raises((StaleError, NotFoundError, RefusedError)):
        await profile.decide(ctx_of("maria"), asked.id, confirmed=True)
    assert await phone_of(store, OLGA) == []


@pytest.mark.parametrize("name", ["tatyana", "anna", "svetlana", "pavel", "egor"])
async def test_nobody_else_reads_changes_or_decides(ctx_of: CtxOf, store: SqlStore, name: str) -> None:
    asked = await wish(ctx_of, Field.PHONE, PHONE)
    ctx = ctx_of(name)
    for attempt in (
        profile.family_data(ctx, ANYA),
        profile.propose(
            ctx, Awaited(profile.VALUE, {"student": ANYA, "field": "phone", "of_child": True}), PHONE
        ),
        profile.decide(ctx, asked.id, confirmed=True),
        profile.waiting(ctx, unit_id("7Б")),
    ):
        with pytest.raises((NotFoundError, RefusedError)):
            await attempt
    assert await phone_of(store, ANYA) == await phone_of(store, OLGA) == []


async def test_a_guardian_does_not_confirm_the_own_wish(ctx_of: CtxOf) -> None:
    asked = await wish(ctx_of, Field.PHONE, PHONE)
    with pytest.raises(NotFoundError):
        await profile.decide(ctx_of("olga"), asked.id, confirmed=True)


async def test_what_is_no_change_and_too_many_changes_are_refused(ctx_of: CtxOf) -> None:
    with pytest.raises(InvalidError, match="value_unchanged"):
        await wish(ctx_of, Field.LAST_NAME, "Иванова")
    for number in range(profile.A_DAY):
        await wish(ctx_of, Field.PHONE, f"+790011122{number:02}")
    with pytest.raises(RefusedError, match="changes_limited"):
        await wish(ctx_of, Field.PHONE, PHONE)


async def test_the_screens_take_the_same_statements_whatever_waits(
    ctx_of: CtxOf, engine: AsyncEngine
) -> None:
    counts = []
    for _ in range(2):
        with heard(engine) as run:
            await profile.family_data(ctx_of("olga"), ANYA)
            await profile.waiting(ctx_of("maria"), unit_id("7Б"))
        counts.append(len(run))
        for field, typed in ((Field.PHONE, PHONE), (Field.EMAIL, "o@mail.ru"), (Field.LAST_NAME, "Ким")):
            await wish(ctx_of, field, typed)
    assert counts[0] == counts[1]


async def test_a_wish_sent_twice_at_once_waits_once(ctx_of: CtxOf) -> None:
    await asyncio.gather(*(wish(ctx_of, Field.PHONE, f"8 900 111-22-3{digit}") for digit in range(4)))
    assert len((await profile.family_data(ctx_of("olga"), ANYA)).waiting) == 1
