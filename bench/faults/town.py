"""A school with its messenger and its people, around a bot that is about to meet faults."""

import asyncio
import random
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.faults.life import TOKEN, Bot
from bench.faults.people import Guardian, Phone, Teacher
from bench.faults.school import Class, found
from simulator import Person, Simulator

CLASSES, CHILDREN = 5, 5
LOG = Path("var/bench/faults/bot.log")
START = 60.0


@dataclass
class Town:
    """Everybody and everything of one run."""

    url: str
    simulator: Simulator
    bot: Bot
    classes: list[Class]
    teachers: list[Teacher]
    guardians: list[Guardian]
    over: asyncio.Event

    def take_updates_by_webhook(self) -> None:
        """In the lives to come; else they are polled for."""
        port = _free_port()
        self.bot.more |= {
            "webhook_url": f"http://127.0.0.1:{port}/",
            "webhook_port": port,
            "webhook_secret": "only-the-messenger-knows",
        }

    async def served(self, patience: float = START) -> None:
        """Start a life and wait until it has called the messenger."""
        before = len(self.simulator.journal)
        self.bot.start()
        await until(lambda: len(self.simulator.journal) > before, patience)

    def texts(self, person: int) -> list[str]:
        """What stands in that person's chat, message by message."""
        return [message.text for message in self.simulator.person(person).messages]

    def untold_notices(self) -> Iterator[tuple[int, str]]:
        """Which guardian was not told which notice, by the messenger's record."""
        for teacher in self.teachers:
            for child in teacher.of.children:
                texts = self.texts(child.guardian)
                for notice in teacher.sent:
                    if not any(notice in text for text in texts):
                        yield child.guardian, notice


@asynccontextmanager
async def town(
    url: str, seed: int, classes: int = CLASSES, children: int = CHILDREN, log: Path = LOG
) -> AsyncIterator[Town]:
    """The school founded in the empty database at `url`, everybody's phone on; no bot lives yet."""
    _forget(log)
    made, over = await found(url, classes, children), asyncio.Event()
    async with Simulator(TOKEN) as simulator:
        # Faster than people: limits are the matter of the programs about the sender.
        simulator.limits.enabled = False

        def phone(number: int, name: str) -> Phone:
            person = simulator.add(Person(number, name))
            person.chat.started = True
            return Phone(simulator, person, random.Random(f"{seed}/{number}"), over)

        teachers = [Teacher(phone(of.teacher, of.name), of) for of in made]
        guardians = [Guardian(phone(one.guardian, one.name), one) for of in made for one in of.children]
        bot = Bot(url, simulator.base_url, log)
        try:
            yield Town(url, simulator, bot, made, teachers, guardians, over)
        finally:
            await bot.kill()


def _forget(log: Path) -> None:
    log.unlink(missing_ok=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def until(true: Callable[[], bool], seconds: float) -> bool:
    """Wait for it so long; whether it came true."""
    for _ in range(int(seconds * 50)):
        if true():
            return True
        await asyncio.sleep(0.02)
    return true()
