"""The courier by mail: a parcel becomes a letter, and the mail server's answer becomes an outcome."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import make_msgid

import structlog
from aiosmtplib.errors import (
    SMTPAuthenticationError,
    SMTPDataError,
    SMTPException,
    SMTPRecipientRefused,
    SMTPRecipientsRefused,
    SMTPResponseException,
)

from handlers.channels.letter import Letter, leaving, letter, written
from handlers.channels.smtp import Mailer
from handlers.screen import bold, screen
from journal.clock import Clock
from journal.model.school import School
from journal.regulation import Regulation
from locales.texts import Texts
from notifications.courier import Delivered, Failed, Outcome, Parcel, Rejected, Unreachable

log = structlog.get_logger(__name__)

# Enhanced codes that speak of the address itself: it is not there, or not any more.
_GONE = ("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.2.1")
# The same of servers that say no such codes.
_GONE_CODES = (550, 551, 553)
# A mailbox that is full may be emptied.
_FULL = (552,)
_FULL_ENHANCED = ("5.2.2",)


@dataclass(frozen=True, slots=True)
class Writer:
    """Who letters are from, where answers and requests to stop go if anywhere, and the school's bot.

    `name` is what the bot is called in links, or None while that is not known.
    """

    address: str
    reply_to: str | None
    bot_id: int
    name: Callable[[], Awaitable[str | None]]


class MailCourier:
    """Implements `notifications.courier.Courier` and `handlers.channels.carrier.Carrier`.

    `rules` gives the school and its regulation of now.
    """

    def __init__(
        self,
        mailer: Mailer,
        writer: Writer,
        rules: Callable[[], tuple[School, Regulation]],
        clock: Clock,
    ) -> None:
        self._mailer = mailer
        self._writer = writer
        self._rules = rules
        self._clock = clock

    async def deliver(self, parcel: Parcel) -> Outcome:
        school, regulation = self._rules()
        bot = await self._writer.name()
        made = self._envelope(letter(parcel, school, regulation, bot), bot, parcel.recipient.locale)
        made["To"] = parcel.recipient.platform_id
        # The same for every attempt at the same push: whoever gets a second copy keeps one.
        made["Message-ID"] = self._id(parcel.push_id)
        earlier = parcel.edits or next((old.message_id for old in parcel.outdated), None)
        if earlier is not None:
            made["In-Reply-To"] = made["References"] = self._id(earlier)
        outcome = await self._hand_in(made, parcel.recipient.platform_id)
        return Delivered(parcel.push_id) if outcome is None else outcome

    async def prove(self, address: str, code: str, locale: str) -> Outcome | None:
        """Send the code that shows whose the address is; None when it was taken."""
        school, regulation = self._rules()
        t = Texts(locale, regulation.terms)
        shown = screen(
            t("Your code: {code}", code=bold(code)),
            t("Write it to the diary's bot in Telegram. The code is good for 20 minutes."),
            t("If you asked for nothing, nothing has to be done."),
            t("Such letters disturb you? Answer this one: the school reads it.")
            if self._writer.reply_to
            else None,
        )
        subject = t("The code for letters from the school")
        # The mailbox may be a stranger's: nothing in the letter leads into the bot.
        made = self._envelope(written(subject, shown, school, None, t, proven=False), None, locale)
        return await self._one_time(made, address)

    async def try_out(self, address: str, locale: str) -> Outcome | None:
        """Send a letter that says that letters arrive; None when it was taken."""
        school, regulation = self._rules()
        t = Texts(locale, regulation.terms)
        shown = screen(t("Letters of the diary arrive here."))
        said = written(t("A letter of trial"), shown, school, None, t, proven=False)
        return await self._one_time(self._envelope(said, None, locale), address)

    async def close(self) -> None:
        await self._mailer.close()

    async def _one_time(self, made: EmailMessage, address: str) -> Outcome | None:
        """Hand in a letter that is no push and is not repeated."""
        made["To"], made["Message-ID"] = address, make_msgid(domain=self._domain)
        return await self._hand_in(made, address)

    def _envelope(self, said: Letter, bot: str | None, locale: str) -> EmailMessage:
        school, _ = self._rules()
        made = EmailMessage(WIRE)
        made["Subject"] = _one_line(said.subject)
        made["From"] = Address(_one_line(school.short_name or school.name), addr_spec=self._writer.address)
        made["Date"] = self._clock.now()
        # A machine writes: no machine is to answer.
        made["Auto-Submitted"] = "auto-generated"
        made["X-Auto-Response-Suppress"] = "All"
        made["Content-Language"] = locale
        ways = [f"<{leaving(bot)}>"] if bot else []
        if self._writer.reply_to:
            made["Reply-To"] = self._writer.reply_to
            ways.insert(0, f"<mailto:{self._writer.reply_to}?subject=unsubscribe>")
        if ways:
            made["List-Unsubscribe"] = ", ".join(ways)
        made.set_content(said.text)
        made.add_alternative(said.html, subtype="html")
        if said.file is not None:
            made.add_attachment(
                said.file.content, maintype="application", subtype="octet-stream", filename=said.file.name
            )
        return made

    @property
    def _domain(self) -> str:
        return self._writer.address.partition("@")[2]

    def _id(self, push_id: int) -> str:
        """Schools number their pushes alike, and may share a domain: the bot tells them apart."""
        return f"<push-{push_id}.{self._writer.bot_id}@{self._domain}>"

    async def _hand_in(self, made: EmailMessage, to: str) -> Outcome | None:
        try:
            await self._mailer.send(made, to)
        except (SMTPException, OSError) as error:
            outcome = outcome_of(error)
            log.warning("letter_not_taken", outcome=type(outcome).__name__, error=type(error).__name__)
            return outcome
        return None


def outcome_of(error: Exception) -> Outcome:
    """What the server's refusal means; the reason holds codes alone, for servers repeat the address."""
    if isinstance(error, SMTPRecipientsRefused) and error.recipients:
        return _of_recipient(error.recipients[0])
    if isinstance(error, SMTPRecipientRefused):
        return _of_recipient(error)
    if isinstance(error, SMTPDataError) and error.code >= 500:
        return Rejected(_codes(error))
    # A wrong password or a sender nobody knows is the school's to mend, and no fault of this letter.
    if isinstance(error, SMTPAuthenticationError | SMTPResponseException):
        return Failed(_codes(error))
    return Failed("timeout" if isinstance(error, TimeoutError) else type(error).__name__)


def _of_recipient(error: SMTPRecipientRefused) -> Outcome:
    said, enhanced = _codes(error), _enhanced(error.message)
    if error.code < 500 or enhanced in _FULL_ENHANCED or (not enhanced and error.code in _FULL):
        return Failed(said)
    if enhanced.startswith(_GONE) or (not enhanced and error.code in _GONE_CODES):
        return Unreachable(said)
    # «We take no letters from you»: this letter goes another way, and the address may be right.
    return Rejected(said)


def _codes(error: SMTPResponseException) -> str:
    return f"{error.code} {_enhanced(error.message)}".strip()


def _enhanced(message: str) -> str:
    """`5.1.1` of `5.1.1 <olga@example.org>: no such user`."""
    first = message.split(maxsplit=1)[0] if message.split() else ""
    return first if first.count(".") == 2 and first.replace(".", "").isdigit() else ""


def _one_line(said: str) -> str:
    """A header ends with its line: what a school calls itself begins no other."""
    return " ".join(said.split())
