"""Lists longer than a screen: which part of them is shown, and the way to the parts around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from handlers.screen import Button, Row
from locales.texts import Texts

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The page numbered `number`, from 0, of `total`, with what stands on it."""

    shown: Sequence[T]
    number: int
    total: int

    @property
    def is_last(self) -> bool:
        return self.number + 1 == self.total

    def turns(self, to: Callable[[int], str], t: Texts) -> Row:
        """Buttons to the pages before and after; `to` gives the callback data of a page."""
        row: Row = ()
        if self.number:
            row = (Button(t("‹ Page {number}", number=self.number), to(self.number - 1)),)
        if not self.is_last:
            row = (*row, Button(t("Page {number} ›", number=self.number + 2), to(self.number + 1)))
        return row


def page_of(items: Sequence[T], number: int, size: int) -> Page[T]:
    """The page of that number, or the nearest there is: buttons live longer than lists."""
    total = max(1, -(-len(items) // size))
    number = min(max(number, 0), total - 1)
    return Page(items[number * size : (number + 1) * size], number, total)
