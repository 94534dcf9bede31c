"""What counts as an outage. Pure."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from journal.model.outbox import Lane
from journal.model.trouble import OutageKind

# A restart is no outage; what is longer is one.
BROKEN = timedelta(minutes=2)
# The messenger or the database hiccups; what lasts is an outage.
AWAY = timedelta(minutes=1)
# So long may a due message wait before something is wrong, if none leaves meanwhile.
WAITS = {
    Lane.URGENT: timedelta(minutes=2),
    Lane.NORMAL: timedelta(minutes=5),
    Lane.BULK: timedelta(minutes=10),
}
QUIET = timedelta(minutes=2)
# More than ten minutes of the messenger's free allowance.
MANY = 18_000

WEB, SENDER, SCHEDULER = "web", "sender", "scheduler"
# What stands still, the gravest first: one break is told once.
_STILL = ((WEB, OutageKind.DOWN), (SENDER, OutageKind.SILENT), (SCHEDULER, OutageKind.IDLE))


def broken(gaps: Mapping[str, timedelta], own: timedelta | None) -> tuple[OutageKind, timedelta] | None:
    """What stood still and how long, by how long nobody was seen in each role.

    `own`: how long ago this process itself was last at work, None at its start. A process that was at work
    all the time sees no break: there a clock jumped.
    """
    if own is not None and own <= BROKEN:
        return None
    for role, kind in _STILL:
        gap = gaps.get(role)
        if gap is not None and gap > BROKEN:
            return kind, gap
    return None


def stuck(
    oldest: Mapping[Lane, datetime | None], last_sent: datetime | None, now: datetime
) -> datetime | None:
    """Since when messages wait that should have gone, where none leaves; None where all is well."""
    if last_sent is not None and now - last_sent <= QUIET:
        return None
    late = [since for lane, since in oldest.items() if since is not None and now - since > WAITS[lane]]
    return min(late, default=None)


def lasting(failing: timedelta | None) -> bool:
    """Whether what fails so long is an outage."""
    return failing is not None and failing > AWAY


def watched(roles: Collection[str]) -> bool:
    """Whether a process of these roles watches the messages: whoever sends them."""
    return SENDER in roles
