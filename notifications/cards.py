"""The cards of a day: the first when the child's lessons end, the next ones with a pause between them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from journal.model.subscriptions import Listener
from notifications.house import Round
from storage import outbox
from storage.children import lessons_end

# Teachers enter what they have until the evening; each entry by itself would be a message an hour.
PAUSE = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Cards:
    """What moves a card: the end of the lessons by child, the last card by account."""

    ends: Mapping[int, datetime]
    last: Mapping[int, datetime]

    def opens(self, listener: Listener) -> datetime | None:
        """Before this nothing of a card is told to the listener; None: it may come at once."""
        moments = [self.ends.get(listener.child.student_id)]
        if (last := self.last.get(listener.account_id)) is not None:
            moments.append(last + PAUSE)
        return max((moment for moment in moments if moment is not None), default=None)


async def cards_of(round_: Round, students: Collection[int], accounts: Collection[int]) -> Cards:
    """The cards of these families as they stand; two statements."""
    return Cards(
        ends=await lessons_end(round_.db, students, round_.today),
        last=await outbox.last_cards(round_.db, accounts, round_.now - PAUSE),
    )
