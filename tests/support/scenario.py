"""The whole bot against the simulator over HTTP: production code, the little school, a clock standing still.

A scenario asks for `stage` and for people by name (`anna`, `olga`, …); it runs once on each engine.
"""

import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from unittest.mock import patch

import pytest

from bot import logs
from bot.house import House
from bot.run import running
from bot.settings import Settings
from journal.clock import FrozenClock
from simulator import Person, Simulator
from tests.support.persona import Persona
from tests.support.school import GUARDIANS, PLATFORM_IDS, SECRET, STAFF, STUDENTS

TOKEN = "123:ABC"
STRANGER = 1999


@dataclass
class Stage:
    """A running bot, its simulated messenger and everybody with a phone."""

    simulator: Simulator
    house: House
    clock: FrozenClock
    personas: dict[str, Persona] = field(default_factory=dict)

    def person(self, name: str) -> Persona:
        """Somebody of the little school, or `stranger`."""
        if name not in self.personas:
            number = PLATFORM_IDS.get(name, STRANGER)
            self.personas[name] = Persona(name, self.simulator.person(number))
        return self.personas[name]


def phones() -> list[Person]:
    """Everybody of the little school with an account, and a stranger."""
    everybody = {**STAFF, **STUDENTS, **GUARDIANS}
    people = [
        Person(number, everybody[name][2], everybody[name][1], name) for name, number in PLATFORM_IDS.items()
    ]
    return [*people, Person(STRANGER, "Пётр", "Прохожий", "stranger")]


@pytest.fixture
def settings_for() -> Callable[..., Settings]:
    """Settings of a bot on that database, against the messenger at that address."""

    def make(database_url: str, api_url: str, **more: object) -> Settings:
        given = {
            "bot_token": TOKEN,
            "secret": SECRET.decode(),
            "database_url": database_url,
            "api_url": api_url,
            "metrics_port": 0,
            "stop_patience": 2.0,
            # What is said, line by line; tables of the messenger have tests of their own.
            "tables": "off",
            **more,
        }
        return Settings(_env_file=None, **given)  # type: ignore[arg-type, call-arg]

    return make


@pytest.fixture
def settings_of(database_url: str, settings_for: Callable[..., Settings]) -> Callable[..., Settings]:
    """Settings of a bot of the test's own school, against the simulator at that address."""
    return partial(settings_for, database_url)


@pytest.fixture(autouse=True, scope="session")
def _production_logs() -> None:
    """Logs as in production: quick, and without people's words."""
    logs.configure(Settings(_env_file=None, log_level="error"))  # type: ignore[call-arg]


@pytest.fixture(autouse=True, scope="session")
def _authorities_read_once() -> Iterator[None]:
    """Every client reads the file of trusted authorities, though nobody here speaks TLS: once is enough."""
    with patch.object(ssl, "create_default_context", cache(ssl.create_default_context)):
        yield


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(token=TOKEN, people=phones()) as made:
        # People of a test press faster than people do; the limits have tests of their own.
        made.limits.enabled = False
        for person in made.people:
            person.chat.started = True
        yield made


@pytest.fixture
async def stage(
    simulator: Simulator, settings_of: Callable[..., Settings], clock: FrozenClock
) -> AsyncIterator[Stage]:
    async with running(settings_of(simulator.base_url), clock) as bot:
        yield Stage(simulator, bot.house, clock)


def _persona(name: str) -> Callable[[Stage], Persona]:
    def persona(stage: Stage) -> Persona:
        return stage.person(name)

    return pytest.fixture(name=name)(persona)


anna = _persona("anna")
maria = _persona("maria")
nikolai = _persona("nikolai")
pavel = _persona("pavel")
irina = _persona("irina")
admin = _persona("admin")
svetlana = _persona("svetlana")
olga = _persona("olga")
igor = _persona("igor")
tatyana = _persona("tatyana")
egor = _persona("egor")
stranger = _persona("stranger")
