"""What use cases need of people's own data and the changes asked for."""

from collections.abc import Collection
from typing import Protocol

from journal.model.profile import ChangeStatus, Field, KeptLetter, KeptNotice, Profile, ProfileChange, Stay


class Profiles(Protocol):
    async def profiles(self, person_ids: Collection[int]) -> dict[int, Profile]:
        """What the register holds of these people, by id; two statements."""
        ...

    async def change(self, change_id: int) -> ProfileChange | None:
        """A change asked for by somebody who still stands for the child, or decided already."""
        ...

    async def open_changes(self, student_ids: Collection[int]) -> list[ProfileChange]:
        """The changes that wait for the class teacher, of askers who still stand for these students."""
        ...

    async def asked_today(self, account_id: int) -> int:
        """How many changes that account has asked for since yesterday at this time."""
        ...

    async def ask(self, student_id: int, person_id: int, field: Field, before: str, value: str) -> int:
        """Keep the acting account's wish; returns its id."""
        ...

    async def settle(self, change_id: int, status: ChangeStatus) -> bool:
        """Decide on a change that still waits; whether it did."""
        ...

    async def stays(self, student_id: int) -> list[Stay]:
        """The classes and groups the student belonged to, oldest first."""
        ...

    async def letters(self, person_id: int, student_id: int) -> list[KeptLetter]:
        """What the person and the school wrote to each other about the student, oldest first."""
        ...

    async def notices(self, person_id: int, student_id: int) -> list[KeptNotice]:
        """The notices that were for the person, about the student or about nobody, oldest first."""
        ...

    async def write(self, person_id: int, field: Field, value: str) -> None:
        """Put the value into the register."""
        ...
