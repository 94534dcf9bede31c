"""What the settings show of the addresses beside the messenger."""

from collections.abc import Iterator

from handlers.channels.callbacks import ChannelCb
from handlers.channels.words import state
from handlers.screen import Button, Row
from journal.context import Ctx
from journal.model.channels import Channel
from journal.subscriptions import Settings
from locales.texts import Texts


def channel_rows(found: Settings, ctx: Ctx, t: Texts) -> Iterator[Row]:
    """A button for each channel that the school has set up, for guardians alone."""
    kept = {one.channel: one for one in found.destinations}
    for channel in Channel:
        if channel in ctx.channels and ctx.actor.children:
            yield (Button(state(channel, kept.get(channel), t), ChannelCb(channel=channel).pack()),)
