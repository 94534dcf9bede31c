"""What is measured, by school where there are several; read by Prometheus on loopback."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Any

from prometheus_client import (
    GC_COLLECTOR,
    PLATFORM_COLLECTOR,
    PROCESS_COLLECTOR,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Metric,
    generate_latest,
)
from prometheus_client.metrics import MetricWrapperBase
from prometheus_client.registry import Collector

from bot import naming

LABEL = "school"


class BySchool(Collector):
    """A metric of the school at work."""

    def __init__(self, metric: MetricWrapperBase) -> None:
        self._metric = metric

    def labels(self, *values: str) -> Any:
        """The metric with its own labels."""
        return self._metric.labels(*values, naming.present())

    def inc(self, amount: float = 1) -> None:
        self.labels().inc(amount)

    def set(self, value: float) -> None:
        self.labels().set(value)

    def set_function(self, value: Callable[[], float]) -> None:
        self.labels().set_function(value)

    def time(self) -> AbstractContextManager[object]:
        timer: AbstractContextManager[object] = self.labels().time()
        return timer

    def collect(self) -> Iterable[Metric]:
        return self._metric.collect()


updates = BySchool(Counter("dnevnichok_updates_total", "Updates by what became of them", ["outcome", LABEL]))
handling_time = BySchool(
    Histogram(
        "dnevnichok_handling_seconds",
        "Time to handle an update",
        [LABEL],
        buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
    )
)
rate_limited = BySchool(
    Counter("dnevnichok_rate_limited_total", "Updates refused because they came too fast", [LABEL])
)
swamped = BySchool(
    Counter("dnevnichok_swamped_total", "Updates sent back because too many were waiting", [LABEL])
)
inbox_load = BySchool(
    Gauge("dnevnichok_inbox_load", "Updates waiting or being handled in this process", [LABEL])
)
messages = BySchool(
    Counter("dnevnichok_messages_total", "Messages handed over, by what became of them", ["outcome", LABEL])
)
set_aside = BySchool(
    Gauge("dnevnichok_events_set_aside", "Events of these days that nobody could be told of", [LABEL])
)
leading = BySchool(
    Gauge("dnevnichok_scheduler_leads", "Whether the scheduler of this process is the one at work", [LABEL])
)
waiting = BySchool(
    Gauge("dnevnichok_pushes_waiting", "Messages that are due and wait to be sent", ["lane", LABEL])
)
oldest = BySchool(
    Gauge("dnevnichok_oldest_push_seconds", "How long the oldest of what is due waits", ["lane", LABEL])
)

# What a process shows, whatever its roles, and what each role adds.
OF_EVERY_PROCESS = (PROCESS_COLLECTOR, PLATFORM_COLLECTOR, GC_COLLECTOR)
OF_WEB = (updates, handling_time, rate_limited, swamped, inbox_load)
OF_SENDER = (messages, set_aside)
OF_WATCH = (waiting, oldest)
OF_SCHEDULER = (leading,)


def told(measures: Iterable[Collector]) -> bytes:
    """These, as Prometheus reads them; to it an empty label is the same as none, and is left out."""
    registry = CollectorRegistry()
    for measure in (*OF_EVERY_PROCESS, *measures):
        registry.register(measure)
    nameless = f'{LABEL}=""'.encode()
    return generate_latest(registry).replace(b"," + nameless, b"").replace(b"{" + nameless + b"}", b"")
