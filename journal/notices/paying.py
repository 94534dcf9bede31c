"""A notice to very many: how long it takes for nothing, and what going at once would cost."""

import math
from collections.abc import Collection
from datetime import datetime, timedelta
from decimal import Decimal

from journal.model.fare import Offer, PaidBroadcast
from journal.model.notices import Notice, NoticeStatus
from journal.model.people import Role
from journal.ports import Work

# What the messenger takes for nothing, a second; of paid messages each costs so many stars.
FREE_PER_SECOND = 30
STARS = Decimal("0.1")
# What is out sooner is not worth a word.
LONG = timedelta(minutes=2)
MINUTE = timedelta(minutes=1)


async def offer(work: Work, notice: Notice) -> Offer | None:
    """How a draft would go; None where it is out soon anyway."""
    if notice.status is not NoticeStatus.DRAFT or not notice.audience.listeners:
        return None
    count = await work.notices.messages(notice)
    return offered(count, work.now, may_pay=pays(work.actor.roles_held, work.ctx.paid_broadcast))


def offered(count: int, now: datetime, *, may_pay: bool) -> Offer | None:
    """The free way takes as long as the messenger allows; the paid one costs at most all of them."""
    takes = lasts(count)
    if takes < LONG:
        return None
    done_at = now + timedelta(minutes=math.ceil(takes / MINUTE))
    return Offer(count, takes, done_at, count * STARS if may_pay else None)


def lasts(messages: int) -> timedelta:
    """How long the messenger takes for so many messages for nothing."""
    return timedelta(seconds=messages / FREE_PER_SECOND)


def pays(roles: Collection[Role], allowed: PaidBroadcast) -> bool:
    """Whether somebody of these roles may spend the bot's stars."""
    if allowed is PaidBroadcast.OFF:
        return False
    payers = {Role.DIRECTOR, Role.ADMINISTRATOR}
    if allowed is PaidBroadcast.DEPUTIES:
        payers.add(Role.DEPUTY_HEAD)
    return not payers.isdisjoint(roles)
