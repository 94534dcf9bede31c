"""P16: a notice to 5,000 parents while a teacher takes a register, on SQLite with its one writer.

The parts of the product in one process, as `python -m bot run` has them, against a messenger with strict
limits: 20 taps a second are made to land in a register's draft, then the notice is sent and the taps go on
while it is expanded and leaves at 30 a second. A tap's time runs from when it was meant to begin. Beside it
stand what of it was waiting for the writer, how long others kept that, and how late the loop itself came.
Options: `--runs=3 --seconds=10 --letters=10` (500 parents a letter).
"""

import asyncio
import gc
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bench import botapi
from bench.great import NOW, Shape, great_school
from bench.great.filling import (
    CLASS,
    DAYS,
    DEPUTY,
    HANDS,
    LAST,
    PAST,
    PER_YEAR,
    SLOTS,
    STAFF,
    SUBJECTS,
    unit_of,
)
from bench.options import option
from bench.street.walking import TOKEN
from bench.table import Figure, show
from bench.waits import Turn, lateness, traced
from bot import settings
from bot.client import load_client

load_client()

from sqlalchemy import func, select  # noqa: E402

from bot.house import House  # noqa: E402 - the client is loaded before all that imports it
from bot.roles.sender import telling  # noqa: E402
from bot.wiring import assembled  # noqa: E402
from journal import notices  # noqa: E402
from journal.attendance import register  # noqa: E402
from journal.clock import OffsetClock  # noqa: E402
from journal.context import Ctx, Origin  # noqa: E402
from journal.model.attendance import Presence  # noqa: E402
from journal.model.notices import Audience, Listeners  # noqa: E402
from journal.notices import Preview  # noqa: E402
from storage.actors import identify  # noqa: E402
from storage.tables.outbox import events, outbox  # noqa: E402

TAPS = 20.0
# Monday 19 October, in the third lesson, whose register nobody has taken.
AT = NOW + timedelta(days=3, hours=-7, minutes=-20)
HOUR = PAST * DAYS * SLOTS + 2


@dataclass(frozen=True, slots=True)
class Run:
    before: list[float]
    during: list[float]
    committed: float
    expanded: float
    sent: int
    waited: list[float]
    kept: list[float]
    late: tuple[list[float], list[float]]


async def measure() -> None:
    runs, seconds, letters = (
        int(option("runs", "3")),
        float(option("seconds", "10")),
        int(option("letters", "10")),
    )
    shape = Shape(letters=letters)
    found = []
    for _ in range(runs):
        database = await great_school(shape, "notice.sqlite")
        async with botapi.started(rate=30, latency=0.040, jitter=0.015) as api:
            os.environ |= {
                "BOT_TOKEN": TOKEN,
                "SECRET": "a bench keeps no secrets",
                "API_URL": api.url,
                "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
            }
            async with assembled(settings.load(), OffsetClock(AT)) as house, telling(house):
                found.append(await _run(house, shape, seconds))
    show(
        "P16: a notice to many",
        [
            Figure(
                f"a notice to {2 * shape.students:,} parents committed",
                "ms",
                _of(found, "committed"),
                "reach ≤ 100",
            ),
            Figure("register taps before, p50", "ms", tuple(_at(one.before, 0.5) for one in found)),
            Figure("  p99", "ms", tuple(_at(one.before, 0.99) for one in found)),
            Figure("register taps meanwhile, p50", "ms", tuple(_at(one.during, 0.5) for one in found)),
            Figure("  p99", "ms", tuple(_at(one.during, 0.99) for one in found)),
            Figure("  slowest", "ms", tuple(max(one.during) for one in found)),
            Figure(
                "  p99 rises by",
                "ms",
                tuple(_at(one.during, 0.99) - _at(one.before, 0.99) for one in found),
                "reach ≤ 10",
            ),
            Figure(
                "  of it waiting for the writer, p99", "ms", tuple(_at(one.waited, 0.99) for one in found)
            ),
            Figure("others keep the writer, p50", "ms", tuple(_at(one.kept, 0.5) for one in found)),
            Figure("  p99", "ms", tuple(_at(one.kept, 0.99) for one in found)),
            Figure("the loop is late before, p99", "ms", tuple(_at(one.late[0], 0.99) for one in found)),
            Figure("  meanwhile, p99", "ms", tuple(_at(one.late[1], 0.99) for one in found)),
            Figure("all pushes queued after", "s", _of(found, "expanded")),
            Figure("messages sent meanwhile", "", tuple(float(one.sent) for one in found)),
        ],
    )


def _of(found: list[Run], name: str) -> tuple[float, ...]:
    return tuple(float(getattr(one, name)) for one in found)


def _at(times: list[float], share: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


async def _run(house: House, shape: Shape, seconds: float) -> Run:
    unit = unit_of(LAST, 5, 0, shape.letters)
    subject = (HOUR % (DAYS * SLOTS)) % len(SUBJECTS)
    teacher = await _ctx(house, STAFF + subject * HANDS + unit % HANDS)
    deputy = await _ctx(house, DEPUTY)
    tap = _tapping(teacher, unit * PER_YEAR + HOUR)
    draft = await _draft(deputy)
    await _every(tap, 2.0)
    gc.collect()
    gc.freeze()
    async with lateness() as late_before:
        before = await _every(tap, seconds)
    with traced() as turns:
        async with lateness() as late:
            meanwhile = asyncio.create_task(_every(tap, seconds))
            # In the middle between two taps.
            await asyncio.sleep(0.5 / TAPS)
            began = time.perf_counter()
            await notices.send(deputy, draft.notice.id, draft.notice.revision, None)
            committed = time.perf_counter() - began
            expanded = await _expanded(house, began)
            during = await meanwhile
    async with house.store.connection() as db:
        sent = await db.scalar(select(func.count()).select_from(outbox).where(outbox.c.state == "sent"))
    waited = [turn.waited for turn in turns if _is_tap(turn)]
    kept = [turn.held for turn in turns if not _is_tap(turn)]
    return Run(before, during, committed * 1000, expanded, int(sent), waited, kept, (late_before, late))


def _is_tap(turn: Turn) -> bool:
    return turn.who == "journal.attendance.register.tap"


def _tapping(ctx: Ctx, lesson: int) -> Callable[[], Awaitable[None]]:
    count, sheet = 0, None

    async def tap() -> None:
        nonlocal count, sheet
        count += 1
        sheet = sheet or await register.open_register(ctx, lesson)
        student = sheet.rows[count % CLASS].student.id
        status = Presence.ABSENT if count // CLASS % 2 else Presence.PRESENT
        sheet = await register.tap(ctx, lesson, student, status, sheet.draft.revision)

    return tap


async def _every(tap: Callable[[], Awaitable[None]], seconds: float) -> list[float]:
    """Taps at an even pace, whether or not those before are done; milliseconds of each."""
    began, times, acting = time.perf_counter(), [], set()

    async def timed(meant: float) -> None:
        await tap()
        times.append((time.perf_counter() - meant) * 1000)

    for number in range(int(seconds * TAPS)):
        meant = began + number / TAPS
        await asyncio.sleep(max(0.0, meant - time.perf_counter()))
        acting.add(asyncio.create_task(timed(meant)))
    await asyncio.gather(*acting)
    return times


async def _draft(deputy: Ctx) -> Preview:
    made = await notices.draft(deputy, "В субботу школа убирает двор. Приходите, если можете.")
    everybody = Audience(frozenset({Listeners.GUARDIANS}))
    return await notices.shape(deputy, made.notice.id, made.notice.revision, audience=everybody)


async def _expanded(house: House, began: float) -> float:
    while True:
        async with house.store.connection() as db:
            if not await db.scalar(
                select(func.count()).select_from(events).where(events.c.state == "waiting")
            ):
                return time.perf_counter() - began
        await asyncio.sleep(0.1)


async def _ctx(house: House, account: int) -> Ctx:
    now: datetime = house.clock.now()
    async with house.store.connection() as db:
        found = await identify(db, "telegram", str(account), house.school.day(now), now)
    if found is None:
        raise LookupError("the school has no such account")
    return Ctx(
        found.actor, house.store, house.clock, house.school, house.regulation, Origin("bench"), b"bench"
    )
