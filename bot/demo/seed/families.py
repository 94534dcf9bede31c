"""Families, and who of them connected the diary."""

from datetime import timedelta

from bot.demo.names import FullName
from bot.demo.roster import HEROES
from bot.demo.seed.draft import EPOCH, LONG_AGO, Draft, Phone, Row, person_row
from journal.access.consent import ASKED_AT_BINDING, VERSION, ConsentKind
from journal.model.access import BindingKind
from journal.model.people import Capacity
from journal.model.profile import ChangeStatus, Field
from journal.model.subscriptions import Mode, Topic
from storage.tables import access, outbox, people

# Those who look into the diary of the first phone's elder child.
FAMILY = ("olga", "igor", "anya")
# The share of families that connected the diary.
CONNECTED = 0.72
HERO_ACCOUNTS = {
    "olga": 1001,
    "igor": 1002,
    "anya": 1003,
    "anna": 2001,
    "maria": 3001,
    "pavel": 4001,
    "director": 4002,
    "administrator": 4003,
    "secretary": 4004,
}


async def write_families(draft: Draft) -> None:
    guardians: dict[int, FullName] = {}
    children: list[tuple[int, int]] = []
    for item in draft.roster.classes:
        for student in item.students:
            for number, name in student.guardians:
                guardians[number] = name
                children.append((number, student.id))
    await draft.rows(people.people, (person_row(number, name) for number, name in guardians.items()))
    await draft.rows(
        people.guardianships,
        (
            {"guardian_id": number, "student_id": child, "capacity": Capacity.PARENT}
            for number, child in children
        ),
    )
    await draft.rows(people.contacts, (_phone(number) for number in guardians))
    _connect(draft, guardians)
    await draft.rows(
        access.accounts, (_account(draft, number, phone) for number, phone in enumerate(draft.phones, 1))
    )
    bound = [(number, child) for number, child in children if number in draft.accounts]
    staff = [teacher.id for teacher in draft.roster.teachers]
    staff += [number for number, _ in draft.roster.management.values()]
    anya = draft.roster.anya
    everybody: list[tuple[int, BindingKind, int | None]] = [
        *((number, BindingKind.GUARDIAN, child) for number, child in bound),
        *((number, BindingKind.STAFF, None) for number in staff),
        (anya, BindingKind.STUDENT, anya),
    ]
    await draft.rows(access.bindings, (_binding(draft, *who) for who in everybody))
    await draft.rows(people.profile_changes, _changes(draft, bound))
    await draft.rows(outbox.subscriptions, _subscriptions(draft, bound))
    await draft.rows(
        access.consents, (_consent(draft, *pair, kind) for pair in bound for kind in ASKED_AT_BINDING)
    )


def _connect(draft: Draft, guardians: dict[int, FullName]) -> None:
    staff = {teacher.id: teacher.name for teacher in draft.roster.teachers}
    staff |= dict(draft.roster.management.values())
    anya = {draft.roster.anya: HEROES["anya"]}
    for number, name in [*staff.items(), *anya.items(), *guardians.items()]:
        hero = draft.roster.heroes.get(number)
        if hero or number in staff or draft.random.random() < CONNECTED:
            draft.accounts[number] = len(draft.accounts) + 1
            draft.phones.append(Phone(HERO_ACCOUNTS[hero] if hero else 700_000_000 + number, name, hero))


def _subscriptions(draft: Draft, bound: list[tuple[int, int]]) -> list[Row]:
    """The parent of the first phone has chosen to hear of marks and homework at once."""
    return [
        {
            "account_id": draft.accounts[number],
            "student_id": child,
            "kind": topic,
            "mode": Mode.AT_ONCE,
            "changed_at": LONG_AGO,
        }
        for number, child in bound
        if draft.roster.heroes.get(number) == "olga"
        for topic in (Topic.MARKS, Topic.HOMEWORK)
    ]


def _phone(number: int) -> Row:
    """A number of a range that belongs to nobody."""
    return {"person_id": number, "kind": Field.PHONE, "value": f"+70000{number:06}", "confirmed_at": LONG_AGO}


def _changes(draft: Draft, bound: list[tuple[int, int]]) -> list[Row]:
    """A family of the class of the first phone has moved house, and waits for the class teacher's yes."""
    classes = {child.id: item for item in draft.roster.classes for child in item.students}
    home = classes[draft.roster.anya]
    number, child = next(
        pair for pair in bound if classes[pair[1]] is home and pair[0] not in draft.roster.heroes
    )
    moved = {"field": Field.ADDRESS, "before": "", "value": "Тула, Садовая ул., д. 5, кв. 10"}
    return [
        {
            "person_id": child,
            "student_id": child,
            "requested_by": draft.accounts[number],
            "requested_at": EPOCH - timedelta(hours=15),
            "changes": moved,
            "status": ChangeStatus.ASKED,
        }
    ]


def _account(draft: Draft, number: int, phone: Phone) -> Row:
    return {
        "id": number,
        "platform": "telegram",
        "platform_id": str(phone.platform_id),
        "locale": "ru",
        "created_at": LONG_AGO,
        "last_seen_at": EPOCH - timedelta(days=draft.random.randrange(1, 14)),
        "student_id": draft.roster.anya if phone.hero in FAMILY else None,
    }


def _binding(draft: Draft, number: int, kind: BindingKind, child: int | None) -> Row:
    return {
        "account_id": draft.accounts[number],
        "kind": kind,
        "person_id": number,
        "student_id": child,
        "capacity": Capacity.PARENT if kind is BindingKind.GUARDIAN else None,
        "bound_at": LONG_AGO,
        "news_since": LONG_AGO,
    }


def _consent(draft: Draft, number: int, child: int, kind: ConsentKind) -> Row:
    return {
        "account_id": draft.accounts[number],
        "person_id": number,
        "student_id": child,
        "kind": kind,
        "version": VERSION,
        "given_at": LONG_AGO,
        "paper_received_at": LONG_AGO,
    }
