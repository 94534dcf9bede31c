"""The audit chains: their heads, and what may be found wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """Why an entry cannot be believed."""

    # The entry before it is gone, or it was renumbered.
    GAP = "gap"
    # It does not follow from the entry before it.
    LINK = "link"
    # Who, when, from where, what: something of it was changed.
    ENTRY = "entry"
    # What stood before or after, or the reason, was changed.
    VALUES = "values"
    # Its values were taken out, and no entry says that somebody did.
    ERASED = "erased"
    # A head noted earlier is not there any more: the end of the chain was cut off.
    CUT = "cut"
    # Another entry stands where a head was noted: the chain was written anew.
    REWRITTEN = "rewritten"
    # A seal over the heads is not the one that was made.
    SEAL = "seal"


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a chain at some moment: what later states must still contain."""

    chain: str
    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Fault:
    """The first entry of a chain that cannot be believed; nothing after it is vouched for."""

    chain: str
    number: int
    kind: FaultKind


@dataclass(frozen=True, slots=True)
class MemoryNews:
    """What the nightly check found."""

    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """One chain gone through from its first entry to its last."""

    chain: str
    entries: int
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """All chains gone through, and the seals over them."""

    chains: tuple[Checked, ...]
    seals: Checked | None = None

    @property
    def entries(self) -> int:
        return sum(chain.entries for chain in self.chains)

    @property
    def faults(self) -> tuple[Fault, ...]:
        gone_through = (*self.chains, *([self.seals] if self.seals else []))
        return tuple(chain.fault for chain in gone_through if chain.fault is not None)
