"""Screens of the addresses beside the messenger: one for all of it, and the two questions."""

from handlers.channels.callbacks import AddressCb, ChannelCb, ForgetCb, NewCodeCb, UseCb
from handlers.channels.words import channel_name, use_name
from handlers.home.callbacks import HOME
from handlers.screen import Button, Row, Screen, Style, bold, screen
from handlers.settings.callbacks import SETTINGS
from journal.model.channels import USES, Channel, Destination
from locales.texts import Texts
from notifications.courier import Failed, Limited, Outcome


def channel(
    which: Channel, kept: Destination | None, t: Texts, notice: str | None = None, lead: str | None = None
) -> Screen:
    """The own address with what it is for, or the offer to give one; `lead` stands over the choices."""
    if kept is None:
        return _offer(which, t, notice)
    uses = [
        Button(
            f"✓ {use_name(which, use, t)}" if kept.use is use else use_name(which, use, t),
            UseCb(channel=which, use=use).pack(),
            style=Style.MAIN if kept.use is use else None,
        )
        for use in USES[which]
    ]
    forget = Button(t("Remove the address"), ForgetCb(channel=which).pack())
    return screen(
        notice,
        bold(channel_name(which, t)),
        kept.address,
        _refused(kept, t),
        lead,
        rows=(*((button,) for button in uses), (_other(which, t), forget), _back(t)),
    )


def _offer(which: Channel, t: Texts, notice: str | None) -> Screen:
    said = {
        Channel.EMAIL: t("Letters come when Telegram does not work for you, or as you choose afterwards."),
        Channel.SMS: t("Urgent news comes as a short message when Telegram does not work for you."),
    }
    return screen(
        notice,
        bold(channel_name(which, t)),
        said[which],
        t("Only you give the address and remove it, whenever you like. The staff of the school see none."),
        rows=((Button(t("Give an address"), AddressCb(channel=which).pack(), style=Style.MAIN),), _back(t)),
    )


def ask_address(which: Channel, t: Texts, notice: str | None = None) -> Screen:
    asked = {
        Channel.EMAIL: t("Write your address, for example: olga@example.ru."),
        Channel.SMS: t("Write your number, for example: +7 900 000-00-00."),
    }
    way = t(
        "Letters pass through the school's mail server and your own; the child's first name stands in them."
    )
    return screen(
        notice,
        bold(channel_name(which, t)),
        asked[which],
        way if which is Channel.EMAIL else None,
        rows=(_to(which, t),),
    )


def ask_code(which: Channel, address: str, t: Texts, *, again: bool = False) -> Screen:
    told = (
        t("A new code has been sent to {address}; the previous one no longer works.", address=address)
        if again
        else t(
            "A code has been sent to {address}. Write it here: it is good for 20 minutes.", address=address
        )
    )
    return screen(
        told,
        t("No letter? Look into the spam folder.") if which is Channel.EMAIL else None,
        rows=(_once_more(which, t), _to(which, t)),
    )


def code_refused(which: Channel, said: str, t: Texts) -> Screen:
    """Why there is no way with the code that was typed."""
    return screen(said, rows=(_once_more(which, t), _to(which, t)))


def no_more_codes(which: Channel, said: str, address: str | None, t: Texts, *, elsewhere: bool) -> Screen:
    """That no code goes now, except perhaps `elsewhere`; `address` is the one whose code can be typed."""
    good = t("The code sent to {address} is still good: write it here.", address=address) if address else None
    return screen(said, good, rows=((_other(which, t),) if elsewhere else (), _to(which, t)))


def unasked(which: Channel, kept: Destination | None, t: Texts) -> Screen:
    """How an address that was typed unasked is given."""
    button = t("Another address") if kept else t("Give an address")
    said = t("To have letters sent to this address, press “{button}” and write it once more.", button=button)
    return channel(which, kept, t, said)


def _once_more(which: Channel, t: Texts) -> Row:
    return (Button(t("New code"), NewCodeCb(channel=which).pack()), _other(which, t))


def _other(which: Channel, t: Texts) -> Button:
    return Button(t("Another address"), AddressCb(channel=which).pack())


def not_sent(which: Channel, address: str, outcome: Outcome, t: Texts) -> Screen:
    """The code did not leave; the address is asked for anew."""
    waits = isinstance(outcome, Failed | Limited)
    said = (
        t("The mail server does not answer now. Nothing is lost: try again in a few minutes.")
        if waits
        else t("{address} is not accepted. Check the address and write it again.", address=address)
    )
    return ask_address(which, t, said)


def _refused(kept: Destination, t: Texts) -> str | None:
    if kept.unreachable is None:
        return None
    return t("This address takes nothing, so news comes in Telegram. Check it, or choose again below.")


def _to(which: Channel, t: Texts) -> Row:
    return (Button(t("Back"), ChannelCb(channel=which).pack()), Button(t("Home"), HOME))


def _back(t: Texts) -> Row:
    return (Button(t("All settings"), SETTINGS), Button(t("Home"), HOME))
