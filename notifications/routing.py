"""Which way a push goes: by the messenger, by another address of the same guardian, or both (R-096)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from journal.model.channels import Channel, Destination, Use, able, first_for
from journal.model.outbox import Lane, NewPush
from journal.regulation import Regulation
from journal.regulation.values import MessengerContent
from notifications.house import Round
from storage import destinations, outbox
from storage.outbox import copy_key

Destinations = Mapping[int, Sequence[Destination]]


async def queue(round_: Round, pushes: Sequence[NewPush]) -> None:
    """Queue the pushes, each on the way that its guardian wants."""
    await outbox.queue(round_.db, await on_their_ways(round_, pushes), round_.now)


async def on_their_ways(round_: Round, pushes: Sequence[NewPush]) -> Sequence[NewPush]:
    """The pushes, each on the way that its guardian wants; one statement."""
    families = {push.account_id for push in pushes if push.student_id is not None}
    if not families:
        return pushes
    kept = await destinations.of_accounts(round_.db, families)
    return list(routed(pushes, spoken_in(kept, round_.regulation)))


def spoken_in(kept: Destinations, regulation: Regulation) -> Destinations:
    """The addresses with what they can be used for: where the regulation lets a channel say only that there
    is news, nobody would learn them there, so the messenger tells them beside."""
    least = {
        channel for channel in Channel if regulation.delivery.content_on(channel) is MessengerContent.MINIMAL
    }
    return {
        account: [
            replace(one, use=Use.BESIDE) if one.use is Use.INSTEAD and one.channel in least else one
            for one in own
        ]
        for account, own in kept.items()
    }


def routed(pushes: Iterable[NewPush], kept: Destinations) -> Iterator[NewPush]:
    """The pushes on their ways, with the copies that go beside; only news of one's own child leaves the
    messenger."""
    for push in pushes:
        own = kept.get(push.account_id, ()) if push.student_id is not None else ()
        yield from _ways(push, own)


def _ways(push: NewPush, kept: Sequence[Destination]) -> Iterator[NewPush]:
    urgent = push.lane is Lane.URGENT
    other = first_for(kept, Use.INSTEAD, urgent=urgent)
    if other is None and _out_of_reach(push):
        other = first_for(kept, Use.RESERVE, urgent=urgent)
    yield push if other is None else replace(push, channel=other.channel, not_before=None, paid=False)
    for beside in able(kept, Use.BESIDE, urgent=urgent):
        yield _copy(push, beside.channel)


def _out_of_reach(push: NewPush) -> bool:
    """Whether the messenger is known not to bring it when it is due; once a day it is tried all the same."""
    return push.not_before is not None and push.not_before > push.due_at


def _copy(push: NewPush, channel: Channel) -> NewPush:
    """A push of its own, with a thread of its own: the copies know what the copies told."""
    return replace(
        push,
        channel=channel,
        not_before=None,
        # Paid broadcast is the messenger's alone.
        paid=False,
        dedup_key=copy_key(push.dedup_key, channel),
        thread=None if push.thread is None else copy_key(push.thread, channel),
    )
