"""What use cases need of the institution itself."""

from datetime import date
from typing import Protocol

from journal.model.school import School


class Institution(Protocol):
    async def exists(self) -> bool:
        """Whether this database has its school."""
        ...

    async def found(self, school: School, rules: str, year: str, starts_on: date, ends_on: date) -> None:
        """Write the school, its regulation as TOML, and its first year."""
        ...
