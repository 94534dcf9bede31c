"""What every sheet's reader is: fed row by row, then told that there are no more."""

from journal.imports.formats.records import Record
from journal.imports.names import split_name
from journal.imports.problems import Code
from journal.imports.rows import Kind
from journal.imports.staging import Staging


class Reader:
    """Stages the rows of one sheet; `lists` are the kinds of which the sheet is the whole list."""

    lists: tuple[Kind, ...] = ()

    def __init__(self, staging: Staging) -> None:
        self.staging = staging

    def read(self, record: Record) -> None:
        raise NotImplementedError

    def finish(self) -> None:
        self.staging.complete.update(self.lists)


def person_name(record: Record) -> tuple[str, str, str | None] | None:
    """The three parts of a name: in three cells, or all in the first one."""
    last = record.text("last_name", required=True)
    first, middle = record.text("first_name"), record.text("middle_name")
    if last and not first:
        last, first, middle = split_name(last)
    if last and not first:
        record.fail(Code.VALUE_MISSING, "first_name")
    return (last, first, middle or None) if last and first else None
