"""Correspondence of a family with the school inside the bot: neither side sees a phone number (R-086)."""

from journal.messages import to_family
from journal.messages.deciding import close, decide, report, reportable
from journal.messages.holding import (
    Held,
    address,
    await_letter,
    begin,
    keep,
    rewrite,
    send_held,
    unaddressed,
)
from journal.messages.parties import Addressees, Asked, Sent
from journal.messages.reading import (
    Complaints,
    Inbox,
    Thread,
    complaints,
    files,
    inbox,
    mine,
    note_read,
    open_thread,
    replied,
    unread,
)
from journal.messages.recipients import meant
from journal.messages.taking_back import take_back
from journal.messages.ways import (
    Ways,
    add_phrase,
    ask_phrase,
    choose_hours,
    remove_phrase,
    ways,
)
from journal.messages.writing import (
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
    "Complaints",
    "Held",
    "Inbox",
    "Sent",
    "Thread",
    "Ways",
    "add_phrase",
    "add_pictures",
    "address",
    "addressees",
    "answer",
    "ask_about",
    "ask_answer",
    "ask_letter",
    "ask_phrase",
    "await_letter",
    "begin",
    "choose_hours",
    "close",
    "complaints",
    "decide",
    "files",
    "inbox",
    "keep",
    "meant",
    "mine",
    "note_read",
    "open_thread",
    "remove_phrase",
    "replied",
    "report",
    "reportable",
    "rewrite",
    "send_held",
    "send_phrase",
    "take_back",
    "to_family",
    "unaddressed",
    "unread",
    "ways",
    "write",
]
