"""Urgent news as one short message; a vendor's adapter says how it leaves (see docs/channels.md)."""

from abc import ABC, abstractmethod
from collections.abc import Callable

import structlog

from handlers import pushes
from handlers.channels.plain import plain
from journal.model.school import School
from journal.regulation import Regulation
from locales.texts import Texts
from notifications.courier import Delivered, Failed, Outcome, Parcel

log = structlog.get_logger(__name__)

Rules = Callable[[], tuple[School, Regulation]]
# One segment: 160 letters of the telephone's own alphabet, 70 of any other.
SEGMENT, WIDE_SEGMENT = 160, 70
CUT = "…"


class SmsCarrier(ABC):
    """Implements `handlers.channels.carrier.Carrier`; a vendor's adapter is a subclass with `send`.

    It is made with the school's rules of now and reads its own settings from the environment.
    """

    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    @abstractmethod
    async def send(self, phone: str, text: str, key: str) -> Outcome | None:
        """Hand one message to the vendor: `phone` as `+79001234567`, `text` of one segment.

        None when it was taken. `key` is the same for every attempt at the same message, for vendors that
        refuse repetitions. A number that does not exist is `Unreachable`, too many requests `Limited`, what
        may be tried again `Failed`, the rest `Rejected`; reasons hold no number and no text.
        """

    async def deliver(self, parcel: Parcel) -> Outcome:
        text = short(plain(pushes.render(parcel, *self._rules()).text))
        outcome = await self._sent(parcel.recipient.platform_id, text, f"push-{parcel.push_id}")
        return Delivered(parcel.push_id) if outcome is None else outcome

    async def prove(self, address: str, code: str, locale: str) -> Outcome | None:
        t = Texts(locale, self._rules()[1].terms)
        return await self._sent(address, short(t("{code} is your code for the diary", code=code)), "")

    async def close(self) -> None:  # noqa: B027 - an adapter that holds nothing open has nothing to do
        """Let go of what is held open."""

    async def _sent(self, phone: str, text: str, key: str) -> Outcome | None:
        try:
            return await self.send(phone, text, key)
        except OSError as error:
            log.warning("short_message_not_taken", error=type(error).__name__)
            return Failed("timeout" if isinstance(error, TimeoutError) else type(error).__name__)


def short(text: str) -> str:
    """The text on one line and in one segment; what is cut says so."""
    said = " ".join(text.split())
    room = SEGMENT if said.isascii() else WIDE_SEGMENT
    if len(said) <= room:
        return said
    # The sign of the cut is of no telephone's own alphabet: it makes every message a wide one.
    kept = said[: WIDE_SEGMENT - len(CUT)]
    words, space, _ = kept.rpartition(" ")
    return (words if space and said[len(kept)] != " " else kept).rstrip(" ,;:(") + CUT
