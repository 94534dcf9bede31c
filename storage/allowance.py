"""The row by which the senders of one bot share its allowance, read and changed over a line of its own."""

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from storage.line import Line, line

# Heard by every sender of the bot when its allowance is frozen.
CALL = "dnevnichok_allowance"
READ = """SELECT version, standing::text, extract(epoch FROM clock_timestamp())::float8
FROM allowances WHERE bot = $1 AND paid = $2"""
FOUND = "INSERT INTO allowances (bot, paid, version, standing) VALUES ($1, $2, 0, $3) ON CONFLICT DO NOTHING"
SWAP = """UPDATE allowances SET version = version + 1, standing = $4
WHERE bot = $1 AND paid = $2 AND version = $3"""
Told = Mapping[str, Any]


def bot_of(token: str) -> str:
    """How a bot is named in the table: by a digest of its token."""
    return hashlib.sha256(token.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in the row; `now`: the database's clock meanwhile, in seconds."""

    version: int
    standing: Told
    now: float


class AllowanceRow:
    """One row. Where the database is away methods raise `LINE_ERRORS`; then `close`, to begin anew."""

    def __init__(self, engine: AsyncEngine, bot: str, *, paid: bool, heard: Callable[[Told], None]) -> None:
        """`heard`: what others of the same row call."""
        self._engine = engine
        self._key = (bot, paid)
        self._heard = heard
        self._line: Line | None = None
        self._stack = AsyncExitStack()

    async def read(self, at_first: Told) -> Reading:
        """What stands there; `at_first` where nothing did."""
        opened = await self._opened()
        found = await opened.connection.fetchrow(READ, *self._key)
        if found is None:
            await opened.connection.execute(FOUND, *self._key, json.dumps(at_first))
            found = await opened.connection.fetchrow(READ, *self._key)
        return Reading(found[0], json.loads(found[1]), found[2])

    async def swap(self, version: int, standing: Told) -> bool:
        """Change what stands there, unless somebody did since that version was read."""
        opened = await self._opened()
        done = await opened.connection.execute(SWAP, *self._key, version, json.dumps(standing))
        return bool(done == "UPDATE 1")

    async def call(self, told: Told) -> None:
        """Tell every other holder of the row."""
        opened = await self._opened()
        bot, paid = self._key
        whole = json.dumps({"bot": bot, "paid": paid, "told": told})
        await opened.connection.execute("SELECT pg_notify($1, $2)", CALL, whole)

    async def close(self) -> None:
        """End the line; the next question opens another."""
        self._line = None
        await self._stack.aclose()

    async def _opened(self) -> Line:
        if self._line is None or self._line.connection.is_closed():
            await self.close()
            # A crash of the server that loses the last change loses the second in which it mattered, too.
            opened = await self._stack.enter_async_context(line(self._engine, synchronous_commit="off"))
            await opened.connection.add_listener(CALL, self._call_came)
            self._line = opened
        return self._line

    def _call_came(self, _: Any, __: int, ___: str, payload: str) -> None:
        whole = json.loads(payload)
        if (whole["bot"], whole["paid"]) == self._key:
            self._heard(whole["told"])
