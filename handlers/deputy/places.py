"""The deputy head's list of places of entry."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.deputy.callbacks import DropPlaceCb, EntryPlacesCb, MorningCb
from handlers.errors import by_clause
from handlers.filters import Awaiting
from handlers.home.screens import back
from handlers.reply import Reply
from handlers.screen import Button, Screen, bold, grid, italic, screen
from journal.context import Ctx
from journal.lessons import places
from journal.model.materials import Place
from locales.texts import Texts

router = Router(name="deputy.places")


@router.callback_query(EntryPlacesCb.filter())
async def listed(_: CallbackQuery, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(_list(await places.listed(ctx), ctx, t))


@router.message(Awaiting("place"), F.text)
async def add(message: Message, ctx: Ctx, t: Texts, reply: Reply) -> None:
    await reply.show(_list(await places.add_place(ctx, message.text or ""), ctx, t))


@router.callback_query(DropPlaceCb.filter())
async def remove(_: CallbackQuery, callback_data: DropPlaceCb, ctx: Ctx, t: Texts, reply: Reply) -> None:
    reply.toast(t("Removed."))
    await reply.show(_list(await places.remove_place(ctx, callback_data.place), ctx, t))


def _list(found: tuple[Place, ...], ctx: Ctx, t: Texts) -> Screen:
    """The places; a tap takes one off, a text puts one on."""
    buttons = [
        Button(t("✕ {phrase}", phrase=place.name), DropPlaceCb(place=place.id).pack()) for place in found
    ]
    clause = ctx.regulation.clause("entry.places_of_entry")
    said = t("Teachers choose from them on a lesson; a phone is always there.")
    return screen(
        bold(t("Places of entry")),
        italic(by_clause(said, clause, t)),
        *(f"• {place.name}" for place in found),
        t("Write the name of a place to add it: computer room 12, staff room."),
        rows=(
            *grid(buttons),
            (Button(t("The {term.institution.english}'s day"), MorningCb().pack()), back(t)),
        ),
    )
