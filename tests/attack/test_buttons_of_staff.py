"""Colleagues press everything: nothing breaks, nobody sees a class that is not theirs, nor writes into it."""

import pytest

from tests.attack import ledger
from tests.attack.conftest import Arena
from tests.attack.crowd import STAFF
from tests.attack.ledger import Ledger, Reach
from tests.attack.sweep import explore, known_ids, sweep
from tests.support.school import GUARDIANS, ROLES, STUDENTS, UNITS, person_id
from tests.support.school import STAFF as COLLEAGUES

pytestmark = [pytest.mark.parametrize("database_url", ["sqlite"], indirect=True), pytest.mark.timeout(3600)]

# They see every class by right; none of them enters anything.
MANAGEMENT = frozenset({"pavel", "irina", "admin"})
# Who decides what becomes of the lessons of a teacher who is away.
DECIDE = frozenset({"pavel"})
HEADED = {name: UNITS[unit][0] for name, _, unit in ROLES if unit}


def reach(name: str, now: Ledger) -> Reach:
    """The lessons somebody keeps now, as a substitute too, and those of the class headed."""
    lessons = now["lessons"].values()
    keepers = ("teacher_id", "second_teacher_id", "substitute_id")
    number = person_id(name)
    return Reach(
        kept=frozenset(row["id"] for row in lessons if number in [row[keeper] for keeper in keepers]),
        headed=frozenset(row["id"] for row in lessons if row["unit_id"] == HEADED.get(name)),
    )


def acquainted(name: str, now: Ledger) -> set[int]:
    """The people whose names somebody may see: colleagues, and the families of classes taught or headed."""
    theirs = reach(name, now)
    taught = {now["lessons"][(lesson,)]["unit_id"] for lesson in theirs.kept | theirs.headed}
    students = {name for name, row in STUDENTS.items() if UNITS[row[3]][0] in taught}
    return {
        *(row[0] for row in COLLEAGUES.values()),
        *(STUDENTS[student][0] for student in students),
        *(row[0] for row in GUARDIANS.values() if students & set(row[4])),
        *(number for number, _ in UNITS.values()),
    }


@pytest.mark.requirement("R-037")
async def test_no_button_forged_by_a_colleague_breaks_leaks_or_writes_elsewhere(arena: Arena) -> None:
    store, watcher = arena.stage.house.store, arena.watcher
    with watcher.watching():
        met = await explore(arena.attacker("guardian"))
        for turn, (role, name) in enumerate(STAFF.items()):
            attacker = arena.attacker(role)
            before = await ledger.read(store)
            met += await explore(attacker)
            await sweep(attacker, met, await known_ids(store), turn, rows=1)
            now = await ledger.read(store)
            for change in ledger.changes(before, now):
                if ledger.given_back(change) or (name in DECIDE and ledger.rearranged(change)):
                    continue
                if ledger.forbidden_to_staff(change, reach(name, now), now):
                    watcher.find(attacker.phone.id, "some button", f"changed {change}")
            if name not in MANAGEMENT:
                watcher.find_leaks(name, acquainted(name, now))
    assert watcher.seen["anna"].keys() >= {201, 209}, "the attack did not even see its own"
    assert not watcher.findings, watcher.report()
