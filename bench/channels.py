"""What slow mail costs the messenger: the same messages alone, and beside as many letters to a slow server.

The product's own sender on SQLite, a strict local messenger at 30 a second, a mail server that takes two
seconds to answer RCPT; the messenger's journal says what came. Options: `--runs=3 --chats=300`.
"""

import asyncio
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

from bench import botapi
from bench.botapi import Call
from bench.options import option
from bench.table import Figure, show
from bot.run import running
from bot.settings import Settings
from journal.clock import OffsetClock
from journal.model.channels import Channel, Use
from journal.model.news import Kind
from journal.model.outbox import Lane, NewPush
from notifications.pace import RATE
from storage import migrations, outbox
from storage.engine import open_engine
from storage.tables.channels import destinations
from storage.unit_of_work import SqlStore
from tests.notifications.post import bear_one_name, open_accounts
from tests.support.mail import mail_server
from tests.support.school import LONG_AGO, NOW, SECRET, found_school

DAWDLES = 2.0
TOKEN = "5000000005:bench"


async def measure() -> None:
    """Both in turns, so that the machine's moods fall on both."""
    alone, beside = [], []
    for _ in range(int(option("runs", "3"))):
        alone.append(await _run(letters=False))
        beside.append(await _run(letters=True))
    figures = [
        *_figures("messages alone", alone),
        *_figures("beside as many letters", beside),
        Figure("letters taken meanwhile", "", tuple(float(run[2]) for run in beside)),
    ]
    show("Channels: slow mail beside the messenger", figures)


def _figures(name: str, runs: Sequence[tuple[float, int, int]]) -> list[Figure]:
    return [
        Figure(name, "% of limit", tuple(run[0] for run in runs), "reach: alike"),
        Figure("  429s", "", tuple(float(run[1]) for run in runs), "reach 0"),
    ]


async def _run(*, letters: bool) -> tuple[float, int, int]:
    """The share of the messenger's limit, its refusals, and the letters taken until its last message."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/channels.sqlite"
        chats = await _school(url, letters=letters)
        async with mail_server() as mail, botapi.started(latency=0.040, jitter=0.015) as api:
            mail.slow = DAWDLES
            async with running(_settings(url, api.url, mail.port), OffsetClock(NOW)):
                sent: list[Call] = []
                with suppress(TimeoutError):
                    async with asyncio.timeout(len(chats) / RATE * 2 + 20):
                        while len(sent) < len(chats):
                            await asyncio.sleep(0.5)
                            sent = _sends(await api.journal())
                taken = len(mail.letters)
            refused = sum(call.status == 429 for call in await api.journal())
    if len(sent) < len(chats):
        raise RuntimeError(f"{len(chats) - len(sent)} messages did not come")
    return 100 * (len(sent) - 1) / (sent[-1].at - sent[0].at) / RATE, refused, taken


def _sends(calls: Sequence[Call]) -> list[Call]:
    return [call for call in calls if call.done and call.method.startswith("send")]


async def _school(url: str, *, letters: bool) -> list[int]:
    """The little school with strangers, a message waiting for each, and a letter beside it."""
    engine = open_engine(url)
    await migrations.found(engine)
    store = SqlStore(engine)
    await found_school(store)
    chats = await open_accounts(store, int(option("chats", "300")))
    async with store.connection(writing=True) as db:
        await bear_one_name(db, chats)
        await db.run(destinations.insert(), [_address(chat) for chat in chats])
        ways = [Channel.TELEGRAM, *([Channel.EMAIL] if letters else [])]
        await outbox.queue(db, [_push(chat, way) for way in ways for chat in chats], NOW)
        await db.connection.commit()
    await engine.dispose()
    return chats


def _address(chat: int) -> dict[str, object]:
    given = {"channel": Channel.EMAIL, "address": f"chat{chat}@example.org", "use": Use.BESIDE}
    return {"account_id": chat, "confirmed_at": LONG_AGO, **given}


def _push(chat: int, channel: Channel) -> NewPush:
    return NewPush(
        account_id=chat,
        kind=Kind.PHONE_ADDED,
        payload={"binding": 1},
        lane=Lane.NORMAL,
        dedup_key=f"bench:{channel}:{chat}",
        due_at=NOW,
        expires_at=NOW + timedelta(days=1),
        channel=channel,
    )


def _settings(url: str, api_url: str, mail_port: int) -> Settings:
    return Settings(
        _env_file=None,
        bot_token=TOKEN,
        secret=SECRET.decode(),
        database_url=url,
        api_url=api_url,
        roles="web,sender,scheduler",
        metrics_port=0,
        log_level="error",
        smtp_url=f"smtp+plain://127.0.0.1:{mail_port}",
        mail_from="diary@school5.example",
        mail_per_second=20.0,
    )
