"""A fast local Bot API for benches: its own process, strict limits, faults on demand, a journal of calls.

    async with botapi.started(rate=30, latency=0.040, jitter=0.015) as api:
        ...                                  # a bot with API_URL=api.url, any token
        await api.control(rate=20)           # any field of `Rules`, from now on
        await api.feed(token, updates)       # raw updates, handed out by getUpdates
        calls = await api.journal()          # every call so far, in the order in which they were looked at

Instants are of the machine's monotonic clock, the same in every process. By hand:
`python -m bench.botapi --port 8081 --rate 30 --latency 0.04`; then POST /control and GET /journal.
"""

from bench.botapi.handle import Handle, started
from bench.botapi.rules import Call, Rules

__all__ = ["Call", "Handle", "Rules", "started"]
