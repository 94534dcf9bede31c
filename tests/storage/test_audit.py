"""The audit chains on both engines: whatever is changed behind the journal's back is found."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, exc, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncEngine

from journal.audit import erasing
from journal.errors import NotFoundError, RefusedError
from journal.model.audit import FaultKind, Head, Verdict
from storage.audit import sealing, verifying
from storage.tables.control import audit, audit_seals
from storage.unit_of_work import SqlStore
from tests.support.school import NOW, CtxOf

ENTRIES = 6
# How the owner of a database gets past its guards.
WITHOUT_GUARDS = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS audit_keeps_its_entries",
        "DROP TRIGGER IF EXISTS audit_loses_no_entry",
    ),
    "postgresql": ("SET LOCAL session_replication_role = replica",),
}
# A chain of its own for each row of what use cases write: keys that are numbers, dates, nothing at all.
VALUES: tuple[dict[str, Any] | None, ...] = (
    {"10": "absent", "9": "late"},
    {10: "absent", 9: "late"},
    {"day": date(2026, 10, 14), "share": 0.5},
    None,
    {"text": "Ёлка «в кавычках» \U0001f384"},
    {},
)
# Every column of an entry, with something else to put there.
OTHERWISE: dict[str, Any] = {
    "chain": "unit:12",
    "number": 99,
    "at": NOW + timedelta(seconds=1),
    "actor_id": 999,
    "account_id": 999,
    "origin": "command line: root",
    "action": "mark.correct",
    "object_kind": "mark",
    "object_id": 999,
    "before": {"value": "2"},
    "after": {"value": "5"},
    "reason": "appeal",
    "salt": "0" * 32,
    "values_digest": "0" * 64,
    "previous": "0" * 63 + "1",
    "digest": "f" * 64,
}


@pytest.fixture
async def written(ctx_of: CtxOf) -> None:
    """Entries of two people in the chain of 7Б, each in a unit of work of its own."""
    for number, after in enumerate(VALUES):
        async with ctx_of("anna" if number % 2 else "maria").writing() as work:
            work.audit("register.save", "lesson", number, unit_id=11, after=after, reason="why" * number)
            await work.commit()


async def verify(store: SqlStore, *noted: Head) -> Verdict:
    async with store.connection() as db:
        return await verifying.verify(db, noted)


async def heads(store: SqlStore) -> list[Head]:
    async with store.connection() as db:
        return await verifying.heads(db)


async def tamper(engine: AsyncEngine, *statements: Any) -> None:
    """As whoever owns the database itself would: its guards go first."""
    async with engine.begin() as connection:
        for statement in WITHOUT_GUARDS[engine.dialect.name]:
            await connection.execute(text(statement))
        for statement in statements:
            await connection.execute(statement)


def entry(number: int) -> Any:
    return (audit.c.chain == "unit:11") & (audit.c.number == number)


@pytest.mark.requirement("R-125")
async def test_what_use_cases_write_verifies_whatever_its_values(written: None, store: SqlStore) -> None:
    verdict = await verify(store)
    assert verdict.faults == ()
    assert verdict.entries == ENTRIES


@pytest.mark.requirement("R-125")
@pytest.mark.parametrize("column", OTHERWISE)
async def test_a_change_of_any_column_is_found(
    written: None, store: SqlStore, engine: AsyncEngine, column: str
) -> None:
    await tamper(engine, update(audit).where(entry(3)).values({column: OTHERWISE[column]}))
    faults = (await verify(store)).faults
    assert any(fault.chain == "unit:11" and fault.number == 3 for fault in faults), faults


def test_no_column_is_left_out_of_that() -> None:
    assert set(OTHERWISE) == {column.name for column in audit.columns} - {"id"}


@pytest.mark.parametrize("number", range(1, ENTRIES))
async def test_an_entry_taken_out_of_the_middle_is_found(
    written: None, store: SqlStore, engine: AsyncEngine, number: int
) -> None:
    await tamper(engine, delete(audit).where(entry(number)))
    (fault,) = (await verify(store)).faults
    assert (fault.number, fault.kind) == (number, FaultKind.GAP)


async def test_an_entry_put_in_is_found(written: None, store: SqlStore, engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        last = (await connection.execute(select(audit).where(entry(ENTRIES)))).mappings().one()
    more = {**last, "id": last["id"] + 1000, "number": ENTRIES + 1, "previous": last["digest"]}
    await tamper(engine, insert(audit).values(more))
    (fault,) = (await verify(store)).faults
    assert (fault.number, fault.kind) == (ENTRIES + 1, FaultKind.ENTRY)


async def test_two_entries_in_each_others_place_are_found(
    written: None, store: SqlStore, engine: AsyncEngine
) -> None:
    moves = ((2, 100), (3, 2), (100, 3))
    await tamper(engine, *(update(audit).where(entry(old)).values(number=new) for old, new in moves))
    (fault,) = (await verify(store)).faults
    assert fault.number == 2


async def test_an_end_cut_off_shows_only_against_the_heads_noted_before(
    written: None, store: SqlStore, engine: AsyncEngine
) -> None:
    noted = await heads(store)
    await tamper(engine, delete(audit).where(audit.c.number > 4))
    assert (await verify(store)).faults == ()
    (fault,) = (await verify(store, *noted)).faults
    assert (fault.number, fault.kind) == (5, FaultKind.CUT)


async def test_a_chain_taken_away_as_a_whole_shows_against_the_heads(
    written: None, store: SqlStore, engine: AsyncEngine
) -> None:
    noted = await heads(store)
    await tamper(engine, delete(audit))
    (fault,) = (await verify(store, *noted)).faults
    assert (fault.chain, fault.number, fault.kind) == ("unit:11", 1, FaultKind.CUT)


async def test_a_chain_written_anew_shows_only_against_the_heads(
    written: None, store: SqlStore, engine: AsyncEngine, ctx_of: CtxOf
) -> None:
    """Whoever knows how the chain is made can make another one: without a head outside, nobody can tell."""
    noted = await heads(store)
    await tamper(engine, delete(audit))
    for number in range(ENTRIES):
        async with ctx_of("anna").writing() as work:
            work.audit("register.save", "lesson", number, unit_id=11)
            await work.commit()
    assert (await verify(store)).faults == ()
    (fault,) = (await verify(store, *noted)).faults
    assert (fault.number, fault.kind) == (ENTRIES, FaultKind.REWRITTEN)


async def test_values_taken_out_without_a_word_are_found(
    written: None, store: SqlStore, engine: AsyncEngine
) -> None:
    await tamper(engine, update(audit).where(entry(2)).values(before=None, after=None, reason=None, salt=""))
    (fault,) = (await verify(store)).faults
    assert (fault.number, fault.kind) == (2, FaultKind.ERASED)


async def test_heads_noted_earlier_hold_while_the_chain_grows(
    written: None, store: SqlStore, ctx_of: CtxOf
) -> None:
    noted = await heads(store)
    async with ctx_of("anna").writing() as work:
        work.audit("register.save", "lesson", 7, unit_id=11)
        work.audit("school.found", "school", 1)
        await work.commit()
    verdict = await verify(store, *noted)
    assert verdict.faults == ()
    assert [(chain.chain, chain.entries) for chain in verdict.chains] == [("school", 1), ("unit:11", 7)]


@pytest.mark.parametrize(
    "statement", [delete(audit), update(audit).values(reason="x"), text("DELETE FROM audit")]
)
async def test_the_database_itself_refuses_to_change_an_entry(
    written: None, engine: AsyncEngine, statement: Any
) -> None:
    with pytest.raises(exc.DBAPIError, match="append-only"):
        async with engine.begin() as connection:
            await connection.execute(statement)


async def test_values_may_be_taken_out_if_an_entry_says_so(
    written: None, store: SqlStore, ctx_of: CtxOf
) -> None:
    """On a person's lawful request; the digest of the values stays, and the chain holds."""
    admin = ctx_of("admin")
    await erasing.erase(admin, "unit:11", 2, "a lawful request")
    with pytest.raises(RefusedError):
        await erasing.erase(ctx_of("anna"), "unit:11", 3, "none")
    for chain, number in (("unit:11", 2), ("unit:11", 99), ("кот", 1), ("unit:x", 1)):
        with pytest.raises(NotFoundError):
            await erasing.erase(admin, chain, number, "again")
    assert (await verify(store)).faults == ()
    async with store.connection() as db:
        row = await db.first(select(audit).where(entry(2)))
        assert row is not None
        assert (row.before, row.after, row.reason, row.salt) == (None, None, None, "")
        assert row.values_digest


SECRET = b"a secret that is not in the database"


async def seal(store: SqlStore, secret: bytes = SECRET) -> int:
    async with store.connection(writing=True) as db:
        count = await sealing.seal(db, secret, NOW)
        await db.connection.commit()
        return count


async def against_seals(ctx_of: CtxOf, secret: bytes = SECRET) -> list[tuple[str, int, FaultKind]]:
    async with ctx_of("admin").reading() as work:
        verdict = await work.trail.verify(secret)
        return [(fault.chain, fault.number, fault.kind) for fault in verdict.faults]


async def more(ctx_of: CtxOf, count: int = 1) -> None:
    for number in range(count):
        async with ctx_of("anna").writing() as work:
            work.audit("register.save", "lesson", number, unit_id=11)
            await work.commit()


async def test_a_seal_shows_an_end_cut_off_and_a_chain_written_anew(
    written: None, store: SqlStore, engine: AsyncEngine, ctx_of: CtxOf
) -> None:
    assert await seal(store) == 1
    assert await seal(store) == 0
    await more(ctx_of)
    assert await against_seals(ctx_of) == []
    await tamper(engine, delete(audit).where(audit.c.number > 4))
    assert await against_seals(ctx_of) == [("unit:11", 5, FaultKind.CUT)]
    await more(ctx_of, 4)
    assert await against_seals(ctx_of) == [("unit:11", ENTRIES, FaultKind.REWRITTEN)]


@pytest.mark.parametrize("column", ["at", "heads", "previous", "seal"])
async def test_a_changed_seal_is_found(
    written: None, store: SqlStore, engine: AsyncEngine, ctx_of: CtxOf, column: str
) -> None:
    await seal(store)
    other = {"at": NOW + timedelta(1), "heads": {"unit:11": [1, "0"]}, "previous": "x", "seal": "x"}
    async with engine.begin() as connection:
        await connection.execute(update(audit_seals).values({column: other[column]}))
    assert ("seals", 1, FaultKind.SEAL) in await against_seals(ctx_of)


async def test_seals_of_a_secret_replaced_since_are_no_fault_and_vouch_for_nothing(
    written: None, store: SqlStore, ctx_of: CtxOf
) -> None:
    await seal(store)
    assert await against_seals(ctx_of, b"another secret") == []
    assert await seal(store, b"another secret") == 1


async def test_in_most_nights_only_what_was_added_since_the_seal_is_gone_through(
    written: None, store: SqlStore, engine: AsyncEngine, ctx_of: CtxOf
) -> None:
    await seal(store)
    await more(ctx_of, 3)

    async def faults() -> list[tuple[int, FaultKind]]:
        async with ctx_of("admin").reading() as work:
            return [(one.number, one.kind) for one in (await work.trail.verify_since(SECRET, 1)).faults]

    assert await faults() == []
    await tamper(engine, update(audit).where(entry(ENTRIES + 2)).values(origin="job"))
    assert await faults() == [(ENTRIES + 2, FaultKind.ENTRY)]
    await tamper(engine, delete(audit).where(audit.c.number >= ENTRIES))
    assert await faults() == [(ENTRIES, FaultKind.CUT)]


async def test_in_its_night_a_chain_is_gone_through_from_its_start(
    written: None, store: SqlStore, engine: AsyncEngine, ctx_of: CtxOf
) -> None:
    await seal(store)
    await tamper(engine, update(audit).where(entry(2)).values(origin="job"))
    async with ctx_of("admin").reading() as work:
        found = [bool((await work.trail.verify_since(SECRET, night)).faults) for night in range(7)]
    assert found == [True, *[False] * 6]


# PostgreSQL keeps neither half a letter nor the character zero; both are refused before anything is saved.
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
PLAIN = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | WORDS | st.dates()
TREES = st.dictionaries(WORDS | st.integers(0, 10**6), PLAIN | st.lists(PLAIN, max_size=3), max_size=5)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.none() | TREES, after=st.none() | TREES, reason=st.none() | WORDS)
async def test_whatever_a_use_case_writes_down_verifies(
    ctx_of: CtxOf, store: SqlStore, before: Any, after: Any, reason: str | None
) -> None:
    async with ctx_of("anna").writing() as work:
        work.audit("lesson.fill", "lesson", 1, unit_id=11, before=before, after=after, reason=reason)
        await work.commit()
    assert (await verify(store)).faults == ()
