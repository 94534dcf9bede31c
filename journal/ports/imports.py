"""What use cases need for imports."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from journal.imports.difference import Difference, SchoolState
    from journal.imports.drafts import Draft, DraftStatus
    from journal.imports.rows import Kind


class Imports(Protocol):
    async def state(self, kinds: Collection[Kind]) -> SchoolState:
        """The present state of those kinds, in a number of queries that no number of rows changes."""
        ...

    async def apply(self, change: Difference) -> Mapping[tuple[Kind, str], int]:
        """Write exactly that difference, which must have been computed from the present state.

        Returns the keys of what was added, by kind and token.
        """
        ...

    async def discard_others(self, created_by: int | None) -> None:
        """Let go of all files that this person previewed and never decided about."""
        ...

    async def keep(self, draft: Draft) -> int:
        """Keep a previewed file until it is confirmed or let go; returns its id."""
        ...

    async def draft(self, draft_id: int) -> Draft | None: ...

    async def settle(self, draft_id: int, status: DraftStatus) -> None:
        """Note what became of a draft, and forget the file: it holds personal data."""
        ...
