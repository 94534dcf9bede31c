"""From claimed pushes to parcels: what is left to say of a message, and what to remember of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from journal.model.news import News
from journal.model.outbox import Lane, Push, PushState, Told
from notifications.courier import Outdated, Parcel, Recipient
from notifications.desk import Desk
from notifications.retry import MOVED
from notifications.telling import Saying
from storage.outbox import Settlement

_Said = tuple[Push, Saying]


@dataclass(frozen=True, slots=True)
class Ready:
    """A parcel with the pushes it tells."""

    lane: Lane
    parcel: Parcel
    pushes: tuple[Push, ...]
    # What each thread will have been told, still with its earlier message.
    told: tuple[Told, ...] = ()
    # The threads whose message this becomes.
    living: frozenset[str] = frozenset()
    # The account could not be reached before.
    probing: bool = False

    @property
    def account_id(self) -> int:
        return self.parcel.recipient.account_id

    @property
    def paid(self) -> bool:
        return self.parcel.paid

    @property
    def attempts(self) -> int:
        return max(push.attempts for push in self.pushes)

    @property
    def moved(self) -> bool:
        """Whether the last attempt found the chat at another address."""
        return any(push.error == MOVED for push in self.pushes)

    def remembered(self, message_id: int) -> list[Told]:
        """What to keep of the threads once `message_id` has told them."""
        return [
            replace(item, message_id=message_id) if item.thread in self.living else item for item in self.told
        ]


@dataclass(slots=True)
class Packed:
    """What became of claimed messages."""

    ready: list[Ready] = field(default_factory=list)
    # Pushes that end without a message, or wait on.
    ended: list[Settlement] = field(default_factory=list)


def pack(desk: Desk, messages: Sequence[Sequence[Push]]) -> Packed:
    """Look at every push once more and join what is left of each message. Nothing is written."""
    packed = Packed()
    for message in messages:
        said: list[_Said] = []
        for push in message:
            found = desk.look(push)
            if isinstance(found, Saying):
                said.append((push, found))
            else:
                packed.ended.append(found)
        if said:
            _join(desk, said, packed)
    return packed


def retold(desk: Desk, pushes: Sequence[Push]) -> Parcel | None:
    """What a message of these pushes tells its owner now; None when nothing of it is theirs to know."""
    said = [(push, saying) for push in pushes if (saying := desk.reread(push)) is not None]
    account_id = pushes[0].account_id
    if not said or account_id not in desk.addresses:
        return None
    recipient = _recipient(desk, account_id)
    child = desk.child_of(said[0][0])
    return Parcel(pushes[0].id, recipient, _news(said), silent=True, student_id=child)


def _join(desk: Desk, said: Sequence[_Said], packed: Packed) -> None:
    """One parcel of what is said: what puts an earlier message right goes first, the rest waits its turn."""
    edits = _message_to_edit(desk, said)
    chosen = [item for item in said if edits is None or _edited(desk, item) == edits]
    packed.ended += [
        Settlement(push.id, PushState.WAITING) for push, saying in said if (push, saying) not in chosen
    ]
    push = chosen[0][0]
    packed.ready.append(
        Ready(
            lane=push.lane,
            parcel=Parcel(
                push_id=push.id,
                recipient=_recipient(desk, push.account_id),
                news=_rewritten(desk, chosen, edits) if edits is not None else _news(chosen),
                silent=all(desk.silent(*item) for item in chosen),
                edits=edits,
                outdated=tuple(_outdated(desk, chosen)),
                student_id=desk.child_of(push),
                paid=all(push.paid for push, _ in chosen),
            ),
            pushes=tuple(push for push, _ in chosen),
            told=tuple(_told(desk, chosen)),
            living=frozenset(
                push.thread for push, saying in chosen if push.thread and (saying.living or saying.edits)
            ),
            probing=desk.addresses[push.account_id].unreachable,
        )
    )


def _edited(desk: Desk, item: _Said) -> int | None:
    """The message that the saying puts right."""
    push, saying = item
    if not saying.edits:
        return None
    told = desk.was_told(push)
    return told.message_id if told is not None and told.message_id is not None else saying.message_id


def _message_to_edit(desk: Desk, said: Sequence[_Said]) -> int | None:
    return next((found for item in said if (found := _edited(desk, item)) is not None), None)


def _key(push: Push) -> str:
    """Pushes of one thread are one piece of news."""
    return push.thread or str(push.id)


def _news(said: Sequence[_Said]) -> tuple[News, ...]:
    return tuple({_key(push): saying.news for push, saying in said}.values())


def _rewritten(desk: Desk, chosen: Sequence[_Said], edits: int) -> tuple[News, ...]:
    """The whole message anew: what it told besides, as it reads now, with what is put right in its place."""
    news = _besides(desk, chosen[0][0].account_id, edits)
    for push, saying in chosen:
        news[_key(push)] = saying.news
    return tuple(news.values())


def _outdated(desk: Desk, chosen: Sequence[_Said]) -> Iterator[Outdated]:
    """The messages whose place is taken, each with what it told besides."""
    anew = {_key(push) for push, _ in chosen}
    account_id = chosen[0][0].account_id
    for message_id in dict.fromkeys(found for item in chosen if (found := _replaced(desk, item)) is not None):
        besides = _besides(desk, account_id, message_id)
        yield Outdated(message_id, tuple(news for key, news in besides.items() if key not in anew))


def _replaced(desk: Desk, item: _Said) -> int | None:
    push, saying = item
    told = desk.was_told(push) if saying.replaces else None
    return told.message_id if told is not None else None


def _besides(desk: Desk, account_id: int, message_id: int) -> dict[str, News]:
    """All that a message tells, as it reads now."""
    told = ((push, desk.retell(push)) for push in desk.companions.get((account_id, message_id), ()))
    return {_key(push): saying.news for push, saying in told if saying is not None}


def _told(desk: Desk, chosen: Sequence[_Said]) -> list[Told]:
    kept: dict[str, Told] = {}
    for push, saying in chosen:
        if push.thread is not None and saying.told is not None:
            before = desk.was_told(push)
            kept[push.thread] = Told(
                push.account_id, push.thread, saying.told, before.message_id if before else None
            )
    return list(kept.values())


def _recipient(desk: Desk, account_id: int) -> Recipient:
    address = desk.addresses[account_id]
    return Recipient(
        account_id=address.account_id,
        platform=address.platform,
        platform_id=address.platform_id,
        locale=address.locale,
        privacy=address.privacy,
        protect=address.protect,
        large=address.large,
    )
