"""The reference in `docs/regulation.md` says what the code and the presets say."""

import re
from enum import StrEnum
from pathlib import Path

from journal.model.marks import ResultKind
from journal.model.people import Role, UnitKind
from journal.model.school import PeriodKind
from journal.regulation import from_toml, values
from journal.regulation.layers import every_path
from journal.regulation.reference import document
from journal.regulation.russian import words

CHOICES: list[type[StrEnum]] = [
    kind for kind in vars(values).values() if isinstance(kind, type) and kind is not StrEnum
]
# Facts of the institution's profile, which the reference shows by an example.
UNSHOWN = {"InstitutionKind", "Founder"}
REFERENCE = Path(__file__).parents[2] / "docs" / "regulation.md"


def test_the_reference_is_what_the_code_would_write_today() -> None:
    assert REFERENCE.read_text(encoding="utf-8") == document(), (
        "write journal.regulation.reference.document() into docs/regulation.md"
    )


def test_every_parameter_has_its_place_in_the_reference() -> None:
    assert re.findall(r"^### `(.+)`$", document(), re.MULTILINE) == every_path()


def test_no_word_of_the_reference_is_left_over_or_missing() -> None:
    spoken = {name: set(table) for name, table in words()["words"].items()}
    enums: list[type[StrEnum]] = [*CHOICES, Role, UnitKind, PeriodKind, ResultKind]
    known = {enum.__name__: {str(member) for member in enum} for enum in enums}
    assert spoken == {name: choices for name, choices in known.items() if name not in UNSHOWN}
    sections = {name for name in words() if name not in ("words", "sections")}
    assert {f"{name}.{parameter}" for name in sections for parameter in words()[name]} == set(every_path())


def test_the_example_of_the_reference_is_a_file_that_loads() -> None:
    example = re.search(r"```toml\n(.*?)```", document(), re.DOTALL)
    assert example is not None
    assert from_toml(example[1]).clause("entry.deadline").words == "до 18:00 в день урока"
