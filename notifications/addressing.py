"""From a piece of news and a listener to a queued push: lane, moment, life, one key."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from journal.model.news import Kind
from journal.model.outbox import Grouping, Lane, NewPush
from journal.model.subscriptions import Listener, Mode
from notifications.audience import quiet_hours
from notifications.house import Round
from notifications.kinds import RULES
from notifications.timing import awake, planned
from storage.events import Waiting


def for_family(
    round_: Round,
    event: Waiting,
    kind: Kind,
    listener: Listener,
    payload: Mapping[str, Any],
    *,
    mode: Mode = Mode.AT_ONCE,
    thread: str | None = None,
    opens_at: datetime | None = None,
    expires_at: datetime | None = None,
    lane: Lane | None = None,
    waits_at_night: bool | None = None,
) -> NewPush:
    """A push about a listener's child; what is left out follows the kind's rule.

    `opens_at` is the first moment of a card; what a card would tell too late comes at once.
    """
    rule = RULES[kind]
    due = planned(mode, round_.now, opens_at, round_.school, listener.digest_at)
    if expires_at is not None and due >= expires_at:
        due = round_.now
    quiet = quiet_hours(listener, round_.regulation.delivery.quiet_hours)
    if quiet is not None and (rule.waits_at_night if waits_at_night is None else waits_at_night):
        due = awake(due, quiet, round_.school)
    student = listener.child.student_id
    return NewPush(
        account_id=listener.account_id,
        kind=kind,
        payload=payload,
        lane=rule.lane if lane is None else lane,
        dedup_key=f"{event.id}:{kind}:{listener.account_id}:{student}",
        due_at=due,
        expires_at=expires_at or due + rule.life,
        student_id=student,
        event_id=event.id,
        thread=thread,
        grouping=Grouping.CARD if mode.card and rule.grouping is not Grouping.ALONE else rule.grouping,
        not_before=None if listener.probe_at is None else max(due, listener.probe_at),
    )


def for_staff(
    round_: Round,
    event: Waiting,
    kind: Kind,
    account_id: int,
    payload: Mapping[str, Any],
    *,
    thread: str | None = None,
    due_at: datetime | None = None,
    expires_at: datetime | None = None,
) -> NewPush:
    """A push about somebody's duty; the regulation's quiet hours hold for colleagues too."""
    rule = RULES[kind]
    due = due_at or round_.now
    if rule.waits_at_night:
        due = awake(due, round_.regulation.delivery.quiet_hours, round_.school)
    return NewPush(
        account_id=account_id,
        kind=kind,
        payload=payload,
        lane=rule.lane,
        dedup_key=f"{event.id}:{kind}:{account_id}",
        due_at=due,
        expires_at=expires_at or due + rule.life,
        event_id=event.id,
        thread=thread,
        grouping=rule.grouping,
    )
