"""Who acts: rebuilt from the present state for every update, in a constant number of statements."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event, update

from journal.model.access import Actor, Hat
from storage import actors
from storage.tables.access import accounts, bindings
from storage.tables.people import role_assignments
from storage.unit_of_work import SqlStore
from tests.support.school import NOW, PLATFORM_IDS, TODAY, CtxOf, actor_of, person_id, student_id


async def load(store: SqlStore, name: str, day: date = TODAY) -> Actor:
    async with store.connection() as db:
        found = await actors.identify(db, "telegram", str(PLATFORM_IDS[name]), day, NOW)
    assert found is not None
    return found.actor


@pytest.mark.parametrize("name", ["anna", "maria", "pavel", "admin", "olga", "tatyana", "egor"])
async def test_everybody_of_the_school_is_known_by_the_account(store: SqlStore, name: str) -> None:
    found, wanted = await load(store, name), actor_of(name)
    assert (found.person_id, found.student_id, found.hat) == (
        wanted.person_id,
        wanted.student_id,
        wanted.hat,
    )
    assert {(held.role, held.unit_id) for held in found.roles} == {
        (held.role, held.unit_id) for held in wanted.roles
    }
    assert set(found.children) == set(wanted.children)


async def test_an_account_never_met_is_nobody(store: SqlStore) -> None:
    async with store.connection() as db:
        assert await actors.identify(db, "telegram", "777", TODAY, NOW) is None
        assert await actors.identify(db, "max", str(PLATFORM_IDS["anna"]), TODAY, NOW) is None


@pytest.mark.requirement("R-025")
async def test_an_ended_binding_gives_nothing_any_more(store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.run(
            update(bindings)
            .where(bindings.c.account_id == 301, bindings.c.student_id == student_id("anya"))
            .values(ended_at=NOW)
        )
        await db.connection.commit()
    assert [child.student_id for child in (await load(store, "olga")).children] == [student_id("petya")]


@pytest.mark.requirement("R-018")
async def test_a_representatives_binding_ends_with_its_document(store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.run(update(bindings).where(bindings.c.account_id == 303).values(expires_on=TODAY))
        await db.connection.commit()
    assert (await load(store, "tatyana")).is_guardian_of(student_id("egor"))
    assert (await load(store, "tatyana", TODAY + timedelta(days=1))).children == ()


async def test_a_role_ends_with_its_order(store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.run(
            update(role_assignments)
            .where(role_assignments.c.person_id == person_id("anna"))
            .values(until=TODAY)
        )
        await db.connection.commit()
    assert (await load(store, "anna")).roles == ()


async def test_a_teacher_who_is_a_parent_keeps_one_account_and_chooses_the_hat(store: SqlStore) -> None:
    async with store.connection(writing=True) as db:
        await db.insert(
            bindings,
            account_id=person_id("maria"),
            kind="guardian",
            person_id=person_id("maria"),
            student_id=student_id("masha"),
            capacity="parent",
            bound_at=NOW,
            news_since=NOW,
        )
        await db.connection.commit()
    assert (await load(store, "maria")).hat is Hat.STAFF
    async with store.connection(writing=True) as db:
        await db.run(update(accounts).where(accounts.c.id == person_id("maria")).values(hat="guardian"))
        await db.connection.commit()
    seen = await load(store, "maria")
    assert (seen.hat, seen.current_student_id, bool(seen.roles)) == (Hat.GUARDIAN, student_id("masha"), True)


async def test_the_awaited_answer_comes_with_the_actor_until_it_is_given_or_forgotten(
    store: SqlStore, ctx_of: CtxOf
) -> None:
    async with ctx_of("olga").writing() as work:
        await work.inputs.expect("reason", {"lesson": 5}, message_id=9)
        await work.inputs.expect("reason", {"lesson": 6})
        await work.commit()
    assert await _awaited(store, hours=0) == ("reason", {"lesson": 6})
    assert await _awaited(store, hours=2) is None
    async with ctx_of("olga").writing() as work:
        await work.inputs.done()
        await work.commit()
    assert await _awaited(store, hours=0) is None


async def _awaited(store: SqlStore, hours: int) -> object:
    async with store.connection() as db:
        found = await actors.identify(db, "telegram", "1301", TODAY, NOW + timedelta(hours=hours))
    assert found is not None
    return (found.awaited.kind, found.awaited.payload) if found.awaited else None


@pytest.mark.parametrize("name", ["anna", "olga", "admin"])
async def test_an_actor_costs_at_most_three_statements(store: SqlStore, name: str) -> None:
    statements: list[str] = []
    engine = store.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    await load(store, name)
    assert len([text for text in statements if text.startswith("SELECT")]) <= 3


async def test_an_account_met_twice_at_once_has_one_row(store: SqlStore) -> None:
    for _ in range(2):
        async with store.connection(writing=True) as db:
            await actors.greet(db, "telegram", "888", "ru", NOW)
            await db.connection.commit()
    async with store.connection() as db:
        found = await actors.identify(db, "telegram", "888", TODAY, NOW)
    assert found is not None
    assert (found.actor.hat, found.actor.locale) == (None, "ru")
