"""The ways on which news reaches a guardian: the messenger, and others that the school set up (R-096)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """A way of delivery with a sender and a pace of its own; the value stands in the outbox."""

    TELEGRAM = "telegram"
    EMAIL = "email"
    # Short, and paid for by the school: urgent news alone.
    SMS = "sms"


class Use(StrEnum):
    """What a guardian wants of an address beside Telegram."""

    # What Telegram cannot bring.
    RESERVE = "reserve"
    # Everything that comes in Telegram comes here too.
    BESIDE = "beside"
    # News comes here, and in Telegram only what this cannot bring.
    INSTEAD = "instead"


# What each may be used for; the first is what holds until the guardian chooses.
USES: dict[Channel, tuple[Use, ...]] = {
    Channel.EMAIL: (Use.RESERVE, Use.BESIDE, Use.INSTEAD),
    # All but urgent news would be lost on a channel of urgent news alone.
    Channel.SMS: (Use.RESERVE, Use.BESIDE),
    Channel.TELEGRAM: (),
}


@dataclass(frozen=True, slots=True)
class Destination:
    """A confirmed address of an account on one channel; `unreachable` says why it takes nothing now."""

    channel: Channel
    address: str
    use: Use
    unreachable: str | None = None


# Where a guardian has several: what rings soonest goes first.
_SOONEST = (Channel.SMS, Channel.EMAIL)


def able(kept: Iterable[Destination], use: Use, *, urgent: bool) -> list[Destination]:
    """The addresses of that use that can bring such news now, the soonest first."""
    return sorted(
        (
            one
            for one in kept
            if one.use is use and one.unreachable is None and (urgent or one.channel is not Channel.SMS)
        ),
        key=lambda one: _SOONEST.index(one.channel),
    )


def first_for(kept: Iterable[Destination], use: Use, *, urgent: bool) -> Destination | None:
    """The soonest of them, if there is any."""
    return next(iter(able(kept, use, urgent=urgent)), None)
