"""The courier to Telegram: a parcel becomes a message, and Telegram's answer becomes an outcome."""

from collections.abc import Callable
from dataclasses import replace

import structlog
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
)

from handlers import pushes
from handlers.renderer import Manner, Renderer
from handlers.screen import Screen
from journal.model.school import School
from journal.regulation import Regulation
from notifications.courier import (
    Delivered,
    Failed,
    Limited,
    Moved,
    Outcome,
    Outdated,
    Parcel,
    Rejected,
    Unpaid,
    Unreachable,
)

log = structlog.get_logger(__name__)

# Telegram says so with «Bad Request» where the account is gone or was never there.
GONE = ("chat not found", "user is deactivated", "peer_id_invalid")


# The messenger's words where the bot's balance does not pay for a broadcast.
POOR = ("balance_too_low", "balance is too low", "not enough", "payment_required", "stars")


class TelegramCourier:
    """Implements `notifications.courier.Courier`; `rules` gives the school and its regulation of now."""

    def __init__(self, renderer: Renderer, rules: Callable[[], tuple[School, Regulation]]) -> None:
        self._renderer = renderer
        self._rules = rules

    async def deliver(self, parcel: Parcel) -> Outcome:
        screen = pushes.render(parcel, *self._rules())
        try:
            return Delivered(await self._hand_over(parcel, screen))
        except TelegramRetryAfter as flood:
            return Limited(float(flood.retry_after))
        except (TelegramBadRequest, TelegramForbiddenError) as refused:
            return _refused(parcel, refused.message)
        except TelegramNotFound as refused:
            return Unreachable(refused.message)
        except TelegramMigrateToChat as moved:
            return Moved(str(moved.migrate_to_chat_id))
        except TelegramEntityTooLarge as refused:
            return Rejected(f"too long: {refused.message}")
        except (AiogramError, OSError) as error:
            return Failed(type(error).__name__)

    async def _hand_over(self, parcel: Parcel, screen: Screen) -> int:
        chat = int(parcel.recipient.platform_id)
        manner = Manner(parcel.silent, parcel.recipient.protect, parcel.paid)
        if parcel.edits is not None:
            return await self._renderer.edit(chat, parcel.edits, screen, manner)
        sent = await self._renderer.send(chat, screen, manner)
        for old in parcel.outdated:
            await self._put_away(chat, old, parcel)
        return sent

    async def _put_away(self, chat: int, old: Outdated, parcel: Parcel) -> None:
        """Leave nothing of the old message that the new one tells; a failure must not send that one again."""
        try:
            if old.rest:
                rest = replace(parcel, news=old.rest, outdated=())
                await self._renderer.change(chat, old.message_id, pushes.render(rest, *self._rules()))
            elif not await self._renderer.take_away(chat, old.message_id):
                await self._renderer.change(chat, old.message_id, pushes.superseded(parcel, *self._rules()))
        except (AiogramError, OSError) as error:
            log.warning("outdated_message_left", push=parcel.push_id, error=type(error).__name__)


def _refused(parcel: Parcel, said: str) -> Outcome:
    """What a refusal means: no money, nobody there, or nothing to be done about this very message."""
    words = said.lower()
    if parcel.paid and any(reason in words for reason in POOR):
        return Unpaid()
    if words.startswith("forbidden") or any(reason in words for reason in GONE):
        return Unreachable(said)
    return Rejected(said)
