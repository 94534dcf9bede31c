"""Who is told of a notice, of its withdrawal, and when its author's counter moves."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from journal.events import NoticeNudged, NoticeSent, NoticeShare, NoticeWithdrawn
from journal.model.news import Kind
from journal.model.notices import Notice, NoticeStatus
from journal.model.outbox import Lane, NewPush, Push
from journal.model.subscriptions import Listener, Topic
from notifications.addressing import for_family, for_staff
from notifications.families import families_of
from notifications.house import Round
from notifications.kinds import RULES
from storage import events as stored
from storage import outbox
from storage.events import Waiting
from storage.news import notices
from storage.notices import NoticeQueries, binding_kinds

# A notice to more accounts than this must not stand in the way of anybody's marks.
MANY = 100
# So many readers are told of in one step: some milliseconds of a transaction.
SHARE = 50
# The author's counter moves at most once in this time.
COUNTER_PAUSE = timedelta(seconds=5)


async def expand_notices(
    round_: Round, events: Sequence[Waiting], only: Collection[int] | None = None
) -> list[NewPush]:
    """Each account of the audience once (of `only`, if given), however many of its children it is for."""
    found = await _standing(round_, {event.payload["notice_id"] for event in events})
    return [
        push
        for event in events
        if (notice := found.get(event.payload["notice_id"])) is not None
        for push in await _audience(round_, event, notice, {}, only)
    ]


async def expand_nudges(
    round_: Round, events: Sequence[Waiting], only: Collection[int] | None = None
) -> list[NewPush]:
    """Those who have not signed a notice off, once more."""
    found = await _standing(round_, {event.payload["notice_id"] for event in events})
    pushes = []
    for event in events:
        if (notice := found.get(event.payload["notice_id"])) is not None:
            asked = await _audience(round_, event, notice, {"reminder": True}, only)
            signed = await notices.signatures(round_.db, [notice.id], {push.account_id for push in asked})
            pushes += [push for push in asked if (notice.id, push.account_id) not in signed]
    return pushes


async def expand_withdrawals(
    round_: Round, events: Sequence[Waiting], only: Collection[int] | None = None
) -> list[NewPush]:
    """Those who were (or are about to be) told of a notice that is withdrawn, and its author's counter."""
    found = await NoticeQueries(round_.db).by_ids({event.payload["notice_id"] for event in events})
    pushes = []
    for event in events:
        if (notice := found.get(event.payload["notice_id"])) is not None:
            audience = await _audience(round_, event, notice, {}, only)
            accounts = {push.account_id for push in audience}
            spoken = await outbox.spoken(round_.db, accounts, {_thread(notice.id)})
            pushes += [push for push in audience if (push.account_id, _thread(notice.id)) in spoken]
            if only is None:
                pushes.append(_counter(round_, event, notice))
    return pushes


async def expand_shares(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """A part of the readers, as the event says of which it is a part; see `_share_out`."""
    expansions: dict[str, Callable[..., Awaitable[list[NewPush]]]] = {
        NoticeSent.kind: expand_notices,
        NoticeNudged.kind: expand_nudges,
        NoticeWithdrawn.kind: expand_withdrawals,
    }
    accounts: dict[int, list[int]] = {}
    for event in events:
        accounts.setdefault(event.payload["of"], []).extend(event.payload["accounts"])
    pushes = []
    for of in (await stored.by_ids(round_.db, accounts)).values():
        pushes += await expansions[of.kind](round_, [of], accounts[of.id])
    return pushes


async def expand_signatures(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The author's counter moves."""
    found = await _standing(round_, {event.payload["notice_id"] for event in events})
    return [
        _counter(round_, event, notice)
        for event in events
        if (notice := found.get(event.payload["notice_id"])) is not None
    ]


async def count_deliveries(round_: Round, sent: Sequence[tuple[Push, int]]) -> None:
    """What was just sent moves the counters of its notices, a little later and together."""
    due = round_.now + COUNTER_PAUSE
    breath = int(due.timestamp() // COUNTER_PAUSE.total_seconds())
    keys = {push.payload["notice"]: _counting(push.payload["notice"], breath) for push, _ in sent}
    # Mostly the counter is about to move already, and then nobody who writes waits for its notice to be read.
    known = await outbox.known(round_.db, keys.values())
    found = await _standing(round_, [number for number, key in keys.items() if key not in known])
    rule = RULES[Kind.NOTICE_COUNTER]
    await outbox.queue(
        round_.db,
        [
            NewPush(
                account_id=notice.account_id,
                kind=Kind.NOTICE_COUNTER,
                payload={"notice": notice.id},
                lane=rule.lane,
                dedup_key=keys[notice.id],
                due_at=due,
                expires_at=due + rule.life,
                thread=_counter_thread(notice.id),
            )
            for notice in found.values()
        ],
        round_.now,
    )


def _counting(notice_id: int, breath: int) -> str:
    return f"{Kind.NOTICE_COUNTER}:{notice_id}:{breath}"


async def _standing(round_: Round, ids: Iterable[int]) -> dict[int, Notice]:
    found = await NoticeQueries(round_.db).by_ids(set(ids))
    return {key: notice for key, notice in found.items() if notice.status is NoticeStatus.SENT}


async def _audience(
    round_: Round,
    event: Waiting,
    notice: Notice,
    more: Mapping[str, Any],
    only: Collection[int] | None,
) -> list[NewPush]:
    """Pushes to the readers; where they are many none yet, but a share of the event for every so many."""
    families = await notices.readers_of(round_.db, notice, only)
    staff = await notices.colleagues_of(round_.db, notice)
    everybody = [
        account
        for account in dict.fromkeys([*families, *staff])
        if account != event.account_id and (only is None or account in only)
    ]
    if only is None and len(everybody) > MANY:
        await _share_out(round_, event, everybody)
        return []
    readers = await _listening(
        round_, notice, {account: families.get(account, set()) for account in everybody}
    )
    lane = Lane.NORMAL if only is None else Lane.BULK
    payload = {"notice": notice.id, **more}
    pushes = [
        *(_to_family(round_, event, notice, heard, payload, lane) for heard in readers.values()),
        *(
            for_staff(round_, event, Kind.NOTICE, account, payload, thread=_thread(notice.id))
            for account in everybody
            if account in staff and account not in readers
        ),
    ]
    return [replace(push, paid=True) for push in pushes] if notice.paid else pushes


async def _listening(
    round_: Round, notice: Notice, readers: Mapping[int, Collection[int]]
) -> dict[int, list[Listener]]:
    """As what each reader hears it: those who want it, with each of their children it is for."""
    kinds = binding_kinds(notice.audience)
    families = await families_of(round_, {student for own in readers.values() for student in own})
    found: dict[int, list[Listener]] = {}
    for listener in families.of(sorted(families.by_child)):
        theirs = listener.child.student_id in readers.get(listener.account_id, ())
        if theirs and listener.kind in kinds and wanted(listener, notice):
            found.setdefault(listener.account_id, []).append(listener)
    return found


async def _share_out(round_: Round, event: Waiting, accounts: Sequence[int]) -> None:
    """One event for every so many readers, each expanded in a transaction of its own.

    So nobody who writes waits while thousands of pushes are queued, and several processes may queue them.
    """
    shares = [
        NoticeShare(event.id, number, list(accounts[start : start + SHARE]))
        for number, start in enumerate(range(0, len(accounts), SHARE))
    ]
    await stored.write(
        round_.db, [stored.Recorded(share, round_.now, round_.now, event.account_id) for share in shares]
    )


def wanted(listener: Listener, notice: Notice) -> bool:
    # Whoever wants no notices still gets what the school asks to be signed off.
    return notice.sign_off or listener.mode(Topic.NOTICES).pushes


def _to_family(
    round_: Round,
    event: Waiting,
    notice: Notice,
    heard: Sequence[Listener],
    payload: Mapping[str, Any],
    lane: Lane,
) -> NewPush:
    students = [listener.child.student_id for listener in heard]
    return for_family(
        round_,
        event,
        Kind.NOTICE,
        heard[0],
        {**payload, "students": students},
        mode=heard[0].mode(Topic.NOTICES),
        thread=_thread(notice.id),
        lane=lane,
    )


def _counter(round_: Round, event: Waiting, notice: Notice) -> NewPush:
    thread = _counter_thread(notice.id)
    payload = {"notice": notice.id}
    return for_staff(round_, event, Kind.NOTICE_COUNTER, notice.account_id, payload, thread=thread)


def _thread(notice_id: int) -> str:
    return f"notice:{notice_id}"


def _counter_thread(notice_id: int) -> str:
    return f"counter:{notice_id}"
