"""The page of the jobs says what the code does, rests on the clauses it names, and leaves none out."""

import re
from pathlib import Path

from notifications.jobs import JOBS
from notifications.jobs.page import NOT_YET, document

DOCS = Path(__file__).parents[2] / "docs"
TIMED = re.compile(r"\bjobs?\b|reminds?\b|reminder|\bprompt with|alert; export", re.IGNORECASE)
# The outbox itself and the process's own watch; see «What needs no job».
WITHOUT_A_CLOCK = {"R-138"}


def _requirements() -> dict[str, tuple[str, str]]:
    """By number: the sources, and the form in the bot."""
    lines = (DOCS / "requirements.md").read_text("utf-8").splitlines()
    cells = ([cell.strip() for cell in line.split("|")] for line in lines if line.startswith("| R-"))
    return {row[1]: (row[3], row[5]) for row in cells}


def test_the_page_is_what_the_code_would_write_today() -> None:
    assert (DOCS / "jobs.md").read_text("utf-8") == document(), (
        "write notifications.jobs.page.document() into docs/jobs.md"
    )


def test_every_clause_a_job_names_is_a_source_of_its_requirement() -> None:
    known = _requirements()
    named = [pair for job in JOBS for pair in job.keeps.items()]
    named += [(number, clauses) for number, (_, clauses) in NOT_YET.items()]
    assert [pair for pair in named if pair[1] not in known[pair[0]][0]] == []


def test_every_requirement_that_speaks_of_a_job_has_one_or_is_said_to_wait() -> None:
    timed = {number for number, (_, form) in _requirements().items() if TIMED.search(form)}
    kept = {number for job in JOBS for number in job.keeps}
    assert timed - kept - WITHOUT_A_CLOCK == set(NOT_YET)
    assert all(job.keeps for job in JOBS)
