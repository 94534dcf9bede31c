"""The simulated Telegram of one bot: people, chats, messages, files and updates, in memory."""

import itertools
from typing import Any

from simulator.callbacks import CallbackQueries, CallbackQuery
from simulator.clock import Clock
from simulator.errors import Error
from simulator.events import Bell, Event
from simulator.files import FileStore
from simulator.formatting import FormattedText
from simulator.messages import SimMessage, StoredFile
from simulator.people import BotProfile, Chat
from simulator.profile import Profile
from simulator.rendering import callback_json, member_change_json, message_json
from simulator.updates import UpdateQueue
from simulator.webhook import Webhook


class World:
    """State and the few verbs that change it; every change of a phone rings the bell.

    Message ids are one sequence for all private chats of the bot, as at Telegram.
    """

    def __init__(self, bot: BotProfile, clock: Clock) -> None:
        self.bot = bot
        self.clock = clock
        self.chats: dict[int, Chat] = {}
        self.files = FileStore()
        self.updates = UpdateQueue(clock)
        self.webhook = Webhook(self.updates, clock)
        self.callbacks = CallbackQueries(clock)
        self.bell = Bell()
        self.profile = Profile()
        self.logged_out = False
        # False: a server older than rich messages, which knows neither the method nor the parameter.
        self.rich_messages = True
        self._message_ids = itertools.count(1)
        self._groups = itertools.count(13_000_000_000_000_000)

    # the bot's side

    def chat(self, chat_id: int | str, *, writing: bool = False) -> Chat:
        """The chat, or the refusal to find it; `writing` also asks whether the bot may write there."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else self._by_username(chat_id)
        if chat is None:
            raise Error.CHAT_NOT_FOUND()
        if writing:
            _ensure_open(chat)
        return chat

    def message(self, chat: Chat, message_id: int | None, what: str) -> SimMessage:
        """A message that is still there; `what` names it in the refusal («message to edit not found»)."""
        message = chat.messages.get(message_id or 0)
        if message is None or message.deleted:
            raise Error.MESSAGE_NOT_FOUND(what=what)
        return message

    def deliver(self, message: SimMessage) -> SimMessage:
        """Show a new message of the bot on the person's phone."""
        chat = self.chats[message.chat_id]
        if message.keyboard:
            chat.keyboard = message.keyboard
        elif (message.reply_markup or {}).get("remove_keyboard"):
            chat.keyboard = []
        return self._keep(message)

    def edited(self, message: SimMessage) -> SimMessage:
        """Note that `message` was changed in place."""
        message.edited += 1
        message.edit_date = int(self.clock.now())
        self.bell.ring(Event("edit", message.chat_id, message))
        return message

    def delete(self, message: SimMessage) -> None:
        """Take a message off the phone."""
        message.deleted = True
        self.bell.ring(Event("delete", message.chat_id, message))

    def answer(self, query_id: str, text: str, show_alert: bool) -> None:
        """Show the answer to a press."""
        query = self.callbacks.answer(query_id, text, show_alert)
        self.bell.ring(
            Event(
                "callback_answer",
                query.person,
                self.chats[query.person].messages.get(query.message_id),
                text=text,
                show_alert=show_alert,
                callback_query_id=query.id,
            )
        )

    def new_message(self, chat: Chat, *, from_bot: bool, **content: Any) -> SimMessage:
        """A message with the next id and the present time, not yet shown."""
        return SimMessage(
            id=next(self._message_ids),
            chat_id=chat.id,
            date=int(self.clock.now()),
            from_bot=from_bot,
            **content,
        )

    def next_group(self) -> int:
        """The id of a new album."""
        return next(self._groups)

    # the person's side

    def say(
        self, chat: Chat, text: FormattedText, file: StoredFile | None = None, reply_to: int | None = None
    ) -> SimMessage:
        """A person's own message."""
        message = self.new_message(
            chat, from_bot=False, text=text.text, entities=text.entities, file=file, reply_to=reply_to
        )
        return self.submit(chat, message)

    def submit(self, chat: Chat, message: SimMessage) -> SimMessage:
        """Put a person's message into the chat and queue it for the bot. Writing starts the chat."""
        chat.started = True
        self._keep(message)
        self.updates.put({"message": message_json(self, message)})
        return message

    def press(self, chat: Chat, message_id: int, data: str) -> CallbackQuery:
        """A press with any data, forged too, queued for the bot."""
        query = self.callbacks.press(chat.id, message_id, data)
        self.updates.put({"callback_query": callback_json(self, query)})
        return query

    def set_blocked(self, chat: Chat, blocked: bool) -> None:
        """Block or unblock the bot; it learns by `my_chat_member`."""
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        self.updates.put({"my_chat_member": member_change_json(self, chat, blocked)})
        self.bell.ring(Event("blocked", chat.id, text="blocked" if blocked else ""))

    def _keep(self, message: SimMessage) -> SimMessage:
        self.chats[message.chat_id].messages[message.id] = message
        self.bell.ring(Event("message", message.chat_id, message))
        return message

    def _by_username(self, username: str) -> Chat | None:
        name = username.removeprefix("@").lower()
        return next((chat for chat in self.chats.values() if name and chat.username.lower() == name), None)


def _ensure_open(chat: Chat) -> None:
    if chat.blocked:
        raise Error.BLOCKED()
    if not chat.started:
        raise Error.NEVER_STARTED()
