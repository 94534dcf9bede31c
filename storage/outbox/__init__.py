"""The outbox: what is to be sent to whom, claimed by senders under a lease."""

from storage.outbox.claiming import (
    LEASE,
    MATTERS,
    Lease,
    absent,
    claim,
    release_all,
    release_held,
    release_lost,
)
from storage.outbox.diverting import copy_key, divert, serve, served_otherwise
from storage.outbox.queueing import due_lanes, known, last_cards, of_message, queue, spoken, told_with
from storage.outbox.reach import moved, probe_of, reached, unreached
from storage.outbox.settling import Settlement, go_free, settle

__all__ = [
    "LEASE",
    "MATTERS",
    "Lease",
    "Settlement",
    "absent",
    "claim",
    "copy_key",
    "divert",
    "due_lanes",
    "go_free",
    "known",
    "last_cards",
    "moved",
    "of_message",
    "probe_of",
    "queue",
    "reached",
    "release_all",
    "release_held",
    "release_lost",
    "serve",
    "served_otherwise",
    "settle",
    "spoken",
    "told_with",
    "unreached",
]
