"""The webhook: updates POSTed one by one with the secret token, repeated until the bot takes them.

Updates of one chat go in order, those of different chats side by side (at most `max_connections`). An answer
that names a method is carried out. Unlike Telegram's cloud, plain HTTP is accepted, for loopback only, as a
Bot API server of one's own does.
"""

import asyncio
import ipaddress
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from simulator.clock import Clock
from simulator.decoding import Upload
from simulator.errors import Error, Refusal
from simulator.parsing import parse_json
from simulator.reading import read_parts
from simulator.updates import Pending, UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
PATIENCE = ClientTimeout(total=60)
LONGEST_PAUSE = 60.0

Call = Callable[[str, dict[str, Any], dict[str, Upload]], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Hook:
    """What setWebhook asked for."""

    url: str
    secret: str = ""
    max_connections: int = 40


@dataclass
class Webhook:
    """Sends updates while a hook is set; after a failure waits `first_pause` seconds, then twice as long."""

    queue: UpdateQueue
    clock: Clock
    call: Call | None = None
    first_pause: float = 0.2
    hook: Hook | None = None
    last_error: str = ""
    last_error_date: int = 0
    _task: asyncio.Task[None] | None = field(default=None, repr=False)

    def set(self, hook: Hook) -> None:
        """Start sending to `hook`; whoever polls at the moment is told so."""
        self.drop()
        self.queue.interrupt(Error.WEBHOOK_SET())
        self.hook = hook
        self.last_error, self.last_error_date = "", 0
        self._task = asyncio.create_task(self._run(hook))

    def drop(self) -> None:
        """Stop sending."""
        self.hook = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def pause(self) -> None:
        """Stop sending for the time the server is down, the hook is kept; returns when all is closed."""
        hook, task = self.hook, self._task
        self.drop()
        self.hook = hook
        if task is not None:
            await asyncio.wait({task})

    def resume(self) -> None:
        """Go on after a pause."""
        if self.hook is not None and self._task is None:
            self._task = asyncio.create_task(self._run(self.hook))

    async def _run(self, hook: Hook) -> None:
        """A lane per chat: its updates in order, one worker while there are any."""
        lanes: dict[object, deque[Pending]] = {}
        places = asyncio.Semaphore(hook.max_connections)
        seen = 0
        async with ClientSession(timeout=PATIENCE) as session, asyncio.TaskGroup() as group:
            while True:
                for pending in self.queue.after(seen):
                    seen, chat = pending.place, _chat_of(pending)
                    if chat not in lanes:
                        lanes[chat] = deque()
                        group.create_task(self._serve(session, hook, places, lanes, chat))
                    lanes[chat].append(pending)
                await self.queue.arrival()

    async def _serve(
        self,
        session: ClientSession,
        hook: Hook,
        places: asyncio.Semaphore,
        lanes: dict[object, deque[Pending]],
        chat: object,
    ) -> None:
        while lanes[chat]:
            pending = lanes[chat].popleft()
            pause = self.first_pause
            while self.queue.holds(pending):
                async with places:
                    wait = await self._post(session, hook, pending, pause)
                if wait is None:
                    self.queue.done(pending)
                    break
                await asyncio.sleep(min(wait, LONGEST_PAUSE))
                pause *= 2
        del lanes[chat]

    async def _post(self, session: ClientSession, hook: Hook, pending: Pending, pause: float) -> float | None:
        """Seconds to wait before the next try, None when the bot took the update."""
        headers = {SECRET_HEADER: hook.secret} if hook.secret else {}
        try:
            async with session.post(hook.url, json=pending.update, headers=headers) as response:
                if response.status // 100 == 2:
                    await self._carry_out(response)
                    return None
                self._fail(f"Wrong response from the webhook: {response.status} {response.reason}")
                return _retry_after(response) or pause
        except (ClientError, TimeoutError, ValueError) as error:
            self._fail(f"Connection failed: {type(error).__name__}")
            return pause

    async def _carry_out(self, response: ClientResponse) -> None:
        """Call the method that the bot answered with, if it did; mistakes in it go to the journal only."""
        raw, uploads = await _answered(response)
        name = raw.pop("method", None)
        if isinstance(name, str) and self.call is not None:
            await self.call(name, raw, uploads)

    def _fail(self, why: str) -> None:
        self.last_error, self.last_error_date = why, int(self.clock.now())


async def _answered(response: ClientResponse) -> tuple[dict[str, Any], dict[str, Upload]]:
    if response.content_type == "multipart/form-data":
        reader = aiohttp.MultipartReader.from_response(response).stream
        return await read_parts(reader)
    body = await response.read()
    try:
        raw = parse_json(body, Error.BODY())
    except Refusal:
        return {}, {}
    return (raw, {}) if isinstance(raw, dict) else ({}, {})


def _retry_after(response: ClientResponse) -> float:
    seconds = response.headers.get("Retry-After", "")
    return float(seconds) if seconds.isdecimal() else 0.0


def _chat_of(pending: Pending) -> object:
    """Whose turn an update waits for: its sender's."""
    for kind in ("message", "callback_query", "my_chat_member", "edited_message"):
        content = pending.update.get(kind)
        if isinstance(content, dict) and isinstance(content.get("from"), dict):
            return content["from"].get("id")
    return None


def checked_address(url: str) -> str:
    """The URL if a webhook may go there: loopback only, by HTTP or HTTPS."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        loopback = host == "localhost" or ipaddress.ip_address(host).is_loopback
        _ = parts.port
    except ValueError:
        raise Error.WEBHOOK_URL() from None
    if parts.scheme not in ("http", "https") or not loopback:
        raise Error.WEBHOOK_URL()
    return url
