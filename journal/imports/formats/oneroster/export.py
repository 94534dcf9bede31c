"""The files of one export under their standard names, read row by row."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import PurePosixPath

from journal.imports.formats.csvs import csv_table
from journal.imports.formats.oneroster.layout import LAYOUTS, UNUSED_FILES
from journal.imports.formats.records import Record
from journal.imports.formats.tables import filled, match_header
from journal.imports.limits import Limits
from journal.imports.names import fold
from journal.imports.problems import Code, Place
from journal.imports.rows import Kind
from journal.imports.staging import Staging

_DELETED = "tobedeleted"


class Export:
    """Finds each file by its name, a misspelt one too, and reports those nobody knows."""

    def __init__(self, files: Mapping[str, bytes], limits: Limits, staging: Staging) -> None:
        self._limits = limits
        self._staging = staging
        self._files: dict[str, tuple[str, bytes]] = {}
        for path, data in files.items():
            self._place(PurePosixPath(path.replace("\\", "/")).name, data)
        self._modes = self._read_manifest()

    @property
    def names(self) -> set[str]:
        return set(self._files)

    def file(self, name: str) -> str:
        """The name a file really has, for problems."""
        return self._files[name][0] if name in self._files else f"{name}.csv"

    def is_full(self, name: str) -> bool:
        """Whether the file is there and lists everything, not only what changed."""
        return name in self._files and self._modes.get(name) != "delta"

    def records(self, name: str, kinds: Sequence[Kind] = ()) -> Iterator[Record]:
        """The rows of a file that stand; those marked for deletion are reported as gone from `kinds`."""
        if name not in self._files:
            return
        file, data = self._files[name]
        layout = LAYOUTS[name]
        rows = filled(csv_table(file, data, self._limits, self._staging).rows)
        first = next(rows, None)
        if first is None:
            return
        header = match_header(*first, layout.headings, self._staging, file, layout.unused)
        if header is None:
            # A file that cannot be read says nothing about what it leaves out.
            self._modes[name] = "delta"
            return
        for number, cells in rows:
            record = Record(self._staging, file, number, header, cells)
            if fold(record.text("status") or "") == _DELETED:
                self._staging.removed.update((kind, record.text("sourcedId") or "") for kind in kinds)
            else:
                yield record

    def _place(self, name: str, data: bytes) -> None:
        stem = fold(name.rsplit(".", 1)[0]).replace(" ", "")
        if not name.lower().endswith(".csv") or stem in UNUSED_FILES:
            self._staging.note(Code.FILE_IGNORED, Place(name))
            return
        known = (
            stem if stem in LAYOUTS else next(iter(get_close_matches(stem, LAYOUTS, n=1, cutoff=0.85)), None)
        )
        if known is None or known in self._files:
            self._staging.warn(Code.FILE_IGNORED, Place(name))
            return
        self._files[known] = name, data

    def _read_manifest(self) -> dict[str, str]:
        """Which files are full, which hold only changes, by the manifest of the export."""
        self._modes = {}
        said = (
            (fold(record.text("propertyName") or ""), fold(record.text("value") or ""))
            for record in self.records("manifest")
        )
        return {name.removeprefix("file "): value for name, value in said if name.startswith("file ")}
