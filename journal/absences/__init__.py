"""Why a child is not at school: families say it, the class teacher decides.

A note is the family's own record; the register stays the teacher's. Accepting a note writes its reason beside
the absences it covers, and only there.
"""

from journal.absences.ahead import Outlook, announce, outlook, withdraw
from journal.absences.alarm import Alarm, found, seen
from journal.absences.deciding import Decision, ask_why, decide, set_reason
from journal.absences.family import (
    Missed,
    Noted,
    certify,
    mine,
    on_day,
    prolong,
    read,
    say,
    today,
)
from journal.absences.review import Review, review
from journal.absences.rules import Certificate, Said

__all__ = [
    "Alarm",
    "Certificate",
    "Decision",
    "Missed",
    "Noted",
    "Outlook",
    "Review",
    "Said",
    "announce",
    "ask_why",
    "certify",
    "decide",
    "found",
    "mine",
    "on_day",
    "outlook",
    "prolong",
    "read",
    "review",
    "say",
    "seen",
    "set_reason",
    "today",
    "withdraw",
]
