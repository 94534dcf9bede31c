"""The demo on stage: the seeded school, the local Telegram, the production bot and the school clock."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.demo.bar import bar
from bot.demo.hours import Hours
from bot.demo.seed import EPOCH, SCHOOL, Phone
from bot.demo.snapshot import fresh_school
from bot.run import running
from bot.settings import Misconfigured, Settings
from journal.clock import OffsetClock
from simulator import HOST, Person, Simulator

FOLDER = Path("var/demo")
TOKEN = "5000000005:demo"  # noqa: S105 - a token of the local Telegram, worth nothing elsewhere
TITLES = {
    "olga": "Родитель: Аня (7Б), Петя (3А)",
    "anna": "Учитель алгебры",
    "maria": "Классный руководитель 7Б",
    "pavel": "Завуч",
}
# Whose phones can be put beside the four.
OTHERS = {
    "anya": "Ученица 7Б",
    "igor": "Второй родитель Ани",
    "director": "Директор",
    "administrator": "Администратор",
    "secretary": "Секретарь",
}
FIRST_WORDS = {"olga": "/start", "anna": "/now", "maria": "/class", "pavel": "/morning"}


@dataclass(frozen=True, slots=True)
class Demo:
    """The demo at work; `people` are the four phones by hero."""

    simulator: Simulator
    clock: OffsetClock
    hours: Hours
    people: dict[str, Person]

    async def greet(self) -> None:
        """Everybody opens the bot, so that no phone is empty."""
        for hero, words in FIRST_WORDS.items():
            await self.people[hero].say(words)


@asynccontextmanager
async def on_stage(port: int = 0, folder: Path = FOLDER) -> AsyncIterator[Demo]:
    """Everything started; leaving it stops everything. Raises `Misconfigured` where the port is taken."""
    _free(port)
    database, phones = await fresh_school(folder, f"school-{port}.sqlite")
    clock = OffsetClock(EPOCH)
    hours = Hours(clock, SCHOOL)
    people, others = _heroes(phones, TITLES), _heroes(phones, OTHERS)
    async with Simulator(TOKEN, people.values(), port) as simulator:
        _acquaint(simulator, phones)
        simulator.clock.wall = lambda: clock.now().timestamp()
        simulator.clock.zone = SCHOOL.zone.key
        settings = _settings(simulator, database)
        async with (
            running(settings, clock) as bot,
            bar(simulator, hours, bot.house.renderer.nativeness, list(others.values())),
        ):
            yield Demo(simulator, clock, hours, people)


def _free(port: int) -> None:
    # Asked before anything is touched: the other demo on that port goes on with its own school.
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, port))
    except OSError:
        raise Misconfigured(
            f"port {port} is taken, perhaps by another demo: stop that one, or say --port {port + 1}"
        ) from None


def _settings(simulator: Simulator, database: Path) -> Settings:
    given = {
        "bot_token": TOKEN,
        "secret": "the demo keeps no secrets",
        "api_url": simulator.base_url,
        "database_url": f"sqlite+aiosqlite:///{database}",
        "metrics_port": 0,
        "log_level": "warning",
    }
    # A .env of a real bot must not reach the demo.
    return Settings(_env_file=None, **given)  # type: ignore[arg-type, call-arg] # pydantic checks them


def _heroes(phones: list[Phone], titles: dict[str, str]) -> dict[str, Person]:
    by_hero = {phone.hero: phone for phone in phones if phone.hero}
    return {
        hero: Person(by_hero[hero].platform_id, by_hero[hero].name.first, by_hero[hero].name.last, title)
        for hero, title in titles.items()
    }


def _acquaint(simulator: Simulator, phones: list[Phone]) -> None:
    for person in simulator.people:
        person.chat.started = True
    for phone in phones:
        if phone.hero not in TITLES:
            simulator.acquaint(phone.platform_id, phone.name.first, phone.name.last)
