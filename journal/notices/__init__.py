"""Notices: drafted, previewed, sent once, signed off, counted, withdrawn."""

from journal.notices.drafting import (
    Choice,
    Part,
    address,
    await_more,
    begin,
    choice,
    draft,
    drop,
    preview,
    shape,
    supplement,
)
from journal.notices.following import ask_reason, follow, nudge, sent, withdraw
from journal.notices.overseeing import SchoolNotice, SchoolNotices, look, may, of_school
from journal.notices.preview import Preview
from journal.notices.reading import Received, read, received, sign
from journal.notices.sending import send

__all__ = [
    "Choice",
    "Part",
    "Preview",
    "Received",
    "SchoolNotice",
    "SchoolNotices",
    "address",
    "ask_reason",
    "await_more",
    "begin",
    "choice",
    "draft",
    "drop",
    "follow",
    "look",
    "may",
    "nudge",
    "of_school",
    "preview",
    "read",
    "received",
    "send",
    "sent",
    "shape",
    "sign",
    "supplement",
    "withdraw",
]
