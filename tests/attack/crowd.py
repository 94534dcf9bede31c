"""Who attacks: one phone of each role, pressing and typing without waiting for answers."""

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass

from simulator import SimMessage
from storage import inbox
from tests.attack.watcher import Watcher
from tests.support.scenario import Stage

# Role → who plays it in the little school.
FAMILIES = {
    "stranger": "stranger",
    "guardian": "olga",
    "other guardian": "tatyana",
    "student": "egor",
}
STAFF = {
    "teacher of another class": "nikolai",
    "class teacher of another class": "svetlana",
    "teacher": "anna",
    "class teacher": "maria",
    "deputy head": "pavel",
    "director": "irina",
    "administrator": "admin",
}
ROLES = {**FAMILIES, **STAFF}
PATIENCE = 30.0
# More at once only makes a queue.
BATCH = 80


@dataclass
class Attacker:
    """Somebody with a phone and bad intentions."""

    role: str
    stage: Stage
    watcher: Watcher
    pressed: int = 0

    def __post_init__(self) -> None:
        self.name = ROLES[self.role]
        self.phone = self.stage.person(self.name).phone

    async def enter(self) -> SimMessage:
        """Open the bot; the message to press on."""
        await self.say("/start")
        return await self.phone.sees(within=PATIENCE)

    async def say(self, text: str) -> None:
        await self.phone.say(text)
        self.watcher.act(self.phone.id, text[:60])

    async def inject(self, update: dict[str, object], did: str) -> None:
        """Put a raw update into the queue."""
        await self.phone.inject(update)
        self.watcher.act(self.phone.id, did)

    async def press(self, message: SimMessage | int, data: str) -> None:
        """Press without waiting for what comes of it."""
        self.pressed += 1
        await self.phone.press_data(message if isinstance(message, int) else message.id, data)
        self.watcher.act(self.phone.id, data)

    async def press_all(self, message: SimMessage | int, forged: Iterable[str]) -> None:
        """Press each, a batch at once, and wait until all are answered."""
        waiting = list(forged)
        for start in range(0, len(waiting), BATCH):
            for data in waiting[start : start + BATCH]:
                await self.press(message, data)
            await self.answered()

    async def answered(self) -> None:
        """Wait until every press of everybody is answered; what is not within patience is a finding."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            self.watcher.read_journal()
            if not self.watcher.unanswered:
                return
            await asyncio.sleep(0.01)
        self.watcher.give_up()


async def handled(stage: Stage) -> None:
    """Wait until the bot has fetched and settled every update."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        await asyncio.sleep(0.02)
        if len(stage.simulator.world.updates):
            continue
        await stage.house.settler.flush()
        async with stage.house.store.connection() as db:
            if not await inbox.depth(db):
                return
    raise AssertionError("updates are still waiting")
