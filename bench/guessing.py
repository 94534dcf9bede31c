"""Q7: a million guesses at access codes from a thousand accounts in a day, and how equal the answers are.

Every guess goes through the whole use case on an SQLite file. Guesses carry a valid check character, as those
of somebody who read this code would. `BENCH_GUESSES` makes it shorter.
"""

import os
import random
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bench.table import Figure, show
from journal.access import binding, codes
from journal.access.binding import Offer, Refused
from journal.access.issue import issue_guardian_code
from journal.clock import FrozenClock
from journal.context import Ctx, Origin
from journal.model.access import Actor, BindingKind
from journal.model.codes import NewCode
from journal.model.people import Capacity
from journal.regulation import preset
from storage.engine import open_engine
from storage.tables import metadata
from storage.tables.access import accounts
from storage.unit_of_work import SqlStore
from tests.support.school import LONG_AGO, NOW, SCHOOL, SECRET, actor_of, found_school, student_id

GUESSES = int(os.environ.get("BENCH_GUESSES", "1000000"))
ACCOUNTS, LIVING_CODES, DAY = 1_000, 2_000, timedelta(days=1)
FIRST_ACCOUNT = 100_000
TIMED = 200
REGULATION = preset("s1")
FILE = Path("var/bench/guessing.sqlite")


async def measure() -> None:
    async with _school() as (store, clock):
        times = await _answer_times(store, clock)
        outcome = await _guess(store, clock)
    wrong = times["wrong"]
    show(
        "Q7: guessing codes",
        [
            Figure("guesses", "", (float(outcome["guesses"]),)),
            Figure("of them looked at", "", (float(outcome["looked at"]),), "≤ 30 an account and day"),
            Figure("hits", "", (float(outcome["hits"]),), "reach 0"),
            *(
                Figure(f"answer to a code that is {name}, against wrong", "×", _ratios(times[name], wrong))
                for name in ("mistyped", "used", "expired", "locked", "revoked")
            ),
        ],
    )


@asynccontextmanager
async def _school() -> AsyncIterator[tuple[SqlStore, FrozenClock]]:
    engine = open_engine(f"sqlite+aiosqlite:///{_empty_file()}")
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    store, clock = SqlStore(engine), FrozenClock(NOW)
    await found_school(store)
    async with store.connection(writing=True) as db:
        row = {"platform": "telegram", "locale": "ru", "created_at": LONG_AGO}
        numbers = range(FIRST_ACCOUNT, FIRST_ACCOUNT + 2 * ACCOUNTS)
        await db.run(accounts.insert(), [{"id": n, "platform_id": f"guess{n}", **row} for n in numbers])
        await db.connection.commit()
    yield store, clock
    await engine.dispose()


def _empty_file() -> Path:
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.unlink(missing_ok=True)
    return FILE


def _ctx(store: SqlStore, clock: FrozenClock, actor: Actor) -> Ctx:
    return Ctx(actor, store, clock, SCHOOL, REGULATION, Origin("bench"), SECRET)


async def _fresh(store: SqlStore, clock: FrozenClock) -> str:
    ctx = _ctx(store, clock, actor_of("maria"))
    return (await issue_guardian_code(ctx, student_id("anya"), 301, Capacity.PARENT)).text


async def _answer_times(store: SqlStore, clock: FrozenClock) -> dict[str, list[float]]:
    """Seconds of each kind of refusal, the kinds taking turns, each account trying a few times only."""
    texts = await _bad_codes(store, clock)
    times: dict[str, list[float]] = defaultdict(list)
    for number in range(TIMED):
        ctx = _ctx(store, clock, Actor(FIRST_ACCOUNT + ACCOUNTS + number, "ru"))
        for name in random.sample(sorted(texts), len(texts)):
            text = codes.new_code() if name == "wrong" else texts[name]
            began = time.perf_counter()
            found = await binding.present(ctx, text)
            times[name].append(time.perf_counter() - began)
            if found != Refused():
                raise AssertionError(f"a code that is {name} was answered otherwise")
    return times


async def _bad_codes(store: SqlStore, clock: FrozenClock) -> dict[str, str]:
    """A code of each kind that must not work."""
    expired = await _fresh(store, clock)
    clock.move(timedelta(days=15))
    used = await _fresh(store, clock)
    async with _ctx(store, clock, Actor(FIRST_ACCOUNT, "ru")).writing() as work:
        found = await work.access.code_by_digest(codes.digest(used, SECRET))
        if found is None or not await work.access.redeem(found.id):
            raise AssertionError("the code was not redeemed")
        await work.commit()
    locked = await _fresh(store, clock)
    async with _ctx(store, clock, Actor(FIRST_ACCOUNT, "ru")).writing() as work:
        found = await work.access.code_by_digest(codes.digest(locked, SECRET))
        if found is not None:
            await work.access.fail(found.id, 1)
        await work.commit()
    revoked = await _fresh(store, clock)
    await _fresh(store, clock)
    bad = {"used": used, "expired": expired, "locked": locked, "revoked": revoked}
    return {**bad, "mistyped": "AAAAA-AAAAB", "wrong": ""}


async def _guess(store: SqlStore, clock: FrozenClock) -> Counter[str]:
    """A day of guesses, all accounts taking turns."""
    await _living_codes(store, clock)
    step = DAY / max(GUESSES, 1)
    counted: Counter[str] = Counter()
    for number in range(GUESSES):
        clock.move(step)
        ctx = _ctx(store, clock, Actor(FIRST_ACCOUNT + number % ACCOUNTS, "ru"))
        found = await binding.present(ctx, codes.new_code())
        counted["guesses"] += 1
        counted["looked at"] += not isinstance(found, Refused) or found.until is None
        counted["hits"] += isinstance(found, Offer)
    return counted


async def _living_codes(store: SqlStore, clock: FrozenClock) -> None:
    async with _ctx(store, clock, actor_of("maria")).writing() as work:
        ends = work.now + timedelta(days=14)
        await work.access.add_codes(
            [
                NewCode(codes.digest(codes.new_code(), SECRET), BindingKind.GUARDIAN, 301, ends, 201)
                for _ in range(LIVING_CODES)
            ]
        )
        await work.commit()


def _ratios(times: list[float], wrong: list[float]) -> tuple[float, ...]:
    """Median against median, for each quarter of the run apart."""
    quarter = len(times) // 4
    parts = [slice(start * quarter, (start + 1) * quarter) for start in range(4)]
    return tuple(sorted(times[part])[quarter // 2] / sorted(wrong[part])[quarter // 2] for part in parts)
