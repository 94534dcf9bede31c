"""Every refusal of the Bot API in one table, in Telegram's own words (status, text).

The texts are facts of the public Bot API server. Those under «ours» exist only here: Telegram lets the
mistake pass in silence, while a simulator that did so would hide a bug from its test.
"""

from enum import Enum

_PREFIX = {400: "Bad Request: ", 403: "Forbidden: ", 409: "Conflict: "}


class Refusal(Exception):  # noqa: N818 - it is an answer to the bot, not a failure of the program
    """An answer `{"ok": false, ...}` with its HTTP status; `retry_after` in whole seconds goes with 429.

    `moved_to`: the chat's new id, where it became another.
    """

    def __init__(
        self, status: int, description: str, retry_after: int | None = None, moved_to: int | None = None
    ) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after
        self.moved_to = moved_to

    def answer(self) -> dict[str, object]:
        """The JSON body that the Bot API sends."""
        body: dict[str, object] = {"ok": False, "error_code": self.status, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        if self.moved_to is not None:
            body["parameters"] = {"migrate_to_chat_id": self.moved_to}
        return body


class Error(Enum):
    """Status and text; calling a member with its placeholders makes the `Refusal` to raise."""

    # the request as a whole
    NOT_FOUND = 404, "Not Found"
    METHOD_NOT_FOUND = 404, "Not Found: method not found"
    UNAUTHORIZED = 401, "Unauthorized"
    INTERNAL = 500, "Internal Server Error"
    LOGGED_OUT = 400, "Logged out"
    CLOSING = 500, "Internal Server Error: restart"
    TOO_LARGE = 413, "Request Entity Too Large"
    TOO_MANY_REQUESTS = 429, "Too Many Requests: retry after {retry_after}"
    NOT_UTF8 = 400, "strings must be encoded in UTF-8"
    PARAMETER_REQUIRED = 400, 'parameter "{name}" is required'
    # chats
    CHAT_ID_EMPTY = 400, "chat_id is empty"
    CHAT_NOT_FOUND = 400, "chat not found"
    USER_NOT_FOUND = 400, "user not found"
    CANT_LEAVE = 400, "can't leave private chats"
    BLOCKED = 403, "bot was blocked by the user"
    NEVER_STARTED = 403, "bot can't initiate conversation with a user"
    # text
    TEXT_EMPTY = 400, "message text is empty"
    TEXT_TOO_LONG = 400, "message is too long"
    TEXT_TOO_LONG_EDIT = 400, "MESSAGE_TOO_LONG"
    RAW_TEXT_TOO_LONG = 400, "text is too long"
    CAPTION_TOO_LONG = 400, "message caption is too long"
    CAPTION_TOO_LONG_EDIT = 400, "MEDIA_CAPTION_TOO_LONG"
    PARSE_MODE = 400, "unsupported parse_mode"
    ENTITIES = 400, "can't parse entities: {why}"
    MESSAGE_ENTITY = 400, "can't parse MessageEntity: {why}"
    # messages
    MESSAGE_ID_MISSING = 400, "message identifier is not specified"
    MESSAGE_IDS_MISSING = 400, "message identifiers are not specified"
    TOO_MANY_MESSAGE_IDS = 400, "too many message identifiers specified"
    MESSAGE_NOT_FOUND = 400, "message to {what} not found"
    REPLY_NOT_FOUND = 400, "message to be replied not found"
    NOT_MODIFIED = (
        400,
        (
            "message is not modified: specified new message content and reply markup are exactly the same as"
            " a current content and reply markup of the message"
        ),
    )
    CANT_EDIT = 400, "message can't be edited"
    NO_TEXT_TO_EDIT = 400, "there is no text in the message to edit"
    NO_CAPTION_TO_EDIT = 400, "there is no caption in the message to edit"
    CANT_DELETE = 400, "message can't be deleted for everyone"
    PROTECTED_FORWARD = 400, "message has protected content and can't be forwarded"
    CHAT_ACTION = 400, "wrong parameter action in request"
    UNPIN_NOT_FOUND = 400, "message to unpin not found"
    MESSAGE_ID_NOT_NUMBER = 400, "message identifier must be a Number"
    REACTION = 400, "can't parse ReactionType: {why}"
    REACTION_INVALID = 400, "REACTION_INVALID"
    REACTIONS_TOO_MANY = 400, "REACTIONS_TOO_MANY"
    # buttons
    MARKUP_JSON = 400, "can't parse reply keyboard markup JSON object"
    MARKUP_NOT_OBJECT = 400, "object expected as reply markup"
    MARKUP_TOO_LONG = 400, "reply markup is too long"
    MARKUP_ROWS = 400, 'field "{field}" of the {markup} must be an Array of Arrays'
    INLINE_EXPECTED = 400, "inline keyboard expected"
    INLINE_BUTTON = 400, "can't parse inline keyboard button: {why}"
    KEYBOARD_BUTTON = 400, "can't parse keyboard button: {why}"
    BUTTON_DATA = 400, "BUTTON_DATA_INVALID"
    BUTTON_URL = 400, "inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"
    BUTTON_TEXT_EMPTY = 400, "inline keyboard button text must be non-empty"
    KEYBOARD_TEXT_EMPTY = 400, "keyboard button text must be non-empty"
    BUTTON_COPY_TEXT = 400, "BUTTON_COPY_TEXT_INVALID"
    QUERY_TOO_OLD = 400, "query is too old and response timeout expired or query ID is invalid"
    # files
    NO_FILE = 400, "there is no {kind} in the request"
    WRONG_FILE_ID = 400, "wrong file_id or the file is temporarily unavailable"
    FILE_ID_INVALID = 400, "invalid file_id"
    WRONG_REMOTE_FILE = 400, "wrong remote file identifier specified: {why}"
    WRONG_FILE_KIND = 400, "can't use file of type {have} as {want}"
    FILE_TOO_BIG = 400, "file is too big"
    FILE_EMPTY = 400, "file must be non-empty"
    PHOTO_TOO_BIG = (
        400,
        "file of size {size} bytes is too big for a photo; the maximum size is 10485760 bytes",
    )
    PHOTO_BROKEN = 400, "IMAGE_PROCESS_FAILED"
    PHOTO_DIMENSIONS = 400, "PHOTO_INVALID_DIMENSIONS"
    MEDIA_JSON = 400, "can't parse InputMedia: {why}"
    ALBUM_EMPTY = 400, "there are no messages to send"
    ALBUM_TOO_MANY = 400, "too many messages to send as an album"
    ALBUM_KIND = 400, "message content type can't be used in an album"
    ALBUM_MIXED = 400, "document can't be mixed with other media types"
    # updates
    WEBHOOK_ACTIVE = (
        409,
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    OTHER_GET_UPDATES = (
        409,
        "terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    WEBHOOK_SET = 409, "terminated by setWebhook request"
    WEBHOOK_URL = 400, "invalid webhook URL specified"
    SECRET_TOO_LONG = 400, "secret token is too long"
    SECRET_CHARACTERS = 400, "secret token contains unallowed characters"
    # the bot's own card
    COMMAND = 400, "can't parse BotCommand: {why}"
    COMMAND_INVALID = 400, "BOT_COMMAND_INVALID"
    COMMAND_EMPTY = 400, "command must be non-empty"
    COMMAND_TOO_LONG = 400, "command length must not exceed 32"
    COMMAND_DESCRIPTION_EMPTY = 400, "command description must be non-empty"
    COMMAND_DESCRIPTION_TOO_LONG = 400, "command description length must not exceed 256"
    COMMANDS_TOO_MANY = 400, "BOT_COMMANDS_TOO_MUCH"
    COMMAND_SCOPE = 400, "can't parse BotCommandScope: {why}"
    MENU_BUTTON = 400, "can't parse menu button: {why}"
    DESCRIPTION_TOO_LONG = 400, "BOT_DESCRIPTION_TOO_LONG"
    # rich messages
    RICH_EMPTY = 400, "rich message must be non-empty"
    RICH_HEADING = 400, "invalid section heading size specified"
    RICH_LIST_EMPTY = 400, "list must be non-empty"
    RICH_LIST_TYPE = 400, "invalid list item type specified"
    RICH_CELL = 400, "invalid table cell {name} specified"
    RICH_BLOCK = 400, "can't parse InputRichBlock: {why}"
    # ours: Telegram would let these pass, here a typo must not
    UNKNOWN_PARAMETER = 400, 'method {method} has no parameter "{name}"'
    UNSUPPORTED_PARAMETER = 400, 'the simulator does not support the parameter "{name}" of {method}'
    WRONG_TYPE = 400, 'field "{name}" must be of type {type}'
    UNKNOWN_FIELD = 400, '{object} has no field "{name}"'
    BODY = 400, "can't parse the request body"

    def __call__(self, **facts: object) -> Refusal:
        """The refusal with its placeholders filled; `retry_after` is passed on to the answer."""
        status, text = self.value
        retry_after = facts.get("retry_after")
        prefix = "" if self is Error.LOGGED_OUT else _PREFIX.get(status, "")
        return Refusal(
            status,
            prefix + text.format(**facts),
            retry_after if isinstance(retry_after, int) else None,
        )
