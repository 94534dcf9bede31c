"""Who is there, read off the day's registers. Pure."""

from collections.abc import Iterable, Sequence

from journal.model.attendance import Presence
from journal.model.control import TakenRegister


def absent_now(registers: Iterable[TakenRegister]) -> frozenset[int]:
    """Those whom the latest register that expected them did not find."""
    latest: dict[int, TakenRegister] = {}
    for register in sorted(registers, key=lambda register: register.slot):
        latest |= dict.fromkeys(register.expected, register)
    return frozenset(student for student, register in latest.items() if student in register.absent)


def absent_today(registers: Iterable[TakenRegister]) -> frozenset[int]:
    """Those who missed at least one lesson, wherever they are now."""
    return frozenset(
        student
        for register in registers
        for student, status in register.statuses.items()
        if status is Presence.ABSENT
    )


def late(registers: Iterable[TakenRegister]) -> list[tuple[int, int]]:
    """The (student, slot) of everybody who came late, in the order of the day."""
    return [
        (student, register.slot)
        for register in sorted(registers, key=lambda register: register.slot)
        for student, status in sorted(register.statuses.items())
        if status is Presence.LATE
    ]


def eating(registers: Sequence[TakenRegister]) -> int | None:
    """How many were there at the first lesson, all its subgroups together; None before it was taken."""
    if not registers:
        return None
    first = min(register.slot for register in registers)
    there = [register.expected - register.absent for register in registers if register.slot == first]
    return len(frozenset().union(*there))
