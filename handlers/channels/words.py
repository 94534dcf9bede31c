"""Channels and their uses in the reader's words."""

from journal.model.channels import Channel, Destination, Use
from locales.texts import Texts


def channel_name(channel: Channel, t: Texts) -> str:
    return {Channel.TELEGRAM: t("Telegram"), Channel.EMAIL: t("Mail"), Channel.SMS: t("SMS")}[channel]


def use_name(channel: Channel, use: Use, t: Texts) -> str:
    """What comes there."""
    if channel is Channel.SMS:
        return {
            Use.RESERVE: t("urgent news that Telegram could not deliver"),
            Use.BESIDE: t("all urgent news"),
        }.get(use, "")
    return {
        Use.RESERVE: t("only what Telegram could not deliver"),
        Use.BESIDE: t("both in Telegram and by mail"),
        Use.INSTEAD: t("by mail only"),
    }[use]


def state(channel: Channel, kept: Destination | None, t: Texts) -> str:
    """`Почта: нет`, `Почта: только то, что не доставил Telegram`."""
    name = channel_name(channel, t)
    if kept is None:
        return t("{channel}: no", channel=name)
    if kept.unreachable is not None:
        return t("{channel}: takes nothing", channel=name)
    return f"{name}: {use_name(channel, kept.use, t)}"
