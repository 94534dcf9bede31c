"""Reading a file from outside, whatever it is called: its content says which format it has."""

from collections.abc import Mapping
from pathlib import Path

from journal.imports.formats.archive import opened, unpacked
from journal.imports.limits import DEFAULT_LIMITS, Limits, Progress, silent
from journal.imports.problems import ImportRefused, Refusal
from journal.imports.staging import SchoolImport

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def read_path(path: Path, limits: Limits = DEFAULT_LIMITS, progress: Progress = silent) -> SchoolImport:
    """Stage a file, or a folder of CSV files. Raises `ImportRefused`."""
    try:
        if path.is_dir():
            return _read_csvs(_folder(path, limits), limits, progress)
        if path.stat().st_size > limits.file_bytes:
            raise ImportRefused(Refusal.TOO_BIG, limit=limits.file_bytes)
        data = path.read_bytes()
    except OSError as error:
        raise ImportRefused(Refusal.NOT_FOUND) from error
    return read_bytes(path.name, data, limits, progress)


def read_bytes(
    name: str, data: bytes, limits: Limits = DEFAULT_LIMITS, progress: Progress = silent
) -> SchoolImport:
    """Stage what arrived as one document; `name` only stands in problems. Raises `ImportRefused`."""
    if not data.strip():
        raise ImportRefused(Refusal.EMPTY)
    if len(data) > limits.file_bytes:
        raise ImportRefused(Refusal.TOO_BIG, limit=limits.file_bytes)
    if data.startswith(_OLD_OFFICE):
        raise ImportRefused(Refusal.OLD_EXCEL)
    if data.startswith(_PICTURES):
        raise ImportRefused(Refusal.PICTURE)
    if data.startswith(b"%PDF-"):
        raise ImportRefused(Refusal.UNKNOWN_FORMAT)
    if data.startswith(_ZIP):
        return _read_zip(name, data, limits, progress)
    if _is_xml(data):
        from journal.imports.formats.asc import read_asc

        return read_asc(name, data, limits, progress)
    return _read_csvs({name: data}, limits, progress)


def _read_zip(name: str, data: bytes, limits: Limits, progress: Progress) -> SchoolImport:
    """A workbook, an export in CSV files, or one zipped file."""
    with opened(data, limits) as archive:
        members = [member for member in archive.namelist() if not member.endswith("/")]
        if "[Content_Types].xml" in members:
            inside = None
        else:
            inside = {each: unpacked(archive, each) for each in members if not _is_hidden(each)}
    if inside is None:
        from journal.imports.formats.xlsx import read_workbook

        return read_workbook(name, data, limits, progress)
    if any(each.lower().endswith(".csv") for each in inside):
        return _read_csvs(inside, limits, progress)
    if len(inside) == 1:
        ((member, content),) = inside.items()
        if _is_xml(content):
            return read_bytes(member, content, limits, progress)
    raise ImportRefused(Refusal.UNKNOWN_FORMAT)


def _read_csvs(files: Mapping[str, bytes], limits: Limits, progress: Progress) -> SchoolImport:
    """OneRoster where the files are called so; one file alone may also be a sheet of ours."""
    from journal.imports.formats.oneroster import read_oneroster
    from journal.imports.formats.xlsx import read_sheet_csv

    try:
        return read_oneroster(files, limits, progress)
    except ImportRefused as refused:
        if refused.refusal is not Refusal.NOTHING_RECOGNISED or len(files) > 1:
            raise
    ((name, data),) = files.items()
    return read_sheet_csv(name, data, limits, progress)


def _folder(path: Path, limits: Limits) -> dict[str, bytes]:
    files = sorted(each for each in path.glob("*.[cC][sS][vV]") if each.is_file())
    if not files:
        raise ImportRefused(Refusal.NOTHING_RECOGNISED)
    if len(files) > limits.members:
        raise ImportRefused(Refusal.TOO_MANY_FILES, limit=limits.members)
    if sum(each.stat().st_size for each in files) > limits.unpacked_bytes:
        raise ImportRefused(Refusal.TOO_BIG, limit=limits.unpacked_bytes)
    return {each.name: each.read_bytes() for each in files}


def _is_xml(data: bytes) -> bool:
    head = data[:200]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip().startswith(b"<")


def _is_hidden(name: str) -> bool:
    """What file managers put beside the files."""
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
