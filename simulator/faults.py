"""Faults on demand: a share of the calls of a method goes wrong the way networks and servers do."""

import random
from dataclasses import dataclass
from typing import Literal

from simulator.errors import Refusal

Kind = Literal["500", "502", "429", "timeout", "reset_before", "reset_after", "refused"]


@dataclass(slots=True)
class Fault:
    """One rule. `method` "*" means every method; `times` None: for ever; `seconds`: how long a timeout is."""

    method: str
    kind: Kind
    share: float
    retry_after: int
    times: int | None
    seconds: float
    chat_id: int | None
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class Struck:
    """A call that met a fault."""

    method: str
    kind: Kind
    chat_id: int | None


class Faults:
    """The rules in force. The dice are seeded, so a run repeats itself; `seed` throws them anew.

    `struck` keeps what befell whom, oldest first.
    """

    def __init__(self) -> None:
        self.struck: list[Struck] = []
        self._rules: list[Fault] = []
        self._dice = random.Random(1)

    def add(
        self,
        method: str = "*",
        *,
        kind: Kind,
        share: float = 1.0,
        retry_after: int = 1,
        times: int | None = None,
        seconds: float = 30.0,
        chat_id: int | None = None,
        refusal: Refusal | None = None,
    ) -> None:
        """Let `share` of the calls of `method` (of one chat, if given) fail by `kind`, at most `times` times.

        «500» and «502» answer so without effect (502 in HTML, as a gateway does); «429» gives `retry_after`;
        «timeout» keeps silent for `seconds`, then drops the connection, without effect; «reset_before» and
        «reset_after» drop it at once, before or after the effect; «refused» answers with the `refusal`.
        """
        self._rules.append(Fault(method, kind, share, retry_after, times, seconds, chat_id, refusal))

    def clear(self) -> None:
        """No faults any more."""
        self._rules.clear()

    def seed(self, seed: int) -> None:
        """Start the dice from `seed`."""
        self._dice.seed(seed)

    def strike(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that befalls this call, if any; the first matching rule whose dice say so."""
        for fault in self._rules:
            if fault.method not in ("*", method) or fault.times == 0:
                continue
            if fault.chat_id not in (None, chat_id) or self._dice.random() >= fault.share:
                continue
            if fault.times is not None:
                fault.times -= 1
            self.struck.append(Struck(method, fault.kind, chat_id))
            return fault
        return None
