"""People under load: each does one thing after another, and as people do tries again what shows no effect.

Everything a person was told is kept here, to be held against what is there in the end.
"""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from bench.faults.school import Child, Class
from handlers.attendance.callbacks import OpenRegisterCb, RegisterAct, RegisterCb, TapCb
from journal.model.attendance import Presence
from simulator import Person, SimMessage, Simulator

# How long people look at a screen that does not change before they press once more.
PATIENCE = 2.5
# Before they type it again they wait longer.
TYPED = 10.0
# How long a family thinks before it asks again, at most.
THINKING = 3.0
# Of the taps, how many come a second time under a new number, as after a reconnect.
REPLAYED = 0.1


@dataclass
class Phone:
    """Somebody who acts until it shows."""

    simulator: Simulator
    person: Person
    dice: random.Random
    over: asyncio.Event
    typed: float = TYPED
    pressed: int = 0
    again: int = 0
    replayed: int = 0

    async def press(self, message: SimMessage, data: str, shows: Callable[[SimMessage], bool]) -> SimMessage:
        """Press until something shows it."""
        while True:
            await self.tap(message, data)
            if (seen := await self.look(shows)) is not None:
                return seen
            self.again += 1

    async def tap(self, message: SimMessage, data: str) -> None:
        """Press, and do not look."""
        self.pressed += 1
        await self.person.press_data(message.id, data)
        if self.dice.random() < REPLAYED:
            self.replay()

    async def say(self, text: str, shows: Callable[[SimMessage], bool]) -> SimMessage | None:
        """Type it once; what shows it, if anything does in time."""
        await self.person.say(text)
        if self.dice.random() < REPLAYED:
            self.replay()
        return await self.look(shows, self.typed)

    async def look(
        self, shows: Callable[[SimMessage], bool], patience: float = PATIENCE
    ) -> SimMessage | None:
        try:
            return await self.person.sees(shows, patience)
        except AssertionError:
            return None

    def replay(self) -> None:
        """The newest update comes once more, under a number of its own."""
        self.replayed += 1
        newest = self.simulator.world.updates.history[-1]
        self.simulator.world.updates.put({name: newest[name] for name in newest if name != "update_id"})


@dataclass
class Teacher:
    """Taps registers, saves them, writes notices."""

    phone: Phone
    of: Class
    # By lesson: how each child was tapped last, and how it stood when Save was acknowledged.
    tapped: dict[int, dict[int, Presence]] = field(default_factory=dict)
    saved: dict[int, dict[int, Presence]] = field(default_factory=dict)
    # By lesson: how many taps and Saves were acknowledged.
    taps: dict[int, int] = field(default_factory=dict)
    saves: dict[int, int] = field(default_factory=dict)
    # Notices whose sending was acknowledged, and those that were given up before.
    sent: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    # How often all names of a register were pressed in haste, and how many taps of those never showed.
    hurried: int = 0
    missed: int = 0

    async def work(self) -> None:
        """One thing after another; what is begun is brought to its end."""
        while not self.phone.over.is_set():
            lesson = self.phone.dice.choice(self.of.lessons)
            do = self.phone.dice.choice((self.take_register, self.take_register_in_haste, None))
            await (self.write_notice() if do is None else do(lesson))

    async def take_register(self, lesson: int) -> None:
        """Open it, tap some names, save."""
        home = await self._home()
        opened = OpenRegisterCb(lesson=lesson).pack()
        shown = await self.phone.press(home, opened, lambda message: bool(_tap(message, self.of.children[0])))
        for child in self.phone.dice.sample(self.of.children, min(3, len(self.of.children))):
            shown = await self._tap(shown, lesson, child)
        await self._save(shown, lesson)

    async def take_register_in_haste(self, lesson: int) -> None:
        """Press every name at once, without looking; press again what does not show it; save."""
        home, first = await self._home(), self.of.children[0]
        opened = OpenRegisterCb(lesson=lesson).pack()
        shown = await self.phone.press(home, opened, lambda message: bool(_tap(message, first)))
        wanted = {child: tap for child in self.of.children if (tap := _tap(shown, child)) is not None}
        left = wanted
        while left:
            for child in left:
                await self.phone.tap(shown, _pressed(shown, child))
            shown = await self.phone.look(
                lambda message: all(_turned(message, child, tap) for child, tap in wanted.items()), TYPED
            ) or await self.phone.press(home, opened, lambda message: bool(_tap(message, first)))
            left = {child: tap for child, tap in wanted.items() if not _turned(shown, child, tap)}
            self.missed += len(left)
        self.hurried += 1
        self.tapped.setdefault(lesson, {}).update({child.id: tap.status for child, tap in wanted.items()})
        self.taps[lesson] = self.taps.get(lesson, 0) + len(wanted)
        await self._save(shown, lesson)

    async def _save(self, shown: SimMessage, lesson: int) -> None:
        save = next(data for data in _data(shown) if _saves(data))
        await self.phone.press(shown, save, lambda message: "Сохранено" in message.text)
        self.saves[lesson] = self.saves.get(lesson, 0) + 1
        self.saved[lesson] = dict(self.tapped[lesson])

    async def _tap(self, shown: SimMessage, lesson: int, child: Child) -> SimMessage:
        wanted = _tap(shown, child)
        assert wanted is not None
        seen = await self.phone.press(shown, wanted.pack(), lambda message: _turned(message, child, wanted))
        self.tapped.setdefault(lesson, {})[child.id] = wanted.status
        self.taps[lesson] = self.taps.get(lesson, 0) + 1
        return seen

    async def write_notice(self) -> None:
        """Say, write, send."""
        number = len(self.sent) + len(self.dropped)
        text = f"Объявление {self.of.name} №{number}."
        if await self.phone.say("/notice", lambda message: "Напишите объявление" in message.text) is None:
            return
        draft = await self.phone.say(text, lambda message: text in message.text)
        if draft is None:
            self.dropped.append(text)
            return
        send = next(
            (b.data for row in draft.buttons for b in row if b.text == "Отправить" and b.data is not None),
            None,
        )
        assert send is not None, f"no way to send:\n{self.phone.person.screen()}"
        await self.phone.press(draft, send, lambda message: "Отправлено" in message.text)
        self.sent.append(text)

    async def _home(self) -> SimMessage:
        while True:
            if (seen := await self.phone.say("/menu", lambda message: bool(message.buttons))) is not None:
                return seen


@dataclass
class Guardian:
    """Asks for the day, again and again."""

    phone: Phone
    child: Child
    asked: int = 0
    answered: int = 0

    async def work(self) -> None:
        while not self.phone.over.is_set():
            await asyncio.sleep(self.phone.dice.uniform(0, THINKING))
            self.asked += 1
            if await self.phone.say("/today", _is_day) is not None:
                self.answered += 1


def _is_day(message: SimMessage) -> bool:
    return "14 октября" in message.text and "Алгебра" in message.text


def _data(message: SimMessage) -> list[str]:
    return [button.data for row in message.buttons for button in row if button.data]


def _saves(data: str) -> bool:
    return data.startswith("atr:") and RegisterCb.unpack(data).act is RegisterAct.SAVE


def _tap(message: SimMessage, child: Child) -> TapCb | None:
    """What a press on the child's name would do."""
    taps = (TapCb.unpack(data) for data in _data(message) if data.startswith("at:"))
    return next((tap for tap in taps if tap.student == child.id), None)


def _pressed(message: SimMessage, child: Child) -> str:
    tap = _tap(message, child)
    assert tap is not None, f"{child.name} is not on the register"
    return tap.pack()


def _turned(message: SimMessage, child: Child, wanted: TapCb) -> bool:
    """Whether the name stands as wanted: another press would do something else."""
    tap = _tap(message, child)
    return tap is not None and tap.lesson == wanted.lesson and tap.status is not wanted.status
