"""One's own access: consents and phones are decided upon one by one, and only by whom they concern."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.access import rights
from journal.access.consent import VERSION, ConsentKind
from journal.errors import NotFoundError, RefusedError
from journal.model.access_news import Decision
from storage.tables.access import access_events, bindings, consents
from storage.tables.control import audit
from storage.tables.outbox import events
from storage.unit_of_work import SqlStore
from tests.support.newcomers import STRANGERS
from tests.support.school import NOW, CtxOf, person_id, student_id
from tests.support.statements import count, heard

ANYA, PETYA = student_id("anya"), student_id("petya")
OLGA, IGOR = person_id("olga"), person_id("igor")


async def live(store: SqlStore, person: int) -> list[tuple[int, int]]:
    """The accounts and students a person is linked by."""
    async with store.connection() as db:
        rows = await db.all(
            select(bindings.c.account_id, bindings.c.student_id)
            .where(bindings.c.person_id == person, bindings.c.ended_at.is_(None))
            .order_by(bindings.c.account_id, bindings.c.student_id)
        )
    return [(row.account_id, row.student_id) for row in rows]


async def second_phone(store: SqlStore) -> None:
    """Olga's other phone, linked to Anya's diary."""
    async with store.connection(writing=True) as db:
        await db.insert(
            bindings,
            account_id=STRANGERS[0],
            kind="guardian",
            person_id=OLGA,
            student_id=ANYA,
            bound_at=NOW,
            news_since=NOW,
        )
        await db.connection.commit()


async def decided(store: SqlStore) -> list[str]:
    async with store.connection() as db:
        found = await db.scalars(select(events.c.payload).where(events.c.kind == "family_decided"))
    return [payload["decision"] for payload in found]


@pytest.mark.requirement("R-020")
@pytest.mark.parametrize("kind", [ConsentKind.PROCESSING, ConsentKind.MESSENGER])
async def test_a_withdrawal_ends_every_phone_of_that_person_for_that_child_alone(
    ctx_of: CtxOf, store: SqlStore, nina: int, kind: ConsentKind
) -> None:
    await second_phone(store)
    assert await rights.withdraw(ctx_of("olga"), ANYA, kind)
    assert await live(store, OLGA) == [(OLGA, PETYA)]
    assert await live(store, IGOR) == [(IGOR, ANYA)]
    assert await decided(store) == [Decision(kind)]


@pytest.mark.requirement("R-020")
async def test_the_note_of_a_withdrawal_names_the_ground_of_what_stays(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    await rights.withdraw(ctx_of("olga"), ANYA, ConsentKind.PROCESSING)
    async with store.connection() as db:
        (details,) = await db.scalars(
            select(access_events.c.details).where(access_events.c.kind == "consent_withdrawn")
        )
    assert "273-ФЗ" in details["stays"]
    assert await count(store, audit, audit.c.action == "access.withdraw") == 1


async def test_the_consent_to_photos_is_given_and_taken_back_without_ending_anything(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    olga = ctx_of("olga")
    with pytest.raises(RefusedError, match="consent_absent"):
        await rights.withdraw(olga, ANYA, ConsentKind.PHOTO)
    for _ in range(2):
        await rights.give(olga, ANYA, ConsentKind.PHOTO, VERSION)
    assert await count(store, consents, consents.c.kind == "photo") == 1
    assert (await rights.own_access(olga, ANYA)).standing(ConsentKind.PHOTO) is not None
    assert not await rights.withdraw(olga, ANYA, ConsentKind.PHOTO)
    found = await rights.own_access(olga, ANYA)
    assert found.standing(ConsentKind.PHOTO) is None
    assert found.standing(ConsentKind.PROCESSING) is not None
    assert await decided(store) == [Decision.PHOTO]


async def test_leaving_disconnects_this_phone_and_no_other(ctx_of: CtxOf, store: SqlStore, nina: int) -> None:
    await second_phone(store)
    await rights.unlink(ctx_of("olga"), ANYA)
    assert await live(store, OLGA) == [(OLGA, PETYA), (STRANGERS[0], ANYA)]
    assert await decided(store) == [Decision.UNLINKED]
    with pytest.raises(NotFoundError):
        await rights.unlink(ctx_of("olga"), ANYA)


async def test_a_student_leaves_too_and_nobody_is_bothered(ctx_of: CtxOf, store: SqlStore) -> None:
    await rights.unlink(ctx_of("egor"), student_id("egor"))
    assert await live(store, student_id("egor")) == []
    assert await decided(store) == []


@pytest.mark.parametrize("name", ["tatyana", "anna", "maria", "pavel", "egor"])
async def test_nobody_decides_for_another_family(ctx_of: CtxOf, store: SqlStore, name: str) -> None:
    ctx = ctx_of(name)
    before = await live(store, OLGA)
    for attempt in (
        rights.own_access(ctx, ANYA),
        rights.withdraw(ctx, ANYA, ConsentKind.PROCESSING),
        rights.give(ctx, ANYA, ConsentKind.PHOTO, VERSION),
        rights.unlink(ctx, ANYA),
    ):
        with pytest.raises((NotFoundError, RefusedError)):
            await attempt
    assert await live(store, OLGA) == before


async def test_a_student_gives_and_takes_back_no_consent(ctx_of: CtxOf) -> None:
    for attempt in (
        rights.give(ctx_of("egor"), student_id("egor"), ConsentKind.PHOTO, VERSION),
        rights.withdraw(ctx_of("egor"), student_id("egor"), ConsentKind.PROCESSING),
    ):
        with pytest.raises(NotFoundError):
            await attempt


async def test_one_diary_takes_the_same_statements_with_any_number_of_phones(
    ctx_of: CtxOf, store: SqlStore, engine: AsyncEngine, nina: int
) -> None:
    counts = []
    for _ in range(2):
        with heard(engine) as run:
            found = await rights.own_access(ctx_of("olga"), ANYA)
        counts.append((len(found.phones), len(run)))
        if len(counts) == 1:
            await second_phone(store)
    assert [phones for phones, _ in counts] == [1, 2]
    assert counts[0][1] == counts[1][1]
