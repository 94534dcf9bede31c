"""How the local messenger behaves, and what it notes of each call."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Rules:
    """The messenger's behaviour; a limit of 0 is none."""

    # Messages a second of one token, free and paid for, in any sliding second.
    rate: float = 30
    paid_rate: float = 1000
    # Seconds between messages of one chat, after `burst` of them at once.
    spacing: float = 1.0
    burst: int = 1
    # What a refusal tells, in seconds; all else of that token is refused meanwhile if there is a penalty.
    retry_after: int = 1
    penalty: bool = True
    # Round trip in seconds, half of it (and of the jitter) before the call is looked at.
    latency: float = 0.0
    jitter: float = 0.0
    blocked: list[int] = field(default_factory=list)
    # Parts of 1 by fault: a status ("429", "502"), or no answer, with or without effect:
    # "reset_before", "reset_after", "timeout_before", "timeout_after".
    faults: dict[str, float] = field(default_factory=dict)
    # How long a call hangs that times out, in seconds.
    hang: float = 60.0


@dataclass(frozen=True, slots=True)
class Call:
    """One call; `status` 0 had no answer, `done` says whether it took effect."""

    at: float
    token: str
    method: str
    chat: int
    status: int
    done: bool
    paid: bool
    # The message sent or edited; 0 where there is none.
    message_id: int
    text: str
