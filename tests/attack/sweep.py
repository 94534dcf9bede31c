"""A sweep: one person presses every button there is, its own, other people's, forged and mutated ones."""

import os
from collections.abc import Sequence
from functools import cache

from sqlalchemy import select

from storage.tables import metadata
from storage.unit_of_work import SqlStore
from tests.attack.crowd import ROLES, Attacker, handled
from tests.attack.forgery import GARBAGE, Ids, classes, forged, mutants
from tests.attack.routes import commands
from tests.support.school import TODAY, lesson_id, student_id

# ATTACK=full presses everything for everybody, ten times as much; by default each role has its share of it.
FULL = os.environ.get("ATTACK") == "full"
MUTANTS = 1000 if FULL else 10
EXPLORED = 60 if FULL else 15
MET = 10_000 if FULL else 50
SAMPLE = 5

# Fields whose table has another name than theirs.
TABLES = {
    "person": "people",
    "guardian": "guardianships",
    "note": "absence_notes",
    "row": "plan_rows",
    "due": "lessons",
    "of": "units",
    "draft": "imports",
    "change": "profile_changes",
}
# Where it matters which: one of each family and class, lessons of every teacher, now, gone and ahead.
CHOSEN = {
    "student": [str(student_id(name)) for name in ("anya", "egor", "lev", "petya", "masha")],
    "lesson": [
        str(lesson_id(unit, TODAY.replace(day=day), slot))
        for unit, day, slot in (
            ("7Б", 14, 2),
            ("7Б", 14, 1),
            ("7А", 14, 3),
            ("7Б", 15, 1),
            ("1А", 14, 2),
            ("7Б", 6, 2),
        )
    ],
}
# The buttons of codes and consent may end the attacker's own access, so they are pressed last.
ENDING = "handlers.access"
# Those of them that only show something or ask for a text.
PEACEFUL = frozenset(
    {"ac", "ac-class", "ac-child", "ac-adult", "ac-own", "ac-my", "ac-data", "ac-edit", "ac-val", "ac-form"}
)


async def known_ids(store: SqlStore) -> Ids:
    """Ids that exist, by the names of the fields of buttons."""
    found: dict[str, Sequence[str]] = {}
    async with store.connection() as db:
        for name in {field for cls in classes() for field in cls.model_fields} - CHOSEN.keys():
            table = metadata.tables.get(TABLES.get(name, f"{name}s"), metadata.tables.get(name))
            if table is None:
                continue
            key = table.c.guardian_id if name == "guardian" else next(iter(table.primary_key))
            ids = list(await db.scalars(select(key).distinct().order_by(key)))
            if ids:
                found[name] = [str(number) for number in ids[:: max(1, len(ids) // SAMPLE)]]
    return {**found, **CHOSEN}


async def explore(attacker: Attacker, limit: int = EXPLORED) -> list[str]:
    """Walk through the bot as people do; returns every button met, one of each look."""
    for command in ("start", *commands()):
        await attacker.say(f"/{command}")
    await handled(attacker.stage)
    met: dict[str, tuple[int, str]] = {}
    pressed: set[str] = set()
    while len(pressed) < limit:
        for message in attacker.phone.messages:
            for button in message.pressable:
                if button.data:
                    met.setdefault(look(button.data), (message.id, button.data))
        waiting = [item for item in met.items() if item[0] not in pressed and not ends_access(item[1][1])]
        if not waiting:
            break
        name, (message_id, data) = waiting[0]
        pressed.add(name)
        await attacker.press_all(message_id, [data])
    return [data for _, data in met.values()]


def look(data: str) -> str:
    """The button with its numbers left out: the same kind of button with the same intention."""
    return ":".join("#" if part.isdecimal() else part for part in data.split(":"))


def ends_access(data: str) -> bool:
    """Whether the button may end the attacker's own access."""
    return data.partition(":")[0] in _ending()


@cache
def _ending() -> frozenset[str]:
    return frozenset(cls.__prefix__ for cls in classes() if cls.__module__.startswith(ENDING)) - PEACEFUL


@cache
def _mutants() -> list[str]:
    """Mutated buttons enough for every role, drawn once: drawing takes its time."""
    seeds = sorted({data for cls in classes() for data in forged(cls, CHOSEN, 0)})
    return mutants(seeds, MUTANTS * len(ROLES), 1)


async def sweep(attacker: Attacker, met: Sequence[str], ids: Ids, turn: int, rows: int) -> None:
    """Press buttons `met` by anybody, and forged ones of every kind, on the attacker's own screen.

    `turn` chooses the role's share: `rows` of each kind, some of those met, some mutants.
    """
    screen = await attacker.enter()
    made = [data for cls in classes() for data in _share(list(forged(cls, ids, turn)), turn, rows)]
    strange = [*_mutants()[turn :: len(ROLES)], *(GARBAGE if FULL or turn == 0 else ())]
    buttons = dict.fromkeys([*_share(list(met), turn, MET), *made, *strange])
    await attacker.press_all(screen, sorted(buttons, key=ends_access))
    await handled(attacker.stage)


def _share(rows: list[str], turn: int, many: int) -> list[str]:
    """So many of the rows, others for each turn, spread from the first to the last."""
    if FULL or len(rows) <= many:
        return rows
    step = len(rows) // many
    return [rows[(turn + place * step) % len(rows)] for place in range(many)]
