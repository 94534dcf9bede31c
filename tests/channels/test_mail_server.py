"""Letters handed to a real server: what it takes, what it refuses, and what becomes of either."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from handlers.channels.mail import MailCourier, Writer
from handlers.channels.server import Security, Server, read_server
from handlers.channels.smtp import Mailer
from journal.clock import FrozenClock
from journal.model.access import Privacy
from journal.model.news import Kind
from journal.regulation import Regulation
from notifications.courier import Delivered, Failed, Outcome, Parcel, Recipient, Rejected, Unreachable
from tests.notifications.samples import sample
from tests.support.mail import PASSWORD, USER, MailServer, mail_server, self_signed, words
from tests.support.school import SCHOOL

OLGA = "olga@example.org"


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    async with mail_server() as made:
        yield made


@pytest.fixture
def office(clock: FrozenClock, regulation: Regulation) -> "Office":
    return Office(clock, regulation)


class Office:
    """Makes couriers of the little school."""

    def __init__(self, clock: FrozenClock, regulation: Regulation) -> None:
        self.clock = clock
        self.regulation = regulation
        self.school = SCHOOL
        self.bot: str | None = "school_5_bot"

    def courier(self, server: Server, patience: float = 5.0) -> MailCourier:
        async def bot() -> str | None:
            return self.bot

        writer = Writer("diary@school5.example", "office@school5.example", 123, bot)
        rules = (self.school, self.regulation)
        return MailCourier(Mailer(server, patience), writer, lambda: rules, self.clock)


def plainly(server: MailServer) -> Server:
    return Server("127.0.0.1", server.port, Security.NONE)


def parcel(push: int = 7, address: str = OLGA, **more: object) -> Parcel:
    recipient = Recipient(1, "email", address, "ru", Privacy.FULL)
    return Parcel(push, recipient, (sample(Kind.MARKS),), **more)  # type: ignore[arg-type]


@pytest.mark.requirement("R-096")
async def test_a_letter_says_who_when_how_to_stop_and_the_same_in_two_ways(
    server: MailServer, office: Office
) -> None:
    courier = office.courier(plainly(server))
    assert await courier.deliver(parcel()) == Delivered(7)
    (letter,) = server.to(OLGA)
    assert letter["Message-ID"] == "<push-7.123@school5.example>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Reply-To"] == "office@school5.example"
    assert "<mailto:office@school5.example?subject=unsubscribe>" in letter["List-Unsubscribe"]
    assert letter["From"].addresses[0].display_name == SCHOOL.short_name
    assert letter.get_content_type() == "multipart/alternative"
    assert "слово" in words(letter)
    assert "слово" in words(letter, "html")
    await courier.close()


async def test_a_repeated_letter_is_the_same_and_a_correction_stands_under_it(
    server: MailServer, office: Office
) -> None:
    courier = office.courier(plainly(server))
    for one in (parcel(), parcel(), parcel(8, edits=7)):
        await courier.deliver(one)
    first, again, correction = server.to(OLGA)
    assert first["Message-ID"] == again["Message-ID"]
    assert correction["In-Reply-To"] == correction["References"] == first["Message-ID"]
    assert correction["Message-ID"] != first["Message-ID"]
    assert server.connections == 1
    await courier.close()


async def test_a_letter_leaves_while_the_messenger_is_down_and_nobody_knows_the_bots_name(
    server: MailServer, office: Office
) -> None:
    office.bot = None
    courier = office.courier(plainly(server))
    assert await courier.deliver(parcel()) == Delivered(7)
    (letter,) = server.to(OLGA)
    assert letter["List-Unsubscribe"] == "<mailto:office@school5.example?subject=unsubscribe>"
    assert "t.me" not in words(letter) + words(letter, "html")
    await courier.close()


async def test_a_code_to_what_may_be_a_strangers_mailbox_leads_nowhere(
    server: MailServer, office: Office
) -> None:
    courier = office.courier(plainly(server))
    assert await courier.prove(OLGA, "123456", "ru") is None
    (letter,) = server.to(OLGA)
    both = words(letter) + words(letter, "html")
    assert both.count("123456") == both.count("Если вы ничего не запрашивали, ничего делать не нужно.") == 2
    assert "Ответьте на это" in both
    assert "t.me" not in both + letter["List-Unsubscribe"]
    assert "-- " not in words(letter)
    assert "border-top" not in words(letter, "html")
    await courier.close()


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("450 4.2.0 Greylisted, olga@example.org", Failed("450 4.2.0")),
        ("452 4.2.2 Mailbox full", Failed("452 4.2.2")),
        ("552 5.2.2 Mailbox full", Failed("552 5.2.2")),
        ("550 5.1.1 <olga@example.org>: no such user", Unreachable("550 5.1.1")),
        ("550 no such user here", Unreachable("550")),
        ("550 5.2.1 disabled", Unreachable("550 5.2.1")),
        ("550 5.7.1 relaying denied", Rejected("550 5.7.1")),
        ("554 5.7.1 looks like spam", Rejected("554 5.7.1")),
        ("421 4.3.0 come back later", Failed("421 4.3.0")),
    ],
)
async def test_a_refused_address_is_gone_or_to_be_tried_again(
    server: MailServer, office: Office, said: str, outcome: Outcome
) -> None:
    """The reason holds codes alone: servers like to repeat the address."""
    courier = office.courier(plainly(server))
    server.refusals[OLGA] = said
    assert await courier.deliver(parcel()) == outcome
    assert await courier.deliver(parcel(8, "igor@example.org")) == Delivered(8)
    await courier.close()


@pytest.mark.parametrize(
    ("said", "outcome"),
    [("554 5.6.0 no", Rejected("554 5.6.0")), ("451 4.3.0 later", Failed("451 4.3.0"))],
)
async def test_a_refused_letter_goes_again_or_never(
    server: MailServer, office: Office, said: str, outcome: Outcome
) -> None:
    courier = office.courier(plainly(server))
    server.at_data = said
    assert await courier.deliver(parcel()) == outcome
    await courier.close()


async def test_a_server_that_is_silent_or_away_is_tried_again(server: MailServer, office: Office) -> None:
    server.slow = 2.0
    courier = office.courier(plainly(server), patience=0.2)
    assert await courier.deliver(parcel()) == Failed("timeout")
    server.slow = 0.0
    assert await courier.deliver(parcel()) == Delivered(7)
    await courier.close()
    nobody = office.courier(Server("127.0.0.1", 1, Security.NONE))
    assert await nobody.deliver(parcel()) == Failed("SMTPConnectError")


async def test_a_letter_that_was_given_up_leaves_no_answer_behind_for_the_next(
    server: MailServer, office: Office
) -> None:
    courier = office.courier(plainly(server))
    server.slow = 1.0
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await courier.deliver(parcel())
    server.slow = 0.0
    assert await courier.deliver(parcel(8, "igor@example.org")) == Delivered(8)
    assert [whom for whom, _ in server.letters] == ["igor@example.org"]
    await courier.close()


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
async def test_letters_and_passwords_go_encrypted(office: Office, tmp_path: Path, security: Security) -> None:
    context, certificate = self_signed(tmp_path)
    implicit = security is Security.TLS
    async with mail_server(tls=context, implicit=implicit, login=not implicit) as server:
        named = (None, None) if implicit else (USER, PASSWORD)
        known = Server("127.0.0.1", server.port, security, *named, certificate)
        courier = office.courier(known)
        assert await courier.deliver(parcel()) == Delivered(7)
        await courier.close()
        # A certificate that nobody signed is nobody's.
        suspicious = office.courier(replace(known, authorities=None))
        assert isinstance(await suspicious.deliver(parcel()), Failed)
        assert len(server.letters) == 1


async def test_a_wrong_password_is_the_schools_to_mend_and_loses_nothing(
    office: Office, tmp_path: Path
) -> None:
    context, certificate = self_signed(tmp_path)
    async with mail_server(tls=context, login=True) as server:
        known = Server("127.0.0.1", server.port, Security.STARTTLS, USER, "wrong", certificate)
        courier = office.courier(known)
        outcome = await courier.deliver(parcel())
        assert isinstance(outcome, Failed)
        assert outcome.reason.startswith("535")
        assert server.logins > 0
        await courier.close()


async def test_a_server_without_encryption_gets_neither_letter_nor_password(
    server: MailServer, office: Office
) -> None:
    open_one = Server("127.0.0.1", server.port, Security.STARTTLS, USER, PASSWORD)
    assert isinstance(await office.courier(open_one).deliver(parcel()), Failed)
    assert (server.letters, server.logins) == ([], 0)


async def test_no_name_makes_a_header(server: MailServer, office: Office) -> None:
    evil = "Школа\r\nBcc: thief@example.org\r\n\r\nhello"
    office.school = replace(SCHOOL, name=evil, short_name=evil)
    courier = office.courier(plainly(server))
    child = replace(sample(Kind.MARKS).facts.child, first_name="Аня\r\nBcc: thief@example.org")
    one = parcel()
    news = sample(Kind.MARKS, child=child)
    assert await courier.deliver(replace(one, news=(news,))) == Delivered(7)
    (letter,) = server.to(OLGA)
    assert letter["Bcc"] is None
    assert [whom for whom, _ in server.letters] == [OLGA]
    assert "thief" in letter["Subject"]
    await courier.close()


@pytest.mark.parametrize(
    ("url", "server"),
    [
        (
            "smtp://diary:p%40ss@mail.example.org",
            Server("mail.example.org", 587, Security.STARTTLS, "diary", "p@ss"),
        ),
        ("smtps://mail.example.org:4650", Server("mail.example.org", 4650, Security.TLS)),
        ("smtp+plain://localhost", Server("localhost", 25, Security.NONE)),
    ],
)
def test_a_mail_server_is_named_by_one_line(url: str, server: Server) -> None:
    assert read_server(url) == server
    assert "p@ss" not in repr(server)


@pytest.mark.parametrize(
    "url", ["mail.example.org", "http://x", "smtp://", "smtp+plain://x.org", "smtp://a:x@h:y"]
)
def test_what_names_no_server_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"it |this very machine"):
        read_server(url)
