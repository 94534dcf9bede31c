"""The port through which messages leave: what is handed over, and how it can end."""

from dataclasses import dataclass
from typing import Protocol

from journal.model.access import Privacy
from journal.model.news import News


@dataclass(frozen=True, slots=True)
class Recipient:
    """An account as a messenger reaches it, with what its owner chose for the screen of the phone."""

    account_id: int
    platform: str
    platform_id: str
    locale: str
    privacy: Privacy = Privacy.FULL
    # Ask the messenger to forbid forwarding and saving.
    protect: bool = False
    # Big buttons, no abbreviations.
    large: bool = False


@dataclass(frozen=True, slots=True)
class Outdated:
    """An earlier message whose news a parcel tells anew; `rest` is what else it tells, as that reads now.

    Once the parcel has arrived, the message keeps the rest, or goes where there is none.
    """

    message_id: int
    rest: tuple[News, ...] = ()


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message to be sent, or to replace the message `edits` in the recipient's chat.

    Several news are one message with a list. `push_id` names the push in buttons and logs.
    """

    push_id: int
    recipient: Recipient
    news: tuple[News, ...]
    silent: bool = False
    edits: int | None = None
    outdated: tuple[Outdated, ...] = ()
    # The child whose guardian the recipient is told this as.
    student_id: int | None = None
    # May go by paid broadcast: the messenger takes more of these a second, for money.
    paid: bool = False


@dataclass(frozen=True, slots=True)
class Delivered:
    """The messenger took it; `message_id` is the new message, or the edited one (or its replacement)."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Limited:
    """Too many requests, of the chat or of the bot: wait for `retry_after` seconds."""

    retry_after: float


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The person blocked the bot, never started it, or the account is gone."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat goes on under another id of the messenger."""

    platform_id: str


@dataclass(frozen=True, slots=True)
class Unpaid:
    """The bot's balance does not pay for it: the same may go for nothing."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The network or the messenger failed; the same message may be tried again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """The messenger refuses this very message: trying again is useless."""

    reason: str


Outcome = Delivered | Limited | Unreachable | Moved | Unpaid | Failed | Rejected


class Courier(Protocol):
    """Renders a parcel in the recipient's language and hands it to the messenger.

    Never raises for what the messenger answers; `reason` holds no personal data, for it is kept and logged.
    """

    async def deliver(self, parcel: Parcel) -> Outcome: ...
