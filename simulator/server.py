"""The simulator as one thing: world, doors and people, started inside a test or as a process of its own."""

from collections.abc import Iterable
from types import TracebackType
from typing import Self

from aiohttp import web

from simulator.botapi.calling import Caller
from simulator.client.controls import Control
from simulator.client.guard import guard
from simulator.client.live import Live
from simulator.client.phones import Phones
from simulator.client.routes import attach
from simulator.clock import Clock
from simulator.events import Event
from simulator.faults import Faults
from simulator.files import MAX_UPLOAD
from simulator.gateway import Gateway, Latency
from simulator.journal import Journal
from simulator.limits import Limits
from simulator.people import BotProfile, Chat
from simulator.person import Person
from simulator.world import World

HOST = "127.0.0.1"


class Simulator:
    """A local Telegram for one bot, on loopback only. Enter it with `async with`; port 0 takes a free one."""

    def __init__(
        self,
        token: str = "123:ABC",  # noqa: S107 - a token of this simulator, worth nothing elsewhere
        people: Iterable[Person] = (),
        port: int = 0,
        bot: BotProfile | None = None,
    ) -> None:
        self.token = token
        self.clock = Clock()
        self.world = World(bot or BotProfile(int(token.partition(":")[0])), self.clock)
        self.journal = Journal()
        self.limits = Limits(self.clock)
        caller = Caller(self.world, self.limits, self.journal)
        self.world.webhook.call = caller.call
        self._gateway = Gateway(token, caller)
        self._controls: list[Control] = []
        self._people: dict[int, Person] = {}
        self._port = port
        self._runner: web.AppRunner | None = None
        for person in people:
            self.add(person)

    @property
    def faults(self) -> Faults:
        """The faults in force."""
        return self._gateway.faults

    @property
    def latency(self) -> Latency:
        """Seconds of a round trip, or a function giving them anew for each call."""
        return self._gateway.latency

    @latency.setter
    def latency(self, seconds: Latency) -> None:
        self._gateway.latency = seconds

    @property
    def rich_messages(self) -> bool:
        """Whether the server knows rich messages; False makes it one of before Bot API 10.1."""
        return self.world.rich_messages

    @rich_messages.setter
    def rich_messages(self, known: bool) -> None:
        self.world.rich_messages = known

    @property
    def controls(self) -> list[Control]:
        """What the page's bar shows; may be set at any moment, open pages see it when they reconnect."""
        return self._controls

    @controls.setter
    def controls(self, controls: Iterable[Control]) -> None:
        self._controls[:] = controls

    @property
    def base_url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://{HOST}:{self._port}"

    def person(self, person_id: int) -> Person:
        """Somebody of the people by id."""
        return self._people[person_id]

    @property
    def people(self) -> list[Person]:
        """Everybody, in the order they came."""
        return list(self._people.values())

    def add(self, person: Person) -> Person:
        """Give one more person a phone."""
        if person.id in self._people:
            raise ValueError(f"person {person.id} is here already")
        person.enter(self.world)
        self._people[person.id] = person
        self.world.bell.ring(Event("person", person.id))
        return person

    def acquaint(self, person_id: int, first_name: str, last_name: str = "") -> None:
        """Somebody who started the bot long ago and whose phone nobody looks at; light, for crowds."""
        chat = Chat(person_id, first_name, last_name)
        chat.started = True
        self.world.chats[person_id] = chat

    async def start(self) -> None:
        """Listen; afterwards `base_url` is true."""
        app = web.Application(client_max_size=MAX_UPLOAD + 1024 * 1024, middlewares=[guard])
        app.add_routes(self._gateway.routes())
        phones = Phones(self.world, self._people, self._controls, self.add)
        attach(app, phones, Live(self.world.bell))
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5, handler_cancellation=True)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self.world.webhook.resume()

    async def stop(self) -> None:
        """Stop listening and drop open connections."""
        await self.world.webhook.pause()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()
