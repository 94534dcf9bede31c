"""The page `docs/jobs.md`: every job with its moment and its clauses, and what no job does yet."""

from collections.abc import Iterable
from datetime import timedelta

from notifications.jobs.job import Job
from notifications.jobs.table import JOBS

HOUR = timedelta(hours=1)
HEAD = """# What happens by the clock

Every job runs once for each of its moments on the school's own wall clock, whatever restarts, ticks late or
runs twice at a time; where spring has no such minute it runs an hour later by the clock, where autumn has
two, at the first. What was missed while nothing ran is made up for as long as it still helps (“late by at
most”); of the jobs marked *last*, only the last missed moment counts. This page is
`notifications.jobs.page.document()`; a test holds it, and that it leaves no requirement out that speaks of a
job, a reminder or a prompt.

| job | what it does | moment | late by at most | requirement | clauses |
|---|---|---|---|---|---|
"""
AWAITED = """
## What waits for its area

The regulations set these by the clock too; what they would speak of is not built yet.

| requirement | what and when | clauses |
|---|---|---|
"""
ELSEWHERE = """
## What needs no job

Marks, homework and notices kept for a card or for the evening are queued with the moment at which they go;
so is what quiet hours hold back. Deadlines of entry need nobody to close them: they are judged by the moment
at which an entry reached the bot. Outages are watched by the process itself and not by the school's clock
(R-138).
"""
# What the regulations want at a moment of the calendar, of areas that are not there.
NOT_YET: dict[str, tuple[str, str]] = {
    "R-113": ("an analysis of journal keeping for the teachers' board, every week", "S0 §4.2-DH1, §5.1"),
    "R-114": ("the month's analysis for the director, every month", "S0 §4.2-DH2, §4.2-DH5"),
    "R-115": ("a report of users' activity, on days 20 to 23 of a month", "S3 §4.4-D8, §6.2, §6.1bis"),
    "R-116": ("the director is asked to control the journal, every month", "S3 §5.3; S4 §4.2-D2"),
    "R-118": ("the note on an inspection, three working days after it", "S3 §6.4; S1 §6.2"),
    "R-127": ("the book of the year, by 30 June", "S3 §6.6"),
    "R-130": (
        "the journal is archived, at the end of each period and year",
        "S2 §1-1; S3 §4.4-D9, §5.2, §5.3",
    ),
    "R-136": ("a backup every week, an alarm after two", "S4 §4.2-A6"),
    "R-144": ("whether the year is set up, by 5 September", "S2 §3-2; S3 §4.2-D2, §4.4-R4"),
}


def document() -> str:
    """The whole page."""
    rows = "".join(_row(job) for job in JOBS)
    awaited = "".join(f"| {name} | {said} | {clauses} |\n" for name, (said, clauses) in NOT_YET.items())
    return HEAD + rows + AWAITED + awaited + ELSEWHERE


def _row(job: Job) -> str:
    said = " ".join((job.run.__doc__ or "").split("\n\n")[0].split())
    does = said.partition(" (R-")[0].rstrip(".")
    late = _span(job.grace) + (", *last*" if job.latest_only else "")
    cells = [f"`{job.name}`", does, job.times.said, late, *_joined(job.keeps, job.keeps.values())]
    return f"| {' | '.join(cells)} |\n"


def _joined(*parts: Iterable[str]) -> list[str]:
    return ["<br>".join(part) for part in parts]


def _span(grace: timedelta) -> str:
    count, unit = (grace // HOUR, "hour") if grace < timedelta(days=1) else (grace.days, "day")
    return f"{count} {unit}{'' if count == 1 else 's'}"
