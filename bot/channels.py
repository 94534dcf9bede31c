"""The ways of news beside the messenger that the settings name; none unless configured."""

from collections.abc import Awaitable, Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from bot.house import House
from bot.settings import Misconfigured, Settings
from handlers.channels.carrier import Carrier
from handlers.channels.server import read_server
from journal.clock import Clock
from journal.model.channels import Channel
from journal.model.school import School
from journal.regulation import Regulation
from notifications.courier import Courier
from notifications.pace import Pace

if TYPE_CHECKING:
    from handlers.channels.mail import MailCourier

Rules = Callable[[], tuple[School, Regulation]]
Name = Callable[[], Awaitable[str | None]]


def open_carriers(house: House) -> dict[Channel, Carrier]:
    """A carrier for every channel that is set up. Raises `Misconfigured` for an adapter that is not there."""
    found: dict[Channel, Carrier] = {}
    settings = house.settings

    def rules() -> tuple[School, Regulation]:
        return house.school, house.regulation

    if settings.smtp_url is not None:
        found[Channel.EMAIL] = open_mail(settings, rules, house.clock, house.bot.id, house.name)
    if settings.sms_carrier is not None:
        found[Channel.SMS] = _sms(settings.sms_carrier, rules)
    return found


def paced(house: House) -> Mapping[Channel, tuple[Courier, Pace]]:
    """The carriers, each with the pace that its channel bears."""
    rates = {Channel.EMAIL: house.settings.mail_per_second, Channel.SMS: house.settings.sms_per_second}
    return {
        channel: (carrier, Pace(rates[channel], spacing=0.0)) for channel, carrier in house.carriers.items()
    }


def open_mail(
    settings: Settings, rules: Rules, clock: Clock, bot_id: int = 0, name: Name | None = None
) -> "MailCourier":
    """The courier of letters; without `name` they lead nowhere. Raises `Misconfigured` without a server."""
    # A school without letters does not wait for the library of letters.
    from handlers.channels.mail import MailCourier, Writer
    from handlers.channels.smtp import Mailer

    if settings.smtp_url is None or settings.mail_from is None:
        raise Misconfigured("SMTP_URL is missing: put it into .env (see .env.example)")
    mailer = Mailer(read_server(settings.smtp_url.get_secret_value(), settings.smtp_authorities))
    writer = Writer(settings.mail_from, settings.mail_reply_to, bot_id, name or _nameless)
    return MailCourier(mailer, writer, rules, clock)


async def _nameless() -> None:
    return None


def _sms(path: str, rules: Rules) -> Carrier:
    module, _, name = path.partition(":")
    try:
        made = getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError):
        raise Misconfigured(f"SMS_CARRIER: there is no {path}") from None
    carrier: Carrier = made(rules)
    return carrier
