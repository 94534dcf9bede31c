"""As whom the acting account is linked to a diary, and on which phones besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.errors import NotFoundError
from journal.model.codes import Binding

if TYPE_CHECKING:
    from journal.ports import Work


@dataclass(frozen=True, slots=True)
class Mine:
    binding: Binding
    # Every phone of the same person, this one among them.
    phones: Sequence[Binding]

    @property
    def person_id(self) -> int:
        return self.binding.person_id


async def mine_of(work: Work, student_id: int) -> Mine:
    """Raises `NotFoundError` for a diary the acting account is not linked to."""
    held = await work.access.bindings_of([student_id])
    here = next((one for one in held if one.account_id == work.actor.account_id), None)
    if here is None:
        raise NotFoundError(kind="student")
    same = [one for one in held if one.person_id == here.person_id and one.kind is here.kind]
    return Mine(here, same)
