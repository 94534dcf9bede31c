"""Which parameters each method has, by hand from the public documentation of the Bot API (10.3).

Telegram ignores a parameter it does not know. The simulator refuses it on purpose: a typo must fail the test.
A parameter marked `unsupported` exists at Telegram but would do nothing here, so it is refused too.
The file is long because it is one table.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Parameter:
    """`types` in the documentation's words; `required` as documented."""

    types: tuple[str, ...]
    required: bool = False
    supported: bool = True

    @property
    def must(self) -> "Parameter":
        """The same parameter, required."""
        return replace(self, required=True)

    @property
    def unsupported(self) -> "Parameter":
        """The same parameter, refused by the simulator."""
        return replace(self, supported=False)


Table = dict[str, Parameter]


def _is(*types: str) -> Parameter:
    return Parameter(types)


INTEGER = _is("Integer")
STRING = _is("String")
BOOLEAN = _is("Boolean")
CHAT = _is("Integer", "String")
FILE = _is("InputFile", "String")
ENTITIES = _is("Array of MessageEntity")
INLINE = _is("InlineKeyboardMarkup")
ANY_MARKUP = _is("InlineKeyboardMarkup", "ReplyKeyboardMarkup", "ReplyKeyboardRemove", "ForceReply")
RICH = _is("InputRichMessage")

_BUSINESS: Table = {"business_connection_id": STRING.unsupported}
_THREAD: Table = {"message_thread_id": INTEGER.unsupported}
_TOPIC: Table = {**_THREAD, "direct_messages_topic_id": INTEGER.unsupported}
_SUGGESTED: Table = {"suggested_post_parameters": _is("SuggestedPostParameters").unsupported}
_EPHEMERAL: Table = {"ephemeral_message_parameters": _is("EphemeralMessageParameters").unsupported}
_RECEIVER: Table = {
    "receiver_user_id": INTEGER.unsupported,
    "callback_query_id": STRING.unsupported,
    **_EPHEMERAL,
}
_QUIETLY: Table = {"disable_notification": BOOLEAN, "protect_content": BOOLEAN}
_PAID: Table = {"allow_paid_broadcast": BOOLEAN}
_EFFECT: Table = {"message_effect_id": STRING.unsupported}
_REPLY: Table = {"reply_parameters": _is("ReplyParameters")}
_CAPTION: Table = {"caption": STRING, "parse_mode": STRING, "caption_entities": ENTITIES}
_ABOVE: Table = {"show_caption_above_media": BOOLEAN}
_TARGET: Table = {**_BUSINESS, "chat_id": CHAT.must, **_TOPIC}
_SENDING: Table = {
    **_TARGET,
    **_QUIETLY,
    **_PAID,
    **_EFFECT,
    **_SUGGESTED,
    **_REPLY,
    "reply_markup": ANY_MARKUP,
}
_EDITING: Table = {
    **_BUSINESS,
    "chat_id": CHAT,
    "message_id": INTEGER,
    "inline_message_id": STRING.unsupported,
    "reply_markup": INLINE,
}
_MESSAGE: Table = {"chat_id": CHAT.must, "message_id": INTEGER.must}
_LANGUAGE: Table = {"language_code": STRING}
_SCOPE: Table = {"scope": _is("BotCommandScope"), **_LANGUAGE}

PARAMETERS: dict[str, Table] = {
    # updates
    "getUpdates": {
        "offset": INTEGER,
        "limit": INTEGER,
        "timeout": INTEGER,
        "allowed_updates": _is("Array of String"),
    },
    "setWebhook": {
        "url": STRING.must,
        "certificate": _is("InputFile").unsupported,
        "ip_address": STRING.unsupported,
        "max_connections": INTEGER,
        "allowed_updates": _is("Array of String"),
        "drop_pending_updates": BOOLEAN,
        "secret_token": STRING,
    },
    "deleteWebhook": {"drop_pending_updates": BOOLEAN},
    "getWebhookInfo": {},
    # messages
    "sendMessage": {
        **_SENDING,
        **_RECEIVER,
        "text": STRING.must,
        "parse_mode": STRING,
        "entities": ENTITIES,
        "link_preview_options": _is("LinkPreviewOptions"),
    },
    "sendPhoto": {
        **_SENDING,
        **_RECEIVER,
        **_CAPTION,
        **_ABOVE,
        "photo": FILE.must,
        "has_spoiler": BOOLEAN,
    },
    "sendDocument": {
        **_SENDING,
        **_RECEIVER,
        **_CAPTION,
        "document": FILE.must,
        "thumbnail": FILE.unsupported,
        "disable_content_type_detection": BOOLEAN,
    },
    "sendVoice": {**_SENDING, **_RECEIVER, **_CAPTION, "voice": FILE.must, "duration": INTEGER},
    "sendMediaGroup": {
        **_TARGET,
        "media": _is(
            "Array of InputMediaAudio",
            "Array of InputMediaDocument",
            "Array of InputMediaLivePhoto",
            "Array of InputMediaPhoto",
            "Array of InputMediaVideo",
        ).must,
        **_QUIETLY,
        **_PAID,
        **_EFFECT,
        **_REPLY,
    },
    "sendRichMessage": {**_SENDING, **_EPHEMERAL, "rich_message": RICH.must},
    "sendChatAction": {**_BUSINESS, "chat_id": CHAT.must, **_THREAD, "action": STRING.must},
    "copyMessage": {
        "chat_id": CHAT.must,
        **_TOPIC,
        "from_chat_id": CHAT.must,
        "message_id": INTEGER.must,
        "video_start_timestamp": INTEGER.unsupported,
        **_CAPTION,
        **_ABOVE,
        **_QUIETLY,
        **_PAID,
        **_EFFECT,
        **_SUGGESTED,
        **_REPLY,
        "reply_markup": ANY_MARKUP,
    },
    "forwardMessage": {
        "chat_id": CHAT.must,
        **_TOPIC,
        "from_chat_id": CHAT.must,
        "message_id": INTEGER.must,
        "video_start_timestamp": INTEGER.unsupported,
        **_QUIETLY,
        **_EFFECT,
        **_SUGGESTED,
    },
    # edits
    "editMessageText": {
        **_EDITING,
        "text": STRING,
        "parse_mode": STRING,
        "entities": ENTITIES,
        "link_preview_options": _is("LinkPreviewOptions"),
        "rich_message": RICH,
    },
    "editMessageCaption": {**_EDITING, **_CAPTION, **_ABOVE},
    "editMessageReplyMarkup": _EDITING,
    "editMessageMedia": {**_EDITING, "media": _is("InputMedia").must},
    "deleteMessage": _MESSAGE,
    "deleteMessages": {"chat_id": CHAT.must, "message_ids": _is("Array of Integer").must},
    "setMessageReaction": {**_MESSAGE, "reaction": _is("Array of ReactionType"), "is_big": BOOLEAN},
    "pinChatMessage": {**_BUSINESS, **_MESSAGE, "disable_notification": BOOLEAN},
    "unpinChatMessage": {**_BUSINESS, "chat_id": CHAT.must, "message_id": INTEGER},
    # callbacks and files
    "answerCallbackQuery": {
        "callback_query_id": STRING.must,
        "text": STRING,
        "show_alert": BOOLEAN,
        "url": STRING.unsupported,
        "cache_time": INTEGER,
    },
    "getFile": {"file_id": STRING.must},
    # the bot itself and its chats
    "getMe": {},
    "logOut": {},
    "close": {},
    "getChat": {"chat_id": CHAT.must},
    "getChatMember": {"chat_id": CHAT.must, "user_id": INTEGER.must},
    "leaveChat": {"chat_id": CHAT.must},
    "setMyCommands": {"commands": _is("Array of BotCommand").must, **_SCOPE},
    "getMyCommands": _SCOPE,
    "deleteMyCommands": _SCOPE,
    "setMyDescription": {"description": STRING, **_LANGUAGE},
    "setMyShortDescription": {"short_description": STRING, **_LANGUAGE},
    "setChatMenuButton": {"chat_id": INTEGER, "menu_button": _is("MenuButton")},
}
