"""The operator tries the mail server, and makes an address forgotten on its owner's word."""

import asyncio
from pathlib import Path

import pytest

from journal import channels
from journal.context import Ctx
from journal.errors import NotFoundError, RefusedError
from journal.model.access import Actor
from journal.model.channels import Channel, Destination, Use
from storage.channels import ChannelQueries
from storage.unit_of_work import SqlStore
from tests.bot.test_command_line import install, run
from tests.support.mail import mail_server, words
from tests.support.school import CtxOf, person_id

TRIED = "admin@example.org"


@pytest.fixture
def _a_school_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'var' / 'school.sqlite'}")
    monkeypatch.setenv("SECRET", "a-secret-of-this-test")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert install().exit_code == 0


@pytest.mark.usefixtures("_a_school_of_its_own")
async def test_a_letter_of_trial_says_whether_letters_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "SMTP_URL is missing" in (await asyncio.to_thread(run, "mail", "try", TRIED)).output
    async with mail_server() as server:
        monkeypatch.setenv("SMTP_URL", f"smtp+plain://127.0.0.1:{server.port}")
        monkeypatch.setenv("MAIL_FROM", "diary@school7.example")
        done = await asyncio.to_thread(run, "mail", "try", TRIED)
        assert (done.exit_code, len(server.letters)) == (0, 1), done.output
        assert "Letters of the diary arrive here." in words(server.to(TRIED)[0])
        server.refusals[TRIED] = "550 5.7.1 relaying denied"
        refused = await asyncio.to_thread(run, "mail", "try", TRIED)
        assert refused.exit_code == 1
        assert "550 5.7.1" in refused.output


def operator(ctx: Ctx) -> Ctx:
    return ctx.as_actor(Actor(0, "ru", operator="root"))


@pytest.mark.requirement("R-096")
async def test_an_address_is_forgotten_in_every_account_on_its_owners_word(
    ctx_of: CtxOf, store: SqlStore
) -> None:
    async with store.connection(writing=True) as db:
        for who, address in (
            ("olga", "one@example.org"),
            ("igor", "one@example.org"),
            ("tatyana", "two@x.org"),
        ):
            kept = Destination(Channel.EMAIL, address, Use.BESIDE)
            await ChannelQueries(db).keep(person_id(who), kept, ctx_of(who).now)
        await db.connection.commit()
    for who in ("olga", "anna", "maria", "pavel"):
        with pytest.raises((RefusedError, NotFoundError)):
            await channels.forget(ctx_of(who), "one@example.org")
    assert await channels.forget(operator(ctx_of("admin")), " One@Example.org ") == 2
    async with store.connection() as db:
        left = {
            who: await ChannelQueries(db).of_account(person_id(who)) for who in ("olga", "igor", "tatyana")
        }
    assert [who for who, kept in left.items() if kept] == ["tatyana"]
