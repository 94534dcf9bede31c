"""Which area expands which event, and which speaks for which kind of push."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from journal.events import RegisterSaved
from journal.model.news import Kind
from journal.model.outbox import NewPush, Push
from notifications import attendance
from notifications.house import Round
from notifications.telling import Teller
from storage.events import Waiting

Expansion = Callable[[Round, Sequence[Waiting]], Awaitable[list[NewPush]]]

EXPANSIONS: Mapping[str, Expansion] = {
    RegisterSaved.kind: attendance.expand_registers,
}

TELLERS: Mapping[Kind, Teller] = {
    Kind.ATTENDANCE: attendance.AttendanceTeller(),
}

# What an area writes when its pushes were delivered, in the transaction of the receipt.
Receipt = Callable[[Round, Sequence[tuple[Push, int]]], Awaitable[None]]

RECEIPTS: Mapping[Kind, Receipt] = {}
