"""Where use cases get their transactions from."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.ports import Work


class Store(Protocol):
    """Opens units of work."""

    def reading(self, ctx: Ctx) -> AbstractAsyncContextManager[Work]: ...

    def writing(self, ctx: Ctx) -> AbstractAsyncContextManager[Work]: ...
