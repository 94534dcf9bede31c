"""Parents' meetings: the class teacher invites, adults answer, papers lie ready for the evening."""

from journal.meetings.answering import answer, invitation, invitations
from journal.meetings.inviting import DRAFT, Drafted, ask, cancel, draft, invite, preview, send
from journal.meetings.keeping import calendar, gathering, meeting, nudge
from journal.meetings.papers import sheets, sign_in
from journal.meetings.rule import begins, looks_like_meeting

__all__ = [
    "DRAFT",
    "Drafted",
    "answer",
    "ask",
    "begins",
    "calendar",
    "cancel",
    "draft",
    "gathering",
    "invitation",
    "invitations",
    "invite",
    "looks_like_meeting",
    "meeting",
    "nudge",
    "preview",
    "send",
    "sheets",
    "sign_in",
]
