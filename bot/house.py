"""What the running bot is made of; put together in `bot.wiring`, handed to whoever needs a part."""

import asyncio
from dataclasses import dataclass, field

from aiogram import Bot
from aiogram.exceptions import AiogramError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.guards import Buckets, Listings, Presses
from bot.intake.settling import Settler
from bot.pulse import Pulse
from bot.settings import Settings
from handlers.channels.carrier import Carrier
from handlers.renderer import Renderer
from journal.clock import Clock
from journal.model.channels import Channel
from journal.model.school import School
from journal.regulation import Regulation
from notifications.pace import Pace
from storage.unit_of_work import SqlStore

# Asked once; a letter about an absence does not wait longer for it.
NAMING = 3.0


@dataclass(slots=True)
class House:
    """One school with its bot."""

    settings: Settings
    clock: Clock
    engine: AsyncEngine
    store: SqlStore
    school: School
    regulation: Regulation
    bot: Bot
    renderer: Renderer
    settler: Settler
    buckets: Buckets
    presses: Presses
    listings: Listings
    pulse: Pulse
    pace: Pace
    carriers: dict[Channel, Carrier] = field(default_factory=dict)

    @property
    def channels(self) -> frozenset[Channel]:
        """The ways of news that are set up beside the messenger."""
        return frozenset(self.carriers)

    async def name(self) -> str | None:
        """What the bot is called in links; None while the messenger does not say."""
        try:
            async with asyncio.timeout(NAMING):
                return (await self.bot.me()).username
        except (AiogramError, OSError):
            return None

    @property
    def secret(self) -> bytes:
        return self.settings.pepper
