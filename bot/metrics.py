"""What is measured; read by Prometheus on loopback."""

from prometheus_client import GC_COLLECTOR, PLATFORM_COLLECTOR, PROCESS_COLLECTOR, Counter, Gauge, Histogram

updates = Counter("dnevnichok_updates_total", "Updates by what became of them", ["outcome"])
handling_time = Histogram(
    "dnevnichok_handling_seconds",
    "Time to handle an update",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
rate_limited = Counter("dnevnichok_rate_limited_total", "Updates refused because they came too fast")
swamped = Counter("dnevnichok_swamped_total", "Updates sent back because too many were waiting")
inbox_load = Gauge("dnevnichok_inbox_load", "Updates waiting or being handled in this process")
messages = Counter("dnevnichok_messages_total", "Messages handed over, by what became of them", ["outcome"])
set_aside = Gauge("dnevnichok_events_set_aside", "Events of these days that nobody could be told of")
leading = Gauge("dnevnichok_scheduler_leads", "Whether the scheduler of this process is the one at work")
waiting = Gauge("dnevnichok_pushes_waiting", "Messages that are due and wait to be sent", ["lane"])
oldest = Gauge("dnevnichok_oldest_push_seconds", "How long the oldest of what is due waits", ["lane"])

# What a process shows, whatever its roles, and what each role adds.
OF_EVERY_PROCESS = (PROCESS_COLLECTOR, PLATFORM_COLLECTOR, GC_COLLECTOR)
OF_WEB = (updates, handling_time, rate_limited, swamped, inbox_load)
OF_SENDER = (messages, set_aside)
OF_WATCH = (waiting, oldest)
OF_SCHEDULER = (leading,)
