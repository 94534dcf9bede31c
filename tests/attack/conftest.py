"""The arena: the whole bot with canaries in its school, watched."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from bot.run import running
from bot.settings import Settings
from journal.clock import FrozenClock
from simulator import Simulator
from storage.engine import open_engine
from storage.tables.access import accounts
from storage.unit_of_work import SqlStore
from tests.attack.canaries import plant
from tests.attack.crowd import FAMILIES, Attacker
from tests.attack.watcher import Watcher
from tests.support.scenario import STRANGER, Stage
from tests.support.school import GUARDIANS, PLATFORM_IDS, student_id


@dataclass
class Arena:
    """A running bot under attack."""

    stage: Stage
    watcher: Watcher

    def attacker(self, role: str) -> Attacker:
        return Attacker(role, self.stage, self.watcher)

    async def own(self, attacker: Attacker) -> set[int]:
        """The account, person and children of the attacker: whose rows it may change."""
        who = {row[0]: row[4] for row in GUARDIANS.values()}
        async with self.stage.house.store.connection() as db:
            account = await db.scalar(
                select(accounts.c.id).where(accounts.c.platform_id == str(attacker.phone.id))
            )
        return {account, *(student_id(child) for child in who.get(account, ()))}


@pytest.fixture
async def arena(
    database_url: str, simulator: Simulator, settings_of: Callable[..., Settings], clock: FrozenClock
) -> AsyncIterator[Arena]:
    engine = open_engine(database_url)
    await plant(SqlStore(engine))
    await engine.dispose()
    # The rate guard has tests of its own; here it would only keep the attack from its aim.
    # A mail server that never answers: an attack on addresses sends no letters.
    letters = {"smtp_url": "smtp+plain://127.0.0.1:1", "mail_from": "diary@school5.example"}
    settings = settings_of(simulator.base_url, rate_burst=10**9, rate_per_second=1e9, **letters)
    names = {number: name for name, number in PLATFORM_IDS.items()} | {STRANGER: "stranger"}
    async with running(settings, clock) as bot:
        yield Arena(Stage(simulator, bot.house, clock), Watcher(simulator, names, FAMILIES.values()))
