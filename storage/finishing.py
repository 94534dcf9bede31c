"""Work that must not stop half-way: a commit on its way is awaited even by a task that is cancelled."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def to_its_end(work: Coroutine[Any, Any, T]) -> T:
    """Its result; a cancellation of the caller meanwhile is raised when the work is over."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            # `wait` leaves the task alone, however often we are cancelled.
            try:
                await asyncio.wait({task})
            except asyncio.CancelledError:
                continue
        raise
