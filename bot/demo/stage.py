"""The demo on stage: the seeded school, the local Telegram, the production bot and the school clock."""

import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from bot.demo.hours import Hours
from bot.demo.seed import EPOCH, SCHOOL, Phone
from bot.demo.snapshot import fresh_school
from bot.run import running
from bot.settings import Misconfigured, Settings
from journal.clock import OffsetClock
from simulator import HOST, Control, Person, Simulator

FOLDER = Path("var/demo")
TOKEN = "5000000005:demo"  # noqa: S105 - a token of the local Telegram, worth nothing elsewhere
TITLES = {
    "olga": "Родитель: Аня (7Б), Петя (3А)",
    "anna": "Учитель алгебры",
    "maria": "Классный руководитель 7Б",
    "pavel": "Завуч",
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
    people = _heroes(phones)
    async with Simulator(TOKEN, people.values(), port) as simulator:
        _acquaint(simulator, phones)
        simulator.clock.wall = lambda: clock.now().timestamp()
        simulator.clock.zone = SCHOOL.zone.key
        async with _clock_buttons(hours, simulator), running(_settings(simulator, database), clock):
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


def _heroes(phones: list[Phone]) -> dict[str, Person]:
    by_hero = {phone.hero: phone for phone in phones if phone.hero}
    return {
        hero: Person(by_hero[hero].platform_id, by_hero[hero].name.first, by_hero[hero].name.last, title)
        for hero, title in TITLES.items()
    }


def _acquaint(simulator: Simulator, phones: list[Phone]) -> None:
    for person in simulator.people:
        person.chat.started = True
    for phone in phones:
        if phone.hero not in TITLES:
            simulator.acquaint(phone.platform_id, phone.name.first, phone.name.last)


@asynccontextmanager
async def _clock_buttons(hours: Hours, simulator: Simulator) -> AsyncIterator[None]:
    """The school clock's own little door on loopback, and its buttons on the page."""
    doors: dict[str, tuple[str, Callable[[], str]]] = {
        "next-lesson": ("Следующий урок", hours.next_lesson),
        "lessons-over": ("Уроки кончились", hours.lessons_over),
        "friday": ("Пятница, 18:00", hours.friday_evening),
    }

    async def look(_: web.Request) -> web.Response:
        return web.json_response({"text": hours.told()})

    async def move(request: web.Request) -> web.Response:
        return web.json_response({"text": doors[request.match_info["door"]][1]()})

    app = web.Application()
    app.router.add_get("/clock", look)
    app.router.add_post(f"/clock/{{door:{'|'.join(doors)}}}", move)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        base = f"http://127.0.0.1:{runner.addresses[0][1]}/clock"
        simulator.controls = [
            Control("Часы школы", base, "Часы школы", "status"),
            *(Control(label, f"{base}/{door}", "Часы школы") for door, (label, _) in doors.items()),
        ]
        yield
    finally:
        await runner.cleanup()
