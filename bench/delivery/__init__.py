"""Delivery by the whole product: P1, P2, P3, P13, P14, P15, each against a strict local messenger.

Real news of a great school waits in the outbox (SQLite, synchronous FULL), the product is a process of its
own, and the messenger's journal tells what came, when, and what it refused.
Options: `--runs=3 --only=P1,P2,… --chats=600 --alerts=20`.
"""

from collections.abc import Sequence

from bench.delivery.bag import packed
from bench.delivery.runs import Delivered, deliver
from bench.options import option
from bench.table import Figure, show
from notifications.pace import PAID_RATE, RATE

BULK = 100_000


async def measure() -> None:
    only = option("only", "P1,P2,P3,P13,P14,P15").split(",")
    figures: list[Figure] = []
    for name, of in {"P1": _free, "P2": _paid, "P13": _thrice}.items():
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


def _shown(name: str, runs: Sequence[Delivered], reach: str) -> list[Figure]:
    return [
        Figure(name, "% of limit", tuple(run.share for run in runs), reach),
        Figure("  429s", "", tuple(float(run.refused) for run in runs), "reach 0"),
        Figure("  lost", "", tuple(float(run.lost) for run in runs), "reach 0"),
        Figure("  doubled", "", tuple(float(run.doubled) for run in runs), "reach 0"),
        Figure("  processor", "ms/message", tuple(run.cpu for run in runs)),
    ]
