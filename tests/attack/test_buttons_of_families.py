"""A stranger, guardians and a student press everything: nothing breaks, nothing leaks, nothing changes."""

import pytest

from tests.attack import ledger
from tests.attack.conftest import Arena
from tests.attack.crowd import FAMILIES
from tests.attack.sweep import explore, known_ids, sweep
from tests.support.school import GUARDIANS, STAFF, STUDENTS, UNITS

pytestmark = [pytest.mark.parametrize("database_url", ["sqlite"], indirect=True), pytest.mark.timeout(3600)]

COLLEAGUES = {row[0] for row in STAFF.values()}
# Tatyana's consent is also Egor's: she comes last.
ORDER = ("stranger", "guardian", "student", "other guardian")


def family(name: str) -> set[int]:
    """The people and classes whose data somebody may see: of the own children, and the staff."""
    if name == "stranger":
        return set()
    children = set(GUARDIANS[name][4]) if name in GUARDIANS else {name}
    adults = {row[0] for row in GUARDIANS.values() if children & set(row[4])}
    of_children = {
        number for child in children for number in (STUDENTS[child][0], UNITS[STUDENTS[child][3]][0])
    }
    return of_children | adults | COLLEAGUES


@pytest.mark.requirement("R-016", "R-017")
async def test_no_button_forged_by_a_family_breaks_leaks_or_changes_anything(arena: Arena) -> None:
    stage, watcher = arena.stage, arena.watcher
    with watcher.watching():
        met = [data for role in ("teacher", "class teacher") for data in await explore(arena.attacker(role))]
        for turn, role in enumerate(ORDER):
            attacker = arena.attacker(role)
            met += await explore(attacker)
            before = await ledger.read(stage.house.store)
            await sweep(attacker, met, await known_ids(stage.house.store), turn, rows=2)
            after = await ledger.read(stage.house.store)
            own = await arena.own(attacker)
            for change in ledger.changes(before, after):
                if ledger.forbidden_to_family(change, own):
                    watcher.find(attacker.phone.id, "some button", f"changed {change}")
    for role in ORDER:
        name = FAMILIES[role]
        watcher.find_leaks(name, family(name))
    assert family("olga") & watcher.seen["olga"].keys() >= {201, 207}, "the attack did not even see its own"
    assert not watcher.findings, watcher.report()
