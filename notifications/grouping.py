"""Several waiting pushes for one account become one message with a list. Pure."""

from collections.abc import Sequence

from journal.model.outbox import Grouping, Push

# More than a few.
FEW = 3


def next_message(waiting: Sequence[Push]) -> list[Push]:
    """Which of the pushes that wait for one account (at least one) make its next message.

    The most pressing one leads. It takes along what belongs to the same thread, and, if it may be joined,
    every other that may: all of a card, the rest only when more than a few wait. What is not taken stays for
    the next message, so nothing is lost however often this is asked.
    """
    lead = min(waiting, key=lambda push: (push.lane, push.id))
    if lead.grouping is Grouping.ALONE:
        return [push for push in waiting if push is lead or _same_thread(push, lead)]
    joinable = [push for push in waiting if push.grouping is not Grouping.ALONE]
    if len(joinable) > FEW:
        return sorted(joinable, key=lambda push: push.id)
    if lead.grouping is Grouping.CARD:
        return sorted((push for push in joinable if push.grouping is Grouping.CARD), key=lambda push: push.id)
    return [push for push in joinable if push is lead or _same_thread(push, lead)]


def _same_thread(push: Push, lead: Push) -> bool:
    return lead.thread is not None and push.thread == lead.thread
