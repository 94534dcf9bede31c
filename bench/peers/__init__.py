"""Delivery beside the peers: the same chats, urgent messages and strict local messenger for everybody.

The product sends its real news from its outbox with receipts; a peer gets the chats in memory and sends one
text.
Options: `--runs=3 --chats=600 --urgent=20 --only=ours,naive-gather,… --paid` (5,000 chats at 1,000/s, without
urgent ones). A peer is stopped after 40 seconds.
"""

import asyncio
import json
import sqlite3
import statistics
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bench import botapi
from bench.botapi import Call
from bench.delivery.bag import hold_nothing, packed, untaken
from bench.delivery.runs import LATENCY, product, sends, share, taken
from bench.delivery.trouble import waited
from bench.great.filling import guardian_of
from bench.options import option
from bench.peers.environment import python_of_peers, versions
from bench.peers.peer import ALERT, PEERS
from bench.table import Figure, show
from notifications.pace import PAID_RATE, RATE

CUT = 40.0
# A refused message whose peer was stopped so soon after might have been tried again.
LAST_WORD = 5.0
FIRST_CHAT, FIRST_URGENT = 1_000_000, 2_000_000
PROGRAM = Path(__file__).with_name("peer.py")


@dataclass(frozen=True, slots=True)
class Came:
    """What one run delivered; waits in seconds from asking to the call that was taken, endless for none."""

    share: float
    refused: int
    lost: int
    doubled: int
    unsent: int
    waits: list[float]


async def measure() -> None:
    paid = "--paid" in sys.argv
    limit = PAID_RATE if paid else RATE
    chats = int(option("chats", "5000" if paid else "600"))
    urgent = 0 if paid else int(option("urgent", "20"))
    only = option("only", ",".join(["ours", *PEERS])).split(",")
    print(await versions())
    came: dict[str, list[Came]] = {name: [] for name in only}
    # In turns, so that whatever else the machine does meets everybody.
    for _ in range(int(option("runs", "3"))):
        for name in only:
            of = _ours(chats, urgent, limit) if name == "ours" else _peer(name, chats, urgent, limit)
            came[name].append(await of)
    show(
        f"Peers{' paid' if paid else ''}: {chats} chats at {limit:.0f}/s",
        [figure for name, runs in came.items() for figure in _figures(name, runs)],
    )


async def _ours(chats: int, urgent: int, limit: float) -> Came:
    """The whole product; a teacher saves a register with one absent child now and then."""
    paid = limit == PAID_RATE
    bag = await packed(chats, spare=urgent // 2, paid=paid, calm=True)
    hold_nothing(bag.database)
    with sqlite3.connect(bag.database) as db:
        untaken(db, bag.spare)
    async with botapi.started(**LATENCY) as api, product(api, bag, *map(str, bag.spare)) as bot:
        assert bot.stdout is not None
        saved = [json.loads(await bot.stdout.readline()) for _ in bag.spare]
        await taken(api, len(bag.chats) + 2 * len(saved), chats / limit * 2 + 30)
        calls = await api.journal()
    waits = [
        waited(sends(calls), guardian_of(one["student"], side), one["committed"])
        for one in saved
        for side in (0, 1)
    ]
    return _judged(calls, bag.chats, limit, waits, ended=True)


async def _peer(name: str, chats: int, urgent: int, limit: float) -> Came:
    told = list(range(FIRST_CHAT, FIRST_CHAT + chats))
    pressing = list(range(FIRST_URGENT, FIRST_URGENT + urgent))
    python = await python_of_peers()
    async with botapi.started(**LATENCY) as api:
        errand = {"url": api.url, "chats": told, "urgent": pressing, "paid": limit == PAID_RATE}
        process = await asyncio.create_subprocess_exec(
            *(str(python), str(PROGRAM), name), stdin=-1, stdout=-1, stderr=asyncio.subprocess.DEVNULL
        )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(errand).encode())
        process.stdin.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(CUT):
                await process.wait()
        ended = process.returncode is not None
        if not ended:
            process.kill()
            await process.wait()
        asked = [json.loads(line) for line in (await process.stdout.read()).splitlines()]
        calls = await api.journal()
    at = {call.chat: call.at for call in sends(calls) if call.text == ALERT}
    waits = [at.get(one["chat"], float("inf")) - one["at"] for one in asked]
    return _judged(calls, told, limit, waits, ended=ended)


def _judged(
    calls: Sequence[Call], chats: Sequence[int], limit: float, waits: list[float], *, ended: bool
) -> Came:
    sent, wanted = sends(calls), set(chats)
    found = [call.chat for call in sent]
    tried = {call.chat: call.at for call in calls if call.method.startswith("send")}
    missing = wanted - set(found)
    given_up = {chat for chat in missing if ended or tried.get(chat, calls[-1].at) < calls[-1].at - LAST_WORD}
    bulk = [chat for chat in found if chat in wanted]
    return Came(
        share=share(sent, limit),
        refused=sum(call.status == 429 for call in calls),
        lost=len(given_up) + sum(wait == float("inf") for wait in waits),
        doubled=len(bulk) - len(set(bulk)),
        unsent=len(missing - given_up),
        waits=waits,
    )


def _figures(name: str, runs: Sequence[Came]) -> list[Figure]:
    figures = [
        Figure(name, "% of limit", tuple(run.share for run in runs)),
        Figure("  429s", "", tuple(float(run.refused) for run in runs)),
        Figure("  lost", "", tuple(float(run.lost) for run in runs)),
        Figure("  doubled", "", tuple(float(run.doubled) for run in runs)),
        Figure("  not sent in 40 s", "", tuple(float(run.unsent) for run in runs)),
    ]
    if all(run.waits for run in runs):
        figures += [
            Figure("  urgent, p50", "s", tuple(statistics.median(run.waits) for run in runs)),
            Figure("  urgent, max", "s", tuple(max(run.waits) for run in runs)),
        ]
    return figures
