"""What a notice to very many costs: time for nothing, or the messenger's stars for going at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum


class PaidBroadcast(StrEnum):
    """Who may have a notice go by the messenger's paid broadcast; set for the deployment."""

    OFF = "off"
    # The director and the administrator.
    MANAGEMENT = "management"
    # Deputy heads too.
    DEPUTIES = "deputies"


@dataclass(frozen=True, slots=True)
class Offer:
    """How a notice to so many would go. `stars`: the most it can cost at once; None where nobody may pay."""

    messages: int
    takes: timedelta
    done_at: datetime
    stars: Decimal | None = None
