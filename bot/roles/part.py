"""A role at work, as the process sees it."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from prometheus_client.registry import Collector

from bot.health import Check

Task = asyncio.Task[None]


@dataclass(frozen=True, slots=True)
class Part:
    """`tasks` go on until the role is left: one that ends before has failed. `checks` say how the role is."""

    tasks: Mapping[str, Task]
    checks: Sequence[Callable[[], Awaitable[Check]]]
    metrics: Sequence[Collector]


def started(work: Coroutine[Any, Any, None], name: str) -> Task:
    """The work as a task of the running loop."""
    return asyncio.get_running_loop().create_task(work, name=name)


async def cancelled(task: Task) -> None:
    """Cancel the task and wait for its end, whatever that is."""
    task.cancel()
    await asyncio.wait({task})
