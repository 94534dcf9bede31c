"""Q2: three calls in ten to the messenger go wrong, in every way, while teachers write to families.

Half a minute of it; then, still in that weather, the school's clock is pushed on so that the longest waits
between attempts need not be waited for.
"""

import asyncio
from dataclasses import asdict, dataclass
from itertools import pairwise

from bench.faults.people import Teacher
from bench.faults.tally import broken, tally
from bench.faults.town import Town, town, until
from simulator.faults import Kind

KINDS: tuple[Kind, ...] = ("429", "500", "502", "timeout", "reset_before", "reset_after")
# Together three calls in ten: each rule sees only what those before it have spared.
SHARE = 1 - 0.7 ** (1 / len(KINDS))
SILENCE = 1.0
SOON = 2.5
# How far the school's clock is pushed at a time, in seconds, and how often for nothing at most.
PUSH, PUSHES = 60.0, 30
SAID = {
    "calls": "calls to the messenger",
    "struck": "of them went wrong",
    "notices": "notices sent",
    "due": "messages due",
    "attempts": "attempts at them",
    "most": "attempts at one of them, at most",
    "busiest": "attempts at one of them within ten seconds, at most",
    "doubled": "messages doubled",
    "lost": "! messages lost",
    "unexplained": "! doubled without «reset after processing»",
    "early": "! attempts repeated within a second",
}


@dataclass(frozen=True, slots=True)
class Toll:
    """What a run came to."""

    calls: int
    struck: int
    notices: int
    due: int
    attempts: int
    most: int
    busiest: int
    doubled: int
    lost: int
    unexplained: int
    early: int

    @property
    def clean(self) -> bool:
        return not broken(SAID, asdict(self))


async def measure(engine_url: str, seconds: float, seed: int, title: str) -> Toll:
    async with town(engine_url, seed) as made:
        toll = await run(made, seconds, seed)
    tally(f"Calls {title}: 30 % of the calls fail", SAID, asdict(toll))
    return toll


async def run(made: Town, seconds: float, seed: int) -> Toll:
    """Every teacher writes a notice, and more for so long; then everything is waited for."""
    faults = made.simulator.faults
    faults.seed(seed)
    await made.served()
    for teacher in made.teachers:
        # Screens get lost here: nobody waits for long before writing anew.
        teacher.phone.typed = SOON
    for kind in KINDS:
        faults.add(kind=kind, share=SHARE, seconds=SILENCE)
    working = [asyncio.create_task(_write(teacher)) for teacher in made.teachers]
    await until(lambda: all(teacher.sent for teacher in made.teachers), 120.0)
    await asyncio.sleep(seconds)
    made.over.set()
    await asyncio.gather(*working)
    pushed = made.simulator.clock.elapsed()
    await _told(made)
    return _reckon(made, pushed)


async def _told(made: Town) -> None:
    """Push the clock on until all were told, or nobody is any more: who is refused so often goes slowly."""
    left, idle = 0, 0
    while idle < PUSHES and not await until(lambda: not list(made.untold_notices()), 1.0):
        made.bot.shift.value += PUSH
        before, left = left, len(list(made.untold_notices()))
        idle = idle + 1 if left == before else 0


async def _write(teacher: Teacher) -> None:
    while not teacher.phone.over.is_set():
        await teacher.write_notice()


def _reckon(made: Town, pushed: float) -> Toll:
    sent = made.simulator.journal.of("sendMessage")
    attempts: dict[tuple[int, str], list[float]] = {}
    arrived: dict[tuple[int, str], int] = {}
    for teacher in made.teachers:
        for child in teacher.of.children:
            mine = [call for call in sent if call.chat_id == child.guardian]
            for notice in teacher.sent:
                message = (child.guardian, notice)
                calls = [call for call in mine if notice in call.params["text"]]
                attempts[message] = sorted(call.at for call in calls)
                arrived[message] = sum(call.ok for call in calls)
    resets = [struck.chat_id for struck in made.simulator.faults.struck if struck.kind == "reset_after"]
    doubled = {message: times - 1 for message, times in arrived.items() if times > 1}
    chats = {chat for chat, _ in doubled}
    return Toll(
        calls=len(made.simulator.journal),
        struck=len(made.simulator.faults.struck),
        notices=sum(len(teacher.sent) for teacher in made.teachers),
        due=len(attempts),
        attempts=sum(map(len, attempts.values())),
        most=max(map(len, attempts.values()), default=0),
        busiest=max(map(_busiest, attempts.values()), default=0),
        doubled=sum(doubled.values()),
        lost=sum(not times for times in arrived.values()),
        unexplained=sum(
            max(0, sum(times for (where, _), times in doubled.items() if where == chat) - resets.count(chat))
            for chat in chats
        ),
        early=sum(
            later - sooner < 0.9 and later < pushed
            for moments in attempts.values()
            for sooner, later in pairwise(moments)
        ),
    )


def _busiest(moments: list[float]) -> int:
    return max((sum(begin <= at < begin + 10 for at in moments) for begin in moments), default=0)
