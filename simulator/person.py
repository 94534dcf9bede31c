"""A person with a phone, for tests and the demo: says, presses, sees.

`sees` looks at what came to the phone since this person's own last action and was not seen before, so an old
screen with the same words never passes for a new one.
"""

import asyncio
import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from simulator.events import Event
from simulator.formatting import typed_text
from simulator.messages import Button, SimMessage
from simulator.people import Chat
from simulator.transcript import told, transcript
from simulator.world import World

T = TypeVar("T")
Wanted = str | Callable[[SimMessage], bool]


@dataclass(eq=False)
class Person:
    """Made by a test with names and a title, then brought to life by the `Simulator` it is given to."""

    id: int
    first_name: str
    last_name: str = ""
    title: str = ""
    username: str = ""
    language_code: str = "ru"
    _world: World | None = field(default=None, repr=False)
    _news: dict[int, SimMessage] = field(default_factory=dict, repr=False)
    _answers: dict[str, Event] = field(default_factory=dict, repr=False)
    _last_press: str = field(default="", repr=False)
    _rung: asyncio.Event = field(default_factory=asyncio.Event, repr=False)

    def enter(self, world: World) -> None:
        """Take a phone in `world`; the simulator calls it."""
        self._world = world
        world.chats[self.id] = Chat(
            self.id, self.first_name, self.last_name, self.title, self.username, self.language_code
        )
        world.bell.listen(self._hear, self.id)

    # what the person does

    async def say(self, text: str, reply_to: SimMessage | int | None = None) -> SimMessage:
        """Send a text as typed; commands in it are recognised as Telegram does."""
        return self._send(text, reply_to=reply_to)

    async def send_photo(self, data: bytes, caption: str = "") -> SimMessage:
        """Send a picture (PNG, JPEG, GIF or WebP)."""
        return self._send(caption, self.world.files.add("photo", data))

    async def send_document(
        self, data: bytes, filename: str, caption: str = "", mime: str = "application/octet-stream"
    ) -> SimMessage:
        """Send any file."""
        return self._send(caption, self.world.files.add("document", data, filename, mime))

    async def send_voice(self, data: bytes, duration: int = 1) -> SimMessage:
        """Send a voice message of `duration` seconds."""
        return self._send("", self.world.files.add("voice", data, mime="audio/ogg", duration=duration))

    async def forward(self, message: SimMessage) -> SimMessage:
        """Send somebody's message on to the bot."""
        self._act()
        copied = self.world.new_message(
            self.chat,
            from_bot=False,
            text=message.text,
            entities=message.entities,
            file=message.file,
            forwarded_from=message.chat_id if not message.from_bot else 0,
        )
        return self.world.submit(self.chat, copied)

    async def press(self, message: SimMessage, label: str) -> str:
        """Press the button with this label, or the only one that has it as a part; the callback query's id.

        On a reply keyboard the label is sent as a text, as Telegram does, and the id is empty.
        """
        if message.deleted:
            raise AssertionError(f"message {message.id} is deleted, nothing to press\n{self.screen()}")
        button = self._find(message, label)
        if not message.pressable:
            await self.say(button.text)
            return ""
        if button.data is None:
            raise AssertionError(f"«{button.text}» is not for pressing: {button}")
        return await self.press_data(message.id, button.data)

    async def press_data(self, message_id: int, data: str) -> str:
        """Press with raw data, forged too, on any message id; the callback query's id."""
        self._act()
        self._last_press = self.world.press(self.chat, message_id, data).id
        return self._last_press

    async def inject(self, update: dict[str, Any]) -> int | None:
        """Queue a raw update, possibly malformed; it gets an `update_id` unless it brings one."""
        self._act()
        return self.world.updates.put(update)

    def block(self) -> None:
        """Block the bot."""
        self.world.set_blocked(self.chat, True)

    def unblock(self) -> None:
        """Let the bot write again."""
        self.world.set_blocked(self.chat, False)

    # what the person sees

    @property
    def world(self) -> World:
        """The simulated Telegram this person lives in."""
        if self._world is None:
            raise RuntimeError(f"{self.first_name} has no phone yet: give the person to a Simulator")
        return self._world

    @property
    def chat(self) -> Chat:
        """The person's chat with the bot."""
        return self.world.chats[self.id]

    @property
    def messages(self) -> list[SimMessage]:
        """Everything in the chat, oldest first, deleted ones marked."""
        return list(self.chat.messages.values())

    @property
    def last(self) -> SimMessage:
        """The newest message of the bot that is still there."""
        for message in reversed(self.messages):
            if message.from_bot and not message.deleted:
                return message
        raise AssertionError(f"the bot said nothing yet\n{self.screen()}")

    def screen(self, last: int = 12) -> str:
        """The end of the chat, printed."""
        return transcript(self.chat, last)

    async def sees(self, wanted: Wanted = "", within: float = 5.0) -> SimMessage:
        """The first new or edited message of the bot that has the text (or satisfies the predicate).

        Waits up to `within` seconds; fails with the printed chat. A message seen once is not seen again
        until it is edited.
        """
        found = await self._wait(lambda: self._look(wanted), within)
        if found is None:
            raise AssertionError(
                f"{self.first_name} does not see {_named(wanted)} within {within} s\n{self.screen()}"
            )
        del self._news[found.id]
        return found

    async def sees_nothing(self, wanted: Wanted = "", during: float = 0.5) -> None:
        """Fails when a matching message comes within `during` seconds."""
        found = await self._wait(lambda: self._look(wanted), during)
        if found is not None:
            shown = "\n".join(told(found))
            raise AssertionError(f"{self.first_name} was not to see this:\n{shown}\n{self.screen()}")

    async def alert(self, within: float = 5.0) -> str:
        """The text of the answer to the last press, empty when the bot answered without words."""
        answer = await self._wait(lambda: self._answers.get(self._last_press), within)
        if answer is None:
            raise AssertionError(f"the press was not answered within {within} s\n{self.screen()}")
        return answer.text

    # how it works

    def _send(self, text: str, file: Any = None, reply_to: SimMessage | int | None = None) -> SimMessage:
        if self.chat.blocked:
            raise AssertionError(f"{self.first_name} has blocked the bot: unblock before writing")
        self._act()
        target = reply_to.id if isinstance(reply_to, SimMessage) else reply_to
        return self.world.say(self.chat, typed_text(text), file, target)

    def _act(self) -> None:
        self._news.clear()

    def _hear(self, event: Event) -> None:
        if event.kind == "callback_answer":
            self._answers[event.callback_query_id] = event
        elif event.kind in ("message", "edit") and event.message and event.message.from_bot:
            self._news.pop(event.message.id, None)
            self._news[event.message.id] = event.message
        self._rung.set()

    def _look(self, wanted: Wanted) -> SimMessage | None:
        matches = wanted if callable(wanted) else lambda message: wanted in message.text
        return next(
            (message for message in self._news.values() if not message.deleted and matches(message)), None
        )

    async def _wait(self, look: Callable[[], T | None], seconds: float) -> T | None:
        deadline = time.monotonic() + seconds
        while (found := look()) is None and (left := deadline - time.monotonic()) > 0:
            self._rung.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._rung.wait(), left)
        return found

    def _find(self, message: SimMessage, label: str) -> Button:
        buttons = message.pressable or [button for row in message.keyboard for button in row]
        exact = [button for button in buttons if button.text == label]
        partly = [button for button in buttons if label in button.text]
        found = exact[:1] or partly
        if len(found) != 1:
            fault = "no button" if not found else f"{len(found)} buttons"
            have = ", ".join(f"«{button.text}»" for button in buttons) or "none"
            raise AssertionError(
                f"{fault} with «{label}» on message {message.id}, it has: {have}\n{self.screen()}"
            )
        return found[0]


def _named(wanted: Wanted) -> str:
    return (f"«{wanted}»" if wanted else "anything new") if isinstance(wanted, str) else "what was asked"
