"""Q5 and Q12: updates that come twice, late and out of order, and one nobody can read among a hundred."""

import asyncio
import random
import time
from dataclasses import dataclass
from typing import Any

from bench.faults import kills
from bench.faults.tally import tally
from bench.faults.town import Town, town, until
from simulator.updates import RawUpdate

TWICE, LATE = 0.1, 0.1
LATEST = 0.3
HUNDRED = 100
SAID = {
    "updates": "updates",
    "twice": "of them twice under their number",
    "renumbered": "twice under a new number",
    "late": "overtaken by later ones",
    "hurried": "registers tapped in haste",
    "missed": "! taps in haste that did not show, and were pressed again",
    "taps": "taps",
    "saves": "Saves acknowledged",
    "pushes": "messages due: notices",
    "alerts": "messages due: absences",
    "lost_writes": "! taps lost",
    "wrong_effects": "! registers with a double record, in their count or in the audit",
    "lost": "! messages lost",
    "doubled": "! messages doubled",
    "unhandled": "! updates never handled",
    "unanswered": "! of 99 questions beside a malformed update, not answered",
    "slowest": "the last of the 99 answered after, ms",
}


@dataclass
class Weather:
    """What happens to updates on their way: stands before the messenger's queue."""

    made: Town
    dice: random.Random
    updates: int = 0
    twice: int = 0
    renumbered: int = 0
    late: int = 0

    def __post_init__(self) -> None:
        self._queue = self.made.simulator.world.updates
        self._put, self._next = self._queue.put, 1_000_000
        self._queue.put = self.put  # type: ignore[method-assign]

    def put(self, update: RawUpdate) -> int | None:
        """Number the update as it was made, and let it come when it may."""
        self._next += 1
        numbered = {"update_id": self._next, **update}
        self.updates += 1
        if self.dice.random() < LATE:
            self.late += 1
            asyncio.get_running_loop().call_later(self.dice.uniform(0, LATEST), self._put, numbered)
        else:
            self._put(numbered)
        if self.dice.random() < TWICE:
            again: dict[str, Any] = dict(numbered)
            if self.dice.random() < 0.5:
                self.twice += 1
            else:
                self.renumbered += 1
                self._next += 1
                again["update_id"] = self._next
            asyncio.get_running_loop().call_later(self.dice.uniform(0, LATEST), self._put, again)
        return self._next


async def measure(engine_url: str, seconds: float, seed: int, title: str) -> dict[str, int]:
    async with town(engine_url, seed, classes=5, children=20) as made:
        counts = await run(made, seconds, seed)
    tally(f"Updates {title}: twice, late, out of order, malformed", SAID, counts)
    return counts


async def run(made: Town, seconds: float, seed: int) -> dict[str, int]:
    """By webhook: such weather for so long, then the malformed one among a hundred."""
    made.take_updates_by_webhook()
    await made.served()
    weather = Weather(made, random.Random(seed))
    working = [asyncio.create_task(_work(teacher)) for teacher in made.teachers]
    await asyncio.sleep(seconds)
    made.over.set()
    await asyncio.gather(*working)
    toll = await kills.come_to_an_end(made, [])
    unanswered, slowest = await _one_malformed(made)
    return {
        **{name: getattr(weather, name) for name in ("updates", "twice", "renumbered", "late")},
        **{name: getattr(toll, name) for name in SAID if hasattr(toll, name)},
        "hurried": sum(teacher.hurried for teacher in made.teachers),
        "missed": sum(teacher.missed for teacher in made.teachers),
        "unanswered": unanswered,
        "slowest": slowest,
    }


async def _work(teacher: Any) -> None:
    while not teacher.phone.over.is_set():
        await teacher.take_register_in_haste(teacher.phone.dice.choice(teacher.of.lessons))
        if teacher.phone.dice.random() < 0.2:
            await teacher.write_notice()


async def _one_malformed(made: Town) -> tuple[int, int]:
    """One update nobody can read among a hundred: how many of the others stay unanswered, and the time."""
    asking = [guardian.phone.person for guardian in made.guardians][: HUNDRED - 1]
    before = {person.id: len(person.messages) for person in asking}
    began = time.monotonic()
    for number, person in enumerate(asking):
        if number == len(asking) // 2:
            await person.inject({"message": {"message_id": "many", "text": 5}})
        await person.say("/today")

    def unanswered() -> int:
        return sum(len(person.messages) < before[person.id] + 2 for person in asking)

    await until(lambda: not unanswered(), 30)
    return unanswered(), int((time.monotonic() - began) * 1000)
