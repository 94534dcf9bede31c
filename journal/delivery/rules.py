"""When a letter that did not arrive may go once more. Pure."""

from datetime import datetime, timedelta

from journal.model.delivery import Letter, Source
from journal.model.trouble import Setback

# Letters given up longer ago are old news, and events too.
KEPT = timedelta(days=14)
EVENTS_KEPT = timedelta(days=7)
# A second try outlives a night and no more: what is told even later is told to nobody's use.
SECOND_LIFE = timedelta(days=1)


def may_go_again(letter: Letter, now: datetime) -> bool:
    """Whether it can still be worth telling: no longer after its time than it mattered before it.

    Whether what it says still stands is seen when it goes, as with every message.
    """
    if letter.source is Source.EVENT:
        return now < letter.at + EVENTS_KEPT
    if letter.setback is Setback.AWAY:
        # It would not reach them the second time either; once back, they read the diary.
        return False
    return letter.expires_at is not None and now < letter.expires_at + (letter.expires_at - letter.due_at)


def second_life(letter: Letter, now: datetime) -> tuple[datetime, datetime]:
    """From when and until when the letter is worth telling the second time."""
    since = max(now, letter.probe_at) if letter.probe_at is not None else now
    return since, max(letter.expires_at or now, since + SECOND_LIFE)
