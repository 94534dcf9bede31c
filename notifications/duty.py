"""Who of the school is told: class teachers, deputy heads, administrators, by their accounts."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from journal.model.people import Child, Role
from notifications.house import Round
from storage import listeners


@dataclass(frozen=True, slots=True)
class Duty:
    """The accounts of those on duty."""

    class_teachers: dict[int, list[int]]
    heads: list[int]
    administrators: list[int]

    @property
    def accounts(self) -> list[int]:
        """Everybody, each once."""
        teachers = [account for group in self.class_teachers.values() for account in group]
        return list(dict.fromkeys([*teachers, *self.heads, *self.administrators]))

    def for_child(self, child: Child | None) -> Iterator[int]:
        """The class teacher of the child; the administrator where there is none."""
        accounts = self.class_teachers.get(child.unit_id or 0) if child is not None else None
        yield from accounts or self.administrators


async def on_duty(round_: Round, children: Collection[Child | None]) -> Duty:
    """Whoever answers for these children today; four statements."""
    units = {child.unit_id for child in children if child is not None and child.unit_id is not None}
    teachers = await listeners.holders(round_.db, Role.CLASS_TEACHER, round_.today, units)
    deputies = await listeners.holders(round_.db, Role.DEPUTY_HEAD, round_.today)
    admins = await listeners.holders(round_.db, Role.ADMINISTRATOR, round_.today)
    everyone = [*teachers.values(), *deputies.values(), *admins.values()]
    phones = await listeners.staff(round_.db, {person for group in everyone for person in group})

    def accounts(persons: Collection[int]) -> list[int]:
        return [account for person in persons for account in phones.get(person, ())]

    return Duty(
        class_teachers={unit: accounts(persons) for unit, persons in teachers.items() if unit is not None},
        heads=accounts([person for group in deputies.values() for person in group]),
        administrators=accounts([person for group in admins.values() for person in group]),
    )


async def head_phones(round_: Round, units: Collection[int]) -> dict[int, list[int]]:
    """The accounts of the class teachers, by class."""
    heads = await listeners.holders(round_.db, Role.CLASS_TEACHER, round_.today, units)
    phones = await listeners.staff(round_.db, {person for group in heads.values() for person in group})
    return {
        unit: [account for person in group for account in phones.get(person, ())]
        for unit, group in heads.items()
        if unit is not None
    }
