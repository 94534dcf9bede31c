"""What is wrong with a file: problems by row and column, and the one refusal that ends an import."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from journal.errors import InvalidError


class Severity(StrEnum):
    """An error leaves its row out; a warning and a note leave the row in."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Refusal(StrEnum):
    """Why a whole file is refused: nothing of it is read further and nothing is saved."""

    EMPTY = "empty"
    NOT_FOUND = "not_found"
    # The messenger has it no longer, or for the moment.
    NOT_GIVEN_OUT = "not_given_out"
    TOO_BIG = "too_big"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_CELLS = "too_many_cells"
    TOO_MANY_FORMULAS = "too_many_formulas"
    TOO_MANY_FILES = "too_many_files"
    ZIP_BOMB = "zip_bomb"
    ZIP_ENCRYPTED = "zip_encrypted"
    ZIP_UNSAFE_NAME = "zip_unsafe_name"
    XML_DECLARATIONS = "xml_declarations"
    MACROS = "macros"
    OLD_EXCEL = "old_excel"
    PICTURE = "picture"
    BROKEN = "broken"
    UNKNOWN_FORMAT = "unknown_format"
    NOTHING_RECOGNISED = "nothing_recognised"
    # What a lesson plan cannot be read from: a document of another kind, a table without topics.
    NO_PLAN = "no_plan"
    NO_TOPICS = "no_topics"


class Code(StrEnum):
    """What is wrong at one place of a file, or between its rows."""

    HEADER_GUESSED = "header_guessed"
    HEADER_UNKNOWN = "header_unknown"
    HEADER_REPEATED = "header_repeated"
    HEADER_MISSING = "header_missing"
    SHEET_UNKNOWN = "sheet_unknown"
    FILE_IGNORED = "file_ignored"
    VALUE_MISSING = "value_missing"
    VALUE_NOT_DATE = "value_not_date"
    VALUE_NOT_TIME = "value_not_time"
    VALUE_NOT_NUMBER = "value_not_number"
    VALUE_OUT_OF_RANGE = "value_out_of_range"
    VALUE_UNKNOWN = "value_unknown"
    VALUE_TOO_LONG = "value_too_long"
    FORMULA = "formula"
    MASK_UNREADABLE = "mask_unreadable"
    ROLE_UNKNOWN = "role_unknown"
    ROLE_NOT_GIVEN = "role_not_given"
    KEY_REPEATED = "key_repeated"
    REFERENCE_UNKNOWN = "reference_unknown"
    REFERENCE_AMBIGUOUS = "reference_ambiguous"
    MATCH_AMBIGUOUS = "match_ambiguous"
    CARD_UNPLACED = "card_unplaced"
    LESSON_WITHOUT_CLASS = "lesson_without_class"
    LESSON_WITHOUT_TEACHER = "lesson_without_teacher"
    TEACHERS_BEYOND_TWO = "teachers_beyond_two"
    STUDENT_WITHOUT_CLASS = "student_without_class"
    SEVERAL_SCHOOLS = "several_schools"
    ENCODING_GUESSED = "encoding_guessed"
    SLOT_UNKNOWN = "slot_unknown"
    TEACHER_TWICE = "teacher_twice"
    ROOM_TWICE = "room_twice"
    UNIT_TWICE = "unit_twice"
    PLAN_HOURS_DIFFER = "plan_hours_differ"
    WORKLOAD_MISSING = "workload_missing"
    CURRICULUM_MISSING = "curriculum_missing"
    PERIODS_OVERLAP = "periods_overlap"
    LESSONS_AFTER_DEADLINE = "lessons_after_deadline"
    SUBGROUPS_NOT_IN_RULES = "subgroups_not_in_rules"
    TERMS_UNKNOWN = "terms_unknown"
    YEAR_ASSUMED = "year_assumed"
    GUARDIAN_NOT_LISTED = "guardian_not_listed"
    CLOSING_WITHHELD = "closing_withheld"
    MORE_PROBLEMS = "more_problems"
    PAGE_NOT_OWN = "page_not_own"


class ImportRefused(InvalidError):  # noqa: N818 - a verdict on a file, and reads as one
    """The whole file is refused; `refusal` says why, `params` fill the sentence that the screen chooses."""

    def __init__(self, refusal: Refusal, **params: Any) -> None:
        self.refusal = refusal
        super().__init__(f"import_{refusal}", **params)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in which file: `row` as a reader of the file counts (from 1), `column` its header or letter.

    For XML the row is the line and the column the attribute's name.
    """

    file: str
    row: int = 0
    column: str = ""

    def at(self, column: str) -> "Place":
        return Place(self.file, self.row, column)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right: a code with parameters, never a sentence."""

    place: Place
    code: Code
    severity: Severity = Severity.ERROR
    params: Mapping[str, Any] = field(default_factory=dict)
