"""Chats claimed by a process: of several at the door, one serves a chat at a time, in the chat's order.

A claim is an advisory lock of PostgreSQL, held by a line of one's own: it ends with the process that holds
it, at once and without a clock. Claiming and giving back go in rounds, many chats in a statement.
"""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncEngine

from storage import locks
from storage.line import LINE_ERRORS, Line, line

AGAIN = 1.0
TRY = "SELECT chat FROM unnest($2::text[]) AS chat WHERE pg_try_advisory_lock($1, hashtext(chat))"
# Asked after the locks were had: what another process settled until then must be seen as settled.
WAITING = (
    "SELECT chat, update_id FROM inbox WHERE state = 'waiting' AND chat = ANY($1::text[]) ORDER BY update_id"
)
SETTLE = (
    "UPDATE inbox SET state = 'done', settled_at = $1"
    " WHERE update_id = ANY($2::bigint[]) AND state = 'waiting'"
)
FREE = "SELECT pg_advisory_unlock($1, hashtext(chat)) FROM unnest($2::text[]) AS chat"
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Claim:
    """A chat that nobody else serves now, and its unsettled updates in order."""

    chat: str
    waiting: tuple[int, ...]
    # By which line it is held; it went with it.
    held_by: Line


class Claims:
    """The claims of this process."""

    def __init__(self, engine: AsyncEngine, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._now = now
        self._line: Line | None = None
        self._wanted: dict[str, asyncio.Future[Claim | None]] = {}
        self._returned: list[tuple[Claim, Collection[int]]] = []
        self._bell = asyncio.Event()

    async def take(self, chat: str) -> Claim | None:
        """The chat; None while another process has it, or nobody can tell. Asked for one at a time a chat."""
        if self._line is None:
            return None
        answer: asyncio.Future[Claim | None] = asyncio.get_running_loop().create_future()
        self._wanted[chat] = answer
        self._bell.set()
        return await answer

    def give_back(self, claim: Claim, done: Collection[int]) -> None:
        """Let others have the chat, once they can see that these updates of it are done."""
        self._returned.append((claim, done))
        self._bell.set()

    async def run(self) -> None:
        """Serve until cancelled; all claims end then."""
        while True:
            try:
                async with line(self._engine) as opened:
                    self._line = opened
                    await self._serve(opened)
            except LINE_ERRORS as error:
                log.warning("claims_lost", error=type(error).__name__)
            finally:
                self._line = None
                self._deny()
            await asyncio.sleep(AGAIN)

    async def _serve(self, opened: Line) -> None:
        while True:
            await self._bell.wait()
            self._bell.clear()
            returned, self._returned = self._returned, []
            await self._free(opened, [pair for pair in returned if pair[0].held_by is opened])
            await self._claim(opened)

    async def _free(self, opened: Line, returned: list[tuple[Claim, Collection[int]]]) -> None:
        if not returned:
            return
        done = [number for _, numbers in returned for number in numbers]
        if done:
            await opened.connection.execute(SETTLE, self._now(), done)
        await opened.connection.execute(FREE, locks.CLAIMS, [claim.chat for claim, _ in returned])

    async def _claim(self, opened: Line) -> None:
        if not (wanted := list(self._wanted)):
            return
        had = [row["chat"] for row in await opened.connection.fetch(TRY, locks.CLAIMS, wanted)]
        waiting: dict[str, list[int]] = {chat: [] for chat in had}
        for row in await opened.connection.fetch(WAITING, had) if had else ():
            waiting[row["chat"]].append(row["update_id"])
        for chat in wanted:
            claim = Claim(chat, tuple(waiting[chat]), opened) if chat in waiting else None
            self._answer(chat, claim)

    def _answer(self, chat: str, claim: Claim | None) -> None:
        answer = self._wanted.pop(chat)
        if not answer.done():
            answer.set_result(claim)
        elif claim is not None:
            # Whoever asked was cancelled meanwhile.
            self.give_back(claim, ())

    def _deny(self) -> None:
        for chat in list(self._wanted):
            self._answer(chat, None)
