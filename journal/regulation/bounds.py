"""Bounds of numbers, said beside the type they bound."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Between:
    """Both ends included; used as `Annotated[int, Between(1, 20)]`."""

    low: int
    high: int

    def __contains__(self, number: int | Decimal) -> bool:
        return self.low <= number <= self.high

    def __str__(self) -> str:
        return f"{self.low} to {self.high}"
