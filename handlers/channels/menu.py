"""What the home screen says of the addresses beside the messenger: only that one takes nothing any more."""

from handlers.channels.words import channel_name
from handlers.menu import HomeCard
from journal import channels
from journal.context import Ctx
from journal.model.access import Hat
from locales.texts import Texts


async def _failing(ctx: Ctx, t: Texts) -> str | None:
    found = await channels.failing(ctx)
    if not found:
        return None
    named = ", ".join(channel_name(channel, t) for channel in found)
    return t("{channel}: your address takes nothing, so news comes here. Check it: /settings", channel=named)


CARDS = (HomeCard(Hat.GUARDIAN, 95, _failing),)
