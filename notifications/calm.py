"""How often one thread may ring: whoever presses back and forth changes a message and wakes nobody."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

CALM = timedelta(minutes=10)
_RANG = "rang"


def may_ring(told: Mapping[str, Any], now: datetime) -> bool:
    """Whether the thread has been calm for long enough to send a new message in it."""
    rang = told.get(_RANG)
    return rang is None or now - datetime.fromisoformat(rang) >= CALM


def kept(told: Mapping[str, Any], facts: Mapping[str, Any], now: datetime, *, rings: bool) -> dict[str, Any]:
    """What to keep with the thread: the facts, and when it rang last."""
    return {**facts, _RANG: now.isoformat() if rings else told.get(_RANG)}


def same(told: Mapping[str, Any], facts: Mapping[str, Any]) -> bool:
    """Whether just these facts were told last."""
    return {key: value for key, value in told.items() if key != _RANG} == dict(facts)
