"""Sending one message: its limits, its hold, its place in the log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from journal import gate
from journal.access.limits import blocked_until
from journal.errors import InvalidError, RefusedError
from journal.events import MessageSent
from journal.messages.office import hours_of, rest_of
from journal.messages.parties import Addressee
from journal.model.lessons import Attachment
from journal.model.messages import LONGEST, MOST_MEGABYTES, Context, Side
from journal.office_hours import opening
from journal.ports import Work

# The rest of an album, whose pictures come one by one: so long it is waited for, and the message held.
ALBUM = "message_album"
ALBUM_PATIENCE, ALBUM_HOLD = timedelta(minutes=1), timedelta(seconds=4)
# So much one person may write: enough for a talk, too little to drown anybody.
WINDOWS = ((timedelta(minutes=1), 6), (timedelta(hours=1), 30), (timedelta(days=1), 100))


@dataclass(frozen=True, slots=True)
class Words:
    """What is sent; `album` is the messenger's own name of the pictures that come one by one."""

    said: str
    files: Sequence[Attachment] = ()
    context: Context | None = None
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A message that was taken; `told_at` where the school is told of it later than now."""

    letter: int
    told_at: datetime | None


def checked(text: str, files: Sequence[Attachment]) -> str:
    """The text without blanks around it.

    Raises `InvalidError`: `message_empty`, `message_too_long`, `message_file_too_large`.
    """
    said = text.strip()
    if not said and not files:
        raise InvalidError("message_empty")
    if len(said) > LONGEST:
        raise InvalidError("message_too_long", length=len(said), limit=LONGEST)
    if any((file.size or 0) >= MOST_MEGABYTES * 1_000_000 for file in files):
        raise InvalidError("message_file_too_large", limit=MOST_MEGABYTES)
    return said


async def send(work: Work, conversation_id: int, to: Addressee, words: Words, side: Side) -> Taken:
    """Store the message. Whoever is told of it hears after a pause in which it can be taken back."""
    author = gate.author(work)
    longest = max(window for window, _ in WINDOWS)
    sent = await work.messages.sent_since(author, work.now - longest)
    if (until := blocked_until(sent, work.now, WINDOWS)) is not None:
        raise RefusedError("messages_flood", until=until.astimezone(work.school.zone))
    told_at = await told_from(work, to) if side is Side.FAMILY else None
    letter = await work.messages.add(
        conversation_id,
        author,
        words.said,
        words.files,
        work.now,
        from_family=side is Side.FAMILY,
        context=words.context,
    )
    await work.messages.read(conversation_id, author, letter)
    pause = work.regulation.delivery.letter_hold
    if words.album is None:
        await work.inputs.done()
    else:
        pause = max(pause, ALBUM_HOLD)
        payload = {"conversation": conversation_id, "message": letter, "album": words.album}
        await work.inputs.expect(ALBUM, payload, patience=ALBUM_PATIENCE)
    work.record(MessageSent(letter, conversation_id), hold_until=max(told_at or work.now, work.now + pause))
    # Who wrote to whom stands in the log, what was written does not.
    work.audit("message.send", "conversation", conversation_id, after={"message": letter})
    return Taken(letter, told_at)


async def told_from(work: Work, to: Addressee) -> datetime | None:
    """The moment from which the addressee is told, where that is later than now."""
    hours = await hours_of(work, to.staff_id)
    rest = await rest_of(work, to.staff_id)
    opens = opening(work.now, hours, work.school, rest)
    return opens if opens > work.now else None
