"""The role `scheduler`: what is due by the clock, in one process at a time; the others stand by."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog

from bot import metrics
from bot.health import Check
from bot.house import House
from bot.roles.part import Part, cancelled, started
from notifications.scheduler import Scheduler
from storage.leadership import leading
from storage.line import LINE_ERRORS

log = structlog.get_logger(__name__)
# Seconds between attempts at a database that is away.
AGAIN = 1.0
# Seconds for which a start waits for the first tick; whoever stands by goes on without.
AT_FIRST = 2.0


@asynccontextmanager
async def ticking(house: House) -> AsyncIterator[Part]:
    """At work or standing by; leaving it breaks off a job in the middle, of which nothing is kept."""
    # Whatever falls due until somebody leads is due.
    await Scheduler(house).take_up()
    post = _Post(house)
    task = started(post.hold(), "scheduler")
    # Where nobody else leads, what is due at the start is done before anybody is let in.
    with suppress(TimeoutError):
        await asyncio.wait_for(post.ticked.wait(), AT_FIRST)
    try:
        yield Part({"scheduler": task}, [post.check], metrics.OF_SCHEDULER)
    finally:
        await cancelled(task)


class _Post:
    """The place of the one scheduler."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._leads = False
        self.ticked = asyncio.Event()

    async def check(self) -> Check:
        return Check("leadership", True, "leads" if self._leads else "stands by")

    async def hold(self) -> None:
        """Lead whenever nobody else does, until cancelled."""
        while True:
            try:
                async with leading(self._house.engine) as over:
                    await self._preside(asyncio.ensure_future(over()))
            except LINE_ERRORS as error:
                log.warning("leadership_lost", error=type(error).__name__)
            await asyncio.sleep(AGAIN)

    async def _preside(self, over: "asyncio.Future[None]") -> None:
        """Let the scheduler tick until the leadership is over."""
        scheduler = Scheduler(self._house, ticked=self.ticked.set)
        self._note(leads=True)
        try:
            await asyncio.wait({over, scheduler.start()}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            over.cancel()
            await scheduler.stop()
            self._note(leads=False)

    def _note(self, *, leads: bool) -> None:
        self._leads = leads
        metrics.leading.set(int(leads))
        log.info("leads" if leads else "leads_no_more")
