"""Reading OneRoster CSV, 1.1 and 1.2, and Microsoft's dialect of it (SDS v2.1)."""

from collections.abc import Mapping

from journal.imports.formats.oneroster import people, sections, sessions
from journal.imports.formats.oneroster.export import Export
from journal.imports.limits import Limits, Progress
from journal.imports.problems import ImportRefused, Refusal
from journal.imports.rows import Kind, Source
from journal.imports.staging import SchoolImport, Staging

# The files whose full export lists every row of these kinds.
_LISTS = {
    "users": (Kind.STAFF, Kind.STUDENT, Kind.GUARDIAN, Kind.KINSHIP),
    "classes": (Kind.CLASS, Kind.SUBGROUP),
    "enrollments": (Kind.WORKLOAD,),
    "courses": (Kind.SUBJECT,),
}


def read_oneroster(files: Mapping[str, bytes], limits: Limits, progress: Progress) -> SchoolImport:
    """Stage what the CSV files of one export say; raises `ImportRefused` where none is OneRoster's."""
    staging = Staging(Source.ONEROSTER, limits)
    export = Export(files, limits, staging)
    if not export.names & {"users", "classes", "academicsessions"}:
        raise ImportRefused(Refusal.NOTHING_RECOGNISED)
    steps = (sessions.stage, people.stage, sections.stage)
    for done, step in enumerate(steps, start=1):
        step(export, staging)
        progress(done, len(steps))
    for name, kinds in _LISTS.items():
        if export.is_full(name):
            staging.complete.update(kinds)
    return staging.build()
