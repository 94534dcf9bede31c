"""What an import says that the school's regulation does not know is warned of, and loaded all the same."""

from journal.imports.formats import read_path
from journal.imports.measuring import measured
from journal.imports.problems import Code, Severity
from journal.imports.rows import SubgroupRow
from journal.regulation import preset
from tests.imports.support import FIXTURES


def test_subgroups_are_warned_of_where_only_a_whole_class_has_a_page() -> None:
    staged = read_path(FIXTURES / "asc" / "two-classes.xml")
    told = {name: measured(staged, preset(name)) for name in ("s0", "s3")}
    assert told["s3"] is staged
    (problem,) = told["s0"].problems[len(staged.problems) :]
    assert (problem.code, problem.severity) == (Code.SUBGROUPS_NOT_IN_RULES, Severity.WARNING)
    assert problem.params["count"] == len(staged.of(SubgroupRow))
