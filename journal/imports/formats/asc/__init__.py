"""Reading an aSc Timetables XML export, of the 2008 and the 2012 layout."""

from journal.imports.formats.asc import catalogue, timetable
from journal.imports.formats.asc.elements import read_elements
from journal.imports.formats.decoding import declared_encoding, decoded
from journal.imports.limits import Limits, Progress
from journal.imports.problems import Code, Place
from journal.imports.rows import Kind, Source
from journal.imports.staging import SchoolImport, Staging

# What an export of the timetable lists in full; its students and their groups often stay unexported.
_COMPLETE = (
    Kind.SUBJECT,
    Kind.ROOM,
    Kind.STAFF,
    Kind.CLASS,
    Kind.SUBGROUP,
    Kind.WORKLOAD,
    Kind.LESSON,
    Kind.BELL,
)


def read_asc(file: str, data: bytes, limits: Limits, progress: Progress) -> SchoolImport:
    """Stage what an aSc export says; raises `ImportRefused` where it is no sound XML."""
    declared = declared_encoding(data)
    text, encoding = decoded(data, declared)
    staging = Staging(Source.ASC, limits)
    if encoding not in ("utf-8", "utf-8-sig", "utf-16", declared):
        staging.note(Code.ENCODING_GUESSED, Place(file, 1), encoding=encoding)
    elements = read_elements(file, text, limits, progress)
    shifts = catalogue.stage(elements, staging)
    timetable.stage(elements, shifts, staging)
    staging.complete.update(_COMPLETE)
    if elements.of("student"):
        staging.complete.add(Kind.STUDENT)
    return staging.build()
