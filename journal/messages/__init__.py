"""Correspondence of a family with the school inside the bot: neither side sees a phone number (R-086)."""

from journal.messages.deciding import close, decide, report, reportable
from journal.messages.drafting import mark_of, meant, send_draft
from journal.messages.reading import Inbox, Thread, files, inbox, mine, open_thread, replied, unread
from journal.messages.ways import (
    Ways,
    add_phrase,
    ask_phrase,
    choose_hours,
    remove_phrase,
    ways,
)
from journal.messages.writing import (
    Addressees,
    Asked,
    Sent,
    add_pictures,
    addressees,
    answer,
    ask_about,
    ask_answer,
    ask_letter,
    send_phrase,
    write,
)

__all__ = [
    "Addressees",
    "Asked",
    "Inbox",
    "Sent",
    "Thread",
    "Ways",
    "add_phrase",
    "add_pictures",
    "addressees",
    "answer",
    "ask_about",
    "ask_answer",
    "ask_letter",
    "ask_phrase",
    "choose_hours",
    "close",
    "decide",
    "files",
    "inbox",
    "mark_of",
    "meant",
    "mine",
    "open_thread",
    "remove_phrase",
    "replied",
    "report",
    "reportable",
    "send_draft",
    "send_phrase",
    "unread",
    "ways",
    "write",
]
