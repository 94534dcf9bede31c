"""What stands in the tables before and after an attack, and which changes the attacker had no right to."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from storage.tables import metadata
from storage.unit_of_work import SqlStore

Row = Mapping[str, Any]
Ledger = dict[str, dict[tuple[Any, ...], Row]]

# What every update moves, allowed or not: the bot's own machinery and its logs.
MACHINERY = frozenset(
    {
        "inbox",
        "outbox",
        "events",
        "threads",
        "job_runs",
        "audit",
        "refusals",
        "attempts",
        "access_events",
        "input_states",
        # Signs of life of the bot itself, and what it noticed of its own outages.
        "watch",
        "outages",
        # Buttons of a chat's own screens, found from there alone.
        "folds",
        # What was drawn once and need not be sent again.
        "pictures",
    }
)
# What a family may change at all, its own rows only.
FAMILY = frozenset(
    {
        "accounts",
        "bindings",
        "consents",
        "absence_notes",
        "homework_done",
        "notice_recipients",
        "subscriptions",
        "destinations",
        "diary_visits",
        "tickets",
        "print_requests",
        "conversations",
        "conversation_members",
        "messages",
        "profile_changes",
    }
)
# What nobody writes but who keeps the lesson, and what the class teacher writes beside.
PAGES = frozenset(
    {"lessons", "homework", "homework_drafts", "works", "marks", "mark_drafts", "mark_revisions"}
)
REGISTERS = frozenset({"registers", "register_drafts", "attendance"})
# Columns that say whose a row is.
OWNERS = ("account_id", "person_id", "student_id", "author_id", "guardian_id")
UNWATCHED = {"accounts": {"commands", "last_seen_at", "unreachable_at", "blocked_at"}}


@dataclass(frozen=True, slots=True)
class Change:
    """One row that came, went or was changed; `row` as it is now, or as it was where it is gone."""

    table: str
    row: Row
    before: Row | None

    def __str__(self) -> str:
        if self.before is None:
            return f"{self.table}: new {dict(self.row)}"
        changed = {
            name: f"{self.before[name]!r} → {value!r}"
            for name, value in self.row.items()
            if self.before[name] != value
        }
        key = self.row.get("id", self.row.get("lesson_id"))
        return f"{self.table} {key}: {changed or 'gone'}"


async def read(store: SqlStore) -> Ledger:
    """Every row of every table but the machinery's."""
    ledger: Ledger = {}
    async with store.connection() as db:
        for table in metadata.sorted_tables:
            if table.name in MACHINERY:
                continue
            hidden = UNWATCHED.get(table.name, set())
            keys = [column.name for column in table.primary_key]
            rows = [
                {name: value for name, value in row._mapping.items() if name not in hidden}
                for row in await db.all(table.select())
            ]
            ledger[table.name] = {tuple(row[key] for key in keys): row for row in rows}
    return ledger


def changes(before: Ledger, after: Ledger) -> Iterator[Change]:
    """What differs between the two."""
    for table, rows in after.items():
        old = before[table]
        for key, row in rows.items():
            if row != old.get(key):
                yield Change(table, row, old.get(key))
        for key in old.keys() - rows.keys():
            yield Change(table, old[key], old[key])


def forbidden_to_family(change: Change, own: Collection[int]) -> bool:
    """Whether somebody whose account, person and children are `own` had no right to that change."""
    if change.table not in FAMILY:
        return True
    named = ("id",) if change.table == "accounts" else OWNERS
    return any(change.row[name] not in own for name in named if change.row.get(name) is not None)


@dataclass(frozen=True, slots=True)
class Reach:
    """The lessons a member of staff keeps, and those of the classes it heads."""

    kept: frozenset[int]
    headed: frozenset[int]


def forbidden_to_staff(change: Change, reach: Reach, now: Ledger) -> bool:
    """Whether it is an entry about a lesson that is neither kept nor, for a register, of a class headed."""
    if change.table not in PAGES | REGISTERS:
        return False
    allowed = reach.kept | reach.headed if change.table in REGISTERS else reach.kept
    return not allowed & set(_lessons_of(change.table, change.row, now))


def given_back(change: Change) -> bool:
    """Whether a lesson stands as it stood: it was substituted at, and the substitution taken back."""
    if change.table != "lessons" or change.before is None:
        return False
    return {name for name, value in change.row.items() if change.before[name] != value} == {"revision"}


def rearranged(change: Change) -> bool:
    """Whether a lesson is given by somebody else, moved or cancelled: what a deputy head decides."""
    if change.table != "lessons" or change.before is None:
        return change.table == "lessons"
    changed = {name for name, value in change.row.items() if change.before[name] != value}
    return changed <= {"status", "substitute_id", "slot", "starts_at", "ends_at", "revision"}


def _lessons_of(table: str, row: Row, now: Ledger) -> Iterator[int]:
    if table == "lessons":
        yield row["id"]
    elif table == "mark_revisions":
        yield from _lessons_of("marks", now["marks"][(row["mark_id"],)], now)
    elif table == "marks":
        yield from _lessons_of("works", now["works"][(row["work_id"],)], now)
    else:
        yield row["lesson_id"]
        if row.get("given_lesson_id"):
            yield row["given_lesson_id"]
