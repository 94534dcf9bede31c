"""Buttons of the addresses beside the messenger: the channel and the wanted state, never an address."""

from aiogram.filters.callback_data import CallbackData

from journal.model.channels import Channel, Use

# What the link under a letter says to `/start`; no access code is so short.
LEAVE = "mail"


class ChannelCb(CallbackData, prefix="ch"):
    """The own address on the channel, and what it is for."""

    channel: Channel


class AddressCb(CallbackData, prefix="cha"):
    """An address is going to be typed."""

    channel: Channel


class NewCodeCb(CallbackData, prefix="chc"):
    """Another code goes to the address that was typed last."""

    channel: Channel


class UseCb(CallbackData, prefix="chu"):
    """The address is for that from now on."""

    channel: Channel
    use: Use


class ForgetCb(CallbackData, prefix="chf"):
    """The address goes."""

    channel: Channel
