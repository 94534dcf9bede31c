"""One program in several processes: each does its part, and a file belongs to one alone."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import delete, select, text

from bot.run import running
from bot.settings import Misconfigured, Settings
from journal.clock import FrozenClock
from journal.regulation import Regulation
from notifications.jobs import JOBS
from simulator import Simulator
from storage.locks import LEADERSHIP
from storage.tables.outbox import job_runs
from storage.unit_of_work import SqlStore
from tests.bot.test_health import ask
from tests.notifications.post import Office, open_accounts, queue_letters
from tests.support.letters import ALGEBRA, write
from tests.support.persona import Persona
from tests.support.process import ShiftedClock, Start
from tests.support.school import PLATFORM_IDS, SCHOOL

on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
SettingsOf = Callable[..., Settings]


@on_sqlite
async def test_a_second_process_on_the_same_file_is_refused_in_one_line(
    simulator: Simulator, settings_of: SettingsOf, clock: FrozenClock
) -> None:
    settings = settings_of(simulator.base_url)
    async with running(settings, clock):
        with pytest.raises(Misconfigured, match=r"school\.sqlite is served by another process already"):
            async with running(settings, clock):
                pass
    async with running(settings, clock) as again:
        assert set(again.tasks) >= {"notifier", "scheduler", "intake"}


@on_postgresql
@pytest.mark.requirement("R-094")
async def test_what_one_process_takes_in_another_tells(simulator: Simulator, start_in: Start) -> None:
    """A letter written to `web` reaches the teacher by `sender`; none of the two could do it alone."""
    await asyncio.gather(start_in("web"), start_in("sender,scheduler"))
    olga, anna = (Persona(name, simulator.person(PLATFORM_IDS[name])) for name in ("olga", "anna"))
    await olga.say("/menu")
    await olga.sees(within=60)
    await write(olga, ALGEBRA, "Добрый день! Когда контрольная?")
    await anna.sees("Добрый день! Когда контрольная?", within=20)
    await anna.press("Ответить")
    await anna.sees("Напишите сообщение")


@on_postgresql
async def test_health_and_metrics_tell_only_what_the_process_is_there_for(
    simulator: Simulator, settings_of: SettingsOf, clock: FrozenClock
) -> None:
    own = {
        "sender": ("notifier", "dnevnichok_messages_total"),
        "scheduler": ("leadership", "dnevnichok_scheduler_leads"),
        "web": ("intake", "dnevnichok_updates_total"),
    }
    for role, found in own.items():
        async with running(settings_of(simulator.base_url, roles=role), clock) as bot:
            checks = {check["name"] for check in (await ask(bot.health_port))[1]["checks"]}
            _, measured = await ask(bot.health_port, "/metrics")
        assert [(check, name) for check, name in own.values() if check in checks or name in measured] == [
            found
        ]


LEADER = text(
    "SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid)"
    " WHERE locktype = 'advisory' AND granted AND objid = :key"
)


async def until(true: Callable[[], Awaitable[object]], seconds: float = 60) -> None:
    """Wait until it holds."""
    for _ in range(int(seconds * 20)):
        if await true():
            return
        await asyncio.sleep(0.05)
    assert await true()


async def leader(store: SqlStore) -> int:
    """The process whose scheduler leads; 0 while none does."""
    async with store.connection() as db:
        name = await db.connection.scalar(LEADER, {"key": LEADERSHIP})
    return int(name.split()[-1]) if name else 0


@on_postgresql
@pytest.mark.timeout(240)
@pytest.mark.requirement("R-102")
async def test_a_killed_process_is_replaced_by_the_other_and_nothing_is_lost(
    simulator: Simulator, start_in: Start, store: SqlStore, school_day: ShiftedClock, regulation: Regulation
) -> None:
    """It sends and leads the scheduler, and is killed amid sixty messages; the rest comes, and jobs go on."""
    both = await asyncio.gather(start_in("sender,scheduler"), start_in("sender,scheduler"))
    accounts = await open_accounts(store, 60)
    for account in accounts:
        simulator.acquaint(account, "Ольга")
    await until(lambda: leader(store))
    await queue_letters(Office(store, school_day, SCHOOL, regulation), accounts)

    async def told() -> int:
        return len(simulator.journal.of("sendMessage", ok=True))

    async def more_told() -> bool:
        return await told() > 10

    await until(more_told)
    leading = await leader(store)
    first = next(process for process in both if process.pid == leading)
    async with store.connection(writing=True) as db:
        await db.run(delete(job_runs))
        await db.connection.commit()
    first.kill()
    await first.wait()

    async def all_told() -> bool:
        return {call.chat_id for call in simulator.journal.of("sendMessage", ok=True)} == set(accounts)

    await until(all_told)
    # What was on its way at the kill, or came without its receipt being saved, may come twice.
    assert await told() <= len(accounts) + 20
    assert await leader(store) in {process.pid for process in both} - {first.pid}
    async with store.connection() as db:
        assert set(await db.scalars(select(job_runs.c.job))) == {job.name for job in JOBS}
