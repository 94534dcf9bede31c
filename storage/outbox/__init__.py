"""The outbox: what is to be sent to whom, claimed by senders under a lease."""

from storage.outbox.claiming import Lease, claim, release_all, release_expired
from storage.outbox.queueing import of_message, queue, spoken, told_with, waiting_count
from storage.outbox.reach import probe_of, reached, unreached
from storage.outbox.settling import Settlement, settle

__all__ = [
    "Lease",
    "Settlement",
    "claim",
    "of_message",
    "probe_of",
    "queue",
    "reached",
    "release_all",
    "release_expired",
    "settle",
    "spoken",
    "told_with",
    "unreached",
    "waiting_count",
]
