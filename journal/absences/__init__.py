"""Why a child is not at school: families say it, the class teacher decides.

A note is the family's own record; the register stays the teacher's. Accepting a note writes its reason beside
the absences it covers, and only there.
"""

from journal.absences.alarm import found
from journal.absences.deciding import Decision, ask_why, decide, set_reason
from journal.absences.family import (
    Missed,
    Noted,
    Outlook,
    announce,
    certify,
    mine,
    on_day,
    outlook,
    prolong,
    read,
    say,
)
from journal.absences.review import Review, review
from journal.absences.rules import Certificate, Said

__all__ = [
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
    "set_reason",
]
