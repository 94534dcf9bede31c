"""Whom a family writes to."""

from dataclasses import dataclass

from journal.model.messages import Office


@dataclass(frozen=True, slots=True)
class Addressee:
    """A teacher or the class teacher by person, or the administration, which is nobody in particular."""

    office: Office
    staff_id: int | None = None
