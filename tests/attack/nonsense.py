"""What people send that nobody expects: texts, arguments of commands, messages of every other kind."""

from typing import Any

from simulator import Person
from tests.attack.canaries import MARKUP
from tests.simulator.pictures import PNG

LONG = "о" * 10_000
TEXTS = (
    LONG,
    "ж" * 4096,
    "😀" * 200,
    "👨‍👩‍👧‍👦" * 40,
    "\u202eשלום\u202c עולם مرحبا \u200b\u200c\u200d\u2066\u2069",
    "\u200b",
    "\u00a0\u2003",
    "\n\n\n",
    f"{MARKUP}<a href='tg://user?id=1'>x</a></blockquote>&copy;",
    "<script>alert(1)</script>",
    "'; DROP TABLE marks; --",
    "{} {name} %s %(a)s {0.__class__}",
    "/",
    "//",
    "/нетакой",
    "/Start@other_bot",
    "9" * 400,
    "-1",
    "31.02.2013",
    "00.00.0000",
    "ABCD-EFGH-JKLM",
    "e\u0301" * 60 + "\u0336" * 60,
    "null",
    "Ω≈ç√∫",
)
ARGUMENTS = ("", "x", "-1", "9" * 40, "31.02.2026", MARKUP, "😀", "а б в г", "ж" * 300, "@dnevnichok_bot")

_STRANGE: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "a sticker",
        {
            "sticker": {
                "file_id": "s",
                "file_unique_id": "s",
                "type": "regular",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
            }
        },
    ),
    ("a location", {"location": {"latitude": 55.7, "longitude": 37.6}}),
    ("a contact", {"contact": {"phone_number": "+7", "first_name": MARKUP}}),
    ("a dice", {"dice": {"emoji": "🎲", "value": 6}}),
    ("a thing nobody knows", {"hologram": {"beams": [1, 2, {"x": None}]}}),
    ("nothing at all", {}),
    ("an empty text", {"text": ""}),
    ("ten thousand characters", {"text": LONG}),
    ("a photo without sizes", {"photo": []}),
    ("a document without a name", {"document": {"file_id": "d", "file_unique_id": "d"}}),
    ("a file that is gone", {"document": {"file_id": "gone", "file_unique_id": "g", "file_name": "x.xlsx"}}),
    (
        "a huge photo",
        {
            "photo": [
                {"file_id": "p", "file_unique_id": "p", "width": 20_000, "height": 1, "file_size": 2**31}
            ]
        },
    ),
    (
        "a huge file",
        {"document": {"file_id": "h", "file_unique_id": "h", "file_name": "x.zip", "file_size": 2**40}},
    ),
    (
        "a long caption",
        {"caption": LONG, "photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]},
    ),
    (
        "news of the chat",
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}},
    ),
)
STRANGE = tuple(name for name, _ in _STRANGE)


def strange_message(person: Person, kind: str, message_id: int) -> dict[str, Any]:
    """The raw update of a message of that kind."""
    content = dict(_STRANGE)[kind]
    chat = person.chat
    head = {"message_id": message_id, "date": 1_790_000_000, "from": chat.user(), "chat": chat.chat()}
    return {"message": {**head, **content}}


async def send_files(person: Person) -> None:
    """A picture, a document, a voice message, something forwarded, a reply."""
    await person.send_photo(PNG, "я" * 1024)
    await person.send_document(b"MZ\x90\x00", "\u202egnp.exe")
    await person.send_document(b"\0", "../../etc/passwd.pdf", MARKUP)
    await person.send_voice(b"OggS", duration=3600)
    await person.forward(person.last)
    await person.say("ответ", reply_to=person.last)
