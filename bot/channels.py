"""The ways of news beside the messenger that the settings name; none unless configured."""

from collections.abc import Mapping
from importlib import import_module

from bot.house import House
from bot.settings import Misconfigured
from handlers.channels.carrier import Carrier
from handlers.channels.server import read_server
from journal.model.channels import Channel
from notifications.courier import Courier
from notifications.pace import Pace


def open_carriers(house: House) -> dict[Channel, Carrier]:
    """A carrier for every channel that is set up. Raises `Misconfigured` for an adapter that is not there."""
    found: dict[Channel, Carrier] = {}
    if house.settings.smtp_url is not None:
        found[Channel.EMAIL] = _mail(house, house.settings.smtp_url.get_secret_value())
    if house.settings.sms_carrier is not None:
        found[Channel.SMS] = _sms(house, house.settings.sms_carrier)
    return found


def paced(house: House) -> Mapping[Channel, tuple[Courier, Pace]]:
    """The carriers, each with the pace that its channel bears."""
    rates = {Channel.EMAIL: house.settings.mail_per_second, Channel.SMS: house.settings.sms_per_second}
    return {
        channel: (carrier, Pace(rates[channel], spacing=0.0)) for channel, carrier in house.carriers.items()
    }


def _mail(house: House, url: str) -> Carrier:
    # A school without letters does not wait for the library of letters.
    from handlers.channels.mail import MailCourier, Writer
    from handlers.channels.smtp import Mailer

    settings = house.settings
    writer = Writer(settings.mail_from or "", settings.mail_reply_to, house.bot.id, house.name)
    mailer = Mailer(read_server(url, settings.smtp_authorities))
    return MailCourier(mailer, writer, lambda: (house.school, house.regulation), house.clock)


def _sms(house: House, path: str) -> Carrier:
    module, _, name = path.partition(":")
    try:
        made = getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError):
        raise Misconfigured(f"SMS_CARRIER: there is no {path}") from None
    carrier: Carrier = made(lambda: (house.school, house.regulation))
    return carrier
