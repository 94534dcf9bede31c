"""Turns refusals and failures into words and answers each pressed button exactly once.

It stands before identity, so that even where the database is away somebody answers.
"""

from typing import Any

import structlog
from aiogram.exceptions import AiogramError, TelegramForbiddenError
from aiogram.types import Update

from bot.house import House
from bot.intake.attempt import Attempt
from bot.middlewares.event import (
    Data,
    Next,
    UpdateMiddleware,
    chat_id,
    is_protected,
    living_mark,
    pressed,
    sender,
    shows_picture,
)
from handlers import errors
from handlers.answering import TelegramReply
from journal.errors import JournalError
from locales.texts import Texts

log = structlog.get_logger(__name__)
TOAST_LIMIT = 200


class Answers(UpdateMiddleware):
    """Adds `reply`. An unexpected error passes on, so that the update is tried again; the last try tells."""

    async def pass_on(self, handler: Next, update: Update, data: Data, house: House) -> Any:
        person, chat = sender(update), chat_id(update)
        if person is None or chat is None or person.is_bot:
            return None
        reply = data["reply"] = TelegramReply(
            house.renderer,
            chat,
            pressed(update),
            pictured=shows_picture(update),
            protected=is_protected(update),
            mark=living_mark(update),
        )
        # Until the account's own language is known.
        data["t"] = Texts(person.language_code or "")
        attempt: Attempt = data["attempt"]
        final = True
        try:
            return await handler(update, data)
        except JournalError as refusal:
            log.info("refused", code=refusal.code)
            await _tell(update, reply, refusal, data["t"])
        except TelegramForbiddenError:
            # The person blocked the bot while it worked: nobody is left to be answered.
            log.info("blocked_by_person")
        except AiogramError as error:
            # The effect is saved, only the screen did not come; trying again is the reply's own affair.
            log.error("screen_not_shown", error=type(error).__name__, exc_info=error)
            await _apologise(update, reply, data["t"])
        except Exception as error:
            final = not await attempt.failed(error)
            if final:
                await _apologise(update, reply, data["t"])
            raise
        finally:
            if final:
                await _answer(update, reply, house)
        return None


async def _tell(update: Update, reply: TelegramReply, refusal: JournalError, t: Texts) -> None:
    words = errors.sentence(refusal, t)
    dead_end = errors.way_on(refusal, t) is None
    if update.callback_query is not None and dead_end and len(words) <= TOAST_LIMIT:
        reply.alert(words)
    else:
        await reply.send(errors.refusal(refusal, t))


async def _apologise(update: Update, reply: TelegramReply, t: Texts) -> None:
    if update.callback_query is not None:
        reply.alert(errors.apology(t))
        return
    try:
        await reply.send(errors.failure(t))
    except AiogramError as error:
        log.warning("apology_failed", error=type(error).__name__)


async def _answer(update: Update, reply: TelegramReply, house: House) -> None:
    if update.callback_query is None:
        return
    try:
        await house.bot.answer_callback_query(
            update.callback_query.id, text=reply.words, show_alert=reply.must_be_closed or None
        )
    except AiogramError as error:
        # A press older than a few minutes cannot be answered any more; its effect was shown anyway.
        log.info("press_not_answered", error=type(error).__name__)
