"""Webhook: updates posted by the messenger, answered 200 only after they were committed, many a commit."""

import asyncio
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import structlog
from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot import metrics
from bot.house import House
from bot.intake.door import LATER, Door, path_of
from bot.intake.intake import Intake
from bot.intake.raw import ALLOWED
from storage.finishing import to_its_end

log = structlog.get_logger(__name__)
HEADER = "X-Telegram-Bot-Api-Secret-Token"
BATCH = 200
# More than this many updates in the house: the messenger shall come again a little later.
SWAMPED = 2000


class Webhook:
    """The door for posted updates."""

    def __init__(self, intake: Intake, secret: str) -> None:
        self._intake = intake
        self._secret = secret.encode()
        self._waiting: asyncio.Queue[tuple[Any, asyncio.Future[bool]]] = asyncio.Queue(SWAMPED)

    async def receive(self, request: web.Request) -> web.Response:
        """One posted update: 401 for a stranger, 400 for what is no JSON, 503 when swamped, else 200."""
        # As bytes: a stranger's need not be letters at all.
        shown = request.headers.get(HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(shown, self._secret):
            return web.Response(status=401)
        try:
            raw = await request.json()
        except ValueError:
            return web.Response(status=400)
        return web.Response() if await self._kept(raw) else web.Response(status=503, headers=LATER)

    async def run(self) -> None:
        """Commit what was posted, together what came together, until cancelled."""
        while True:
            batch = [await self._waiting.get()]
            while len(batch) < BATCH and not self._waiting.empty():
                batch.append(self._waiting.get_nowait())
            kept = await self._accept([raw for raw, _ in batch])
            for _, told in batch:
                if not told.done():
                    told.set_result(kept)

    async def _kept(self, raw: Any) -> bool:
        told: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        try:
            if self._intake.load > SWAMPED:
                raise asyncio.QueueFull
            self._waiting.put_nowait((raw, told))
        except asyncio.QueueFull:
            metrics.swamped.inc()
            return False
        return await told

    async def _accept(self, raws: list[Any]) -> bool:
        try:
            await to_its_end(self._intake.accept(raws))
        except (SQLAlchemyError, OSError) as error:
            log.warning("accepting_failed", error=type(error).__name__)
            return False
        return True


@asynccontextmanager
async def listening(house: House, intake: Intake, door: Door) -> AsyncIterator["asyncio.Task[None]"]:
    """The webhook announced and open; leaving it lets nobody in but keeps the announcement."""
    settings = house.settings
    secret, url = settings.posted_with, settings.webhook_url or ""
    webhook = Webhook(intake, secret)
    task = asyncio.create_task(webhook.run(), name="webhook")
    try:
        async with door.open(path_of(settings), webhook.receive, settings.stop_patience):
            await house.bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED)
            yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
