"""Notices told to their audience, withdrawn in place, counted in their author's own message."""

from notifications.notices.expansion import (
    count_deliveries,
    expand_notices,
    expand_nudges,
    expand_shares,
    expand_signatures,
    expand_withdrawals,
)
from notifications.notices.tellers import CounterTeller, NoticeTeller

__all__ = [
    "CounterTeller",
    "NoticeTeller",
    "count_deliveries",
    "expand_notices",
    "expand_nudges",
    "expand_shares",
    "expand_signatures",
    "expand_withdrawals",
]
