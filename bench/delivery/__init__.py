"""Delivery by the whole product: P1, P2, P3, P13, P14, P15, each against a strict local messenger.

Real news of a great school waits in the outbox (SQLite, synchronous FULL), the product is a process of its
own, and the messenger's journal tells what came, when, and what it refused.
Options: `--runs=3 --only=P1,P2,… --chats=600 --alerts=20`.
"""

from collections.abc import Sequence

from bench.delivery.bag import heaped, hold_nothing, packed
from bench.delivery.runs import Delivered, deliver
from bench.delivery.trouble import alerted, blocked, dropped
from bench.options import option
from bench.table import Figure, show
from notifications.pace import PAID_RATE, RATE

BULK = 100_000


async def measure() -> None:
    only = option("only", "P1,P2,P3,P13,P14,P15").split(",")
    figures: list[Figure] = []
    ways = {"P1": _free, "P2": _paid, "P3": _urgent, "P13": _thrice, "P14": _lowered, "P15": _blocked}
    for name, of in ways.items():
        if name in only:
            figures += await of(int(option("runs", "3")))
    show("Delivery: the whole product", figures)


async def _free(runs: int) -> list[Figure]:
    chats = int(option("chats", "600"))
    return _shown(
        f"P1: {chats} messages at 30/s",
        [await deliver(await packed(chats), RATE) for _ in range(runs)],
        "reach ≥ 98",
    )


async def _paid(runs: int) -> list[Figure]:
    return _shown(
        "P2: 5,000 paid messages at 1,000/s",
        [await deliver(await packed(5000, paid=True), PAID_RATE) for _ in range(runs)],
        "reach ≥ 97",
    )


async def _thrice(runs: int) -> list[Figure]:
    return _shown(
        "P13: 3 messages each for 200 chats",
        [await deliver(await packed(200, rounds=3), RATE, each=3) for _ in range(runs)],
        "reach ≥ 97",
    )


async def _urgent(runs: int) -> list[Figure]:
    bag = await heaped(BULK, spare=int(option("alerts", "20")))
    hold_nothing(bag.database)
    waits = await alerted(bag)
    return [
        Figure(f"P3: {len(waits)} alerts amid {BULK:,}, all", "s", tuple(waits), "reach p50 ≤ 0.4, max ≤ 1.0")
    ]


async def _lowered(runs: int) -> list[Figure]:
    found = [await dropped(await packed(1200)) for _ in range(runs)]
    return [
        Figure(
            "P14: 10 s after a drop to 20/s", "% of limit", tuple(one.share for one in found), "reach ≥ 95"
        ),
        Figure("  429s in all", "", tuple(float(one.refused) for one in found), "reach ≤ 5"),
        Figure("  left before retry_after ended", "", tuple(float(one.early) for one in found), "reach 0"),
    ]


async def _blocked(runs: int) -> list[Figure]:
    found = [await blocked(await packed(600)) for _ in range(runs)]
    return [
        Figure("P15: the rest, 30 % blocked", "% of limit", tuple(one.share for one in found), "reach ≥ 98"),
        Figure("  attempts at a blocked chat", "", tuple(float(one.attempts) for one in found), "reach ≤ 1"),
        Figure("  back after unblocking", "s", tuple(one.back for one in found), "reach ≤ 1"),
        Figure("  lost", "", tuple(float(one.lost) for one in found), "reach 0"),
    ]


def _shown(name: str, runs: Sequence[Delivered], reach: str) -> list[Figure]:
    return [
        Figure(name, "% of limit", tuple(run.share for run in runs), reach),
        Figure("  429s", "", tuple(float(run.refused) for run in runs), "reach 0"),
        Figure("  lost", "", tuple(float(run.lost) for run in runs), "reach 0"),
        Figure("  doubled", "", tuple(float(run.doubled) for run in runs), "reach 0"),
        Figure("  processor", "ms/message", tuple(run.cpu for run in runs)),
    ]
