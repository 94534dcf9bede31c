"""Who acts: loads the actor with roles, children and the awaited answer, and makes the request's context."""

from typing import Any

from aiogram.types import Update, User

from bot.house import House
from bot.middlewares.event import Data, Next, UpdateMiddleware, sender
from handlers.renderer import Manner
from journal.context import Ctx, Origin
from locales.catalogue import DEFAULT, LOCALES
from locales.texts import Texts
from storage import actors
from storage.actors import Identified

PLATFORM = "telegram"


class Identity(UpdateMiddleware):
    """Adds `ctx`, `awaited` and the account's own `t`."""

    async def pass_on(self, handler: Next, update: Update, data: Data, house: House) -> Any:
        person = sender(update)
        if person is None:
            return None
        known = await _identify(person, house)
        house.settler.seen(known.actor.account_id)
        item = data["attempt"].item
        origin = Origin(PLATFORM, update.update_id, item.received_at, item.chat)
        data["ctx"] = Ctx(
            known.actor,
            house.store,
            house.clock,
            house.school,
            house.regulation,
            origin,
            house.settings.pepper,
            house.channels,
            house.settings.paid_broadcast,
        )
        data["t"] = Texts(known.actor.locale, house.regulation.terms, large=known.actor.reads_large)
        data["reply"].show_large(data["t"])
        data["reply"].manner = Manner(protect=known.actor.protect)
        data["awaited"] = known.awaited
        data["listed"] = known.listed
        data["out_of_reach"] = known.out_of_reach
        return await handler(update, data)


async def _identify(person: User, house: House) -> Identified:
    """The account's present state; its row is made at first contact."""
    now = house.clock.now()
    who = (PLATFORM, str(person.id))
    async with house.store.snapshot() as db:
        known = await actors.identify(db, *who, house.school.day(now), now)
    if known is not None:
        return known
    async with house.store.connection(writing=True) as db:
        await actors.greet(db, *who, _locale(person), now)
        known = await actors.identify(db, *who, house.school.day(now), now)
        await db.connection.commit()
    if known is None:
        raise LookupError("the account was made but is not there")
    return known


def _locale(person: User) -> str:
    """The language of the person's own Telegram, where we speak it."""
    spoken = (person.language_code or DEFAULT).partition("-")[0]
    return spoken if spoken in LOCALES else DEFAULT
