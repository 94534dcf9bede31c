"""Marks typed in one line, against a class list with look-alikes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.marks import brush
from journal.marks.typed import match, read
from journal.model.attendance import Presence
from journal.model.painting import MarkDraft, Obscurity
from journal.model.people import Person
from journal.regulation import preset

CLASS = [
    Person(1, "Иванов", "Пётр"),
    Person(2, "Иванова", "Аня"),
    Person(3, "Ёлкин", "Борис"),
    Person(4, "Петров", "Илья"),
    Person(5, "Петров", "Антон"),
    Person(6, "Сидорова", "Дина"),
    Person(7, "Мамин-Сибиряк", "Лев"),
]
PALETTE = brush.palette(preset("s3"))
ABSENT, LATE = Presence.ABSENT, Presence.LATE


def test_the_line_of_the_manual_is_understood() -> None:
    said = read("Иванов 5, Петров И 4 3, нет: Сидорова", CLASS, PALETTE)
    assert said.marks == ((1, ("5",)), (4, ("4", "3")))
    assert said.presence == ((6, ABSENT),)
    assert (said.doubts, said.unknown) == ((), ())


@pytest.mark.parametrize(
    ("typed", "student"),
    [
        ("иванов", 1),
        ("ИВАНОВА", 2),
        ("иванову", 1),
        ("елкин", 3),
        ("Елкину", 3),
        ("Сидоровой", 6),
        ("сидорва", 6),
        ("Дина Сидорова", 6),
        ("Петров Антон", 5),
        ("Петров А.", 5),
        ("мамин-сибиряк", 7),
    ],
)
def test_names_are_found_in_any_case_form_and_with_slips(typed: str, student: int) -> None:
    found, sure = match(typed, CLASS)
    assert ([person.id for person in found], sure) == ([student], True)


def test_a_name_that_is_only_somewhat_like_one_is_asked_about_too() -> None:
    said = read("Сидоренко 4", CLASS, PALETTE)
    assert said.marks == ()
    assert [(doubt.text, doubt.students) for doubt in said.doubts] == [("Сидоренко", (6,))]


def test_two_students_of_one_surname_are_asked_about() -> None:
    said = read("Петров 4", CLASS, PALETTE)
    assert said.marks == ()
    assert [(doubt.text, doubt.values, set(doubt.students)) for doubt in said.doubts] == [
        ("Петров", ("4",), {4, 5})
    ]


def test_what_nobody_is_called_is_said_to_be_unknown() -> None:
    said = read("Космодемьянский 5; привет", CLASS, PALETTE)
    assert not said.understood
    assert [(one.text, one.why) for one in said.unknown] == [
        ("Космодемьянский", Obscurity.NOBODY),
        ("привет", Obscurity.UNCLEAR),
    ]


def test_figures_go_on_with_the_name_before_them_and_pairs_are_two_marks() -> None:
    said = read("Ёлкин 4, 3\nСидорова 5/4; Иванов зач", CLASS, PALETTE)
    assert said.marks == ((3, ("4", "3")), (6, ("5", "4")), (1, ("зач",)))


def test_a_list_of_absent_students_ends_where_marks_begin() -> None:
    said = read("нет: Сидорова, Ёлкин, Иванов 5", CLASS, PALETTE)
    assert said.presence == ((6, ABSENT), (3, ABSENT))
    assert said.marks == ((1, ("5",)),)


@pytest.mark.parametrize(
    ("typed", "marks", "presence"),
    [
        ("иваноа 5 петров и. 4 3", ((2, ("5",)), (4, ("4", "3"))), ()),
        ("5 Ёлкин", ((3, ("5",)),), ()),
        ("Ёлкин н", (), ((3, ABSENT),)),
        ("Ёлкин отсутствует, Сидорова 4 опоздала", ((6, ("4",)),), ((3, ABSENT), (6, LATE))),
        ("опоздали: Ёлкин, Сидорова", (), ((3, LATE), (6, LATE))),
        ("нет Сидорова", (), ((6, ABSENT),)),
        ("нет: Сидорова, Ёлкин опоздал", (), ((6, ABSENT), (3, LATE))),
        ("Ёлкин 5 нет: Сидорова", ((3, ("5",)),), ((6, ABSENT),)),
    ],
)
def test_hurried_lines_are_understood(
    typed: str, marks: tuple[object, ...], presence: tuple[object, ...]
) -> None:
    said = read(typed, CLASS, PALETTE)
    assert (said.marks, said.presence) == (marks, presence)
    assert (said.doubts, said.unknown) == ((), ())


def test_a_lone_letter_before_a_mark_is_an_initial() -> None:
    twins = [*CLASS, Person(8, "Петров", "Никита")]
    assert read("Петров н 4", twins, PALETTE).marks == ((8, ("4",)),)


def test_marks_with_signs_are_refused_with_the_reason() -> None:
    said = read("Ёлкин 5-, Сидорова 4", CLASS, PALETTE)
    assert said.marks == ((6, ("4",)),)
    assert [(one.text, one.why) for one in said.unknown] == [("Ёлкин 5-", Obscurity.SIGNS)]


def test_a_surname_that_only_ends_alike_is_nobodys_and_another_first_letter_is_asked_about() -> None:
    others = [Person(1, "Воронова", "Анастасия"), Person(2, "Миронова", "Яна")]
    said = read("Сидорова 5, Смирнова 4", others, PALETTE)
    assert said.marks == ()
    assert [one.why for one in said.unknown] == [Obscurity.NOBODY]
    assert [(one.text, one.students) for one in said.doubts] == [("Смирнова", (2,))]


@pytest.mark.parametrize("typed", ["", " , ;", "5", "нет:", "5 4 3", "///", "\0", "нет: нет: нет:"])
def test_odd_lines_are_harmless(typed: str) -> None:
    assert not read(typed, CLASS, PALETTE).understood


@pytest.mark.parametrize(
    ("values", "taken", "after"),
    [
        ((), "5", ("5",)),
        (("5",), "5", ()),
        (("5",), "4", ("5", "4")),
        (("5", "4"), "4", ("5",)),
        (("5", "4", "3"), "2", ("4", "3", "2")),
        (("5",), "4+3", ("4", "3")),
        (("4", "3"), "4+3", ()),
        (("5", "4"), brush.ERASER, ()),
        ((), "н/а", ("н/а",)),
        (("5",), None, ("5",)),
    ],
)
def test_a_stroke_adds_a_mark_and_the_same_stroke_takes_it_away(
    values: tuple[str, ...], taken: str | None, after: tuple[str, ...]
) -> None:
    assert brush.stroke(values, taken) == after


def test_a_button_carries_the_wanted_marks_and_a_forged_one_none() -> None:
    rules = preset("s3")
    for values in ((), ("5",), ("4", "3"), ("н/а",), ("зач",)):
        assert brush.decode(brush.code(values, rules), rules) == values
    for forged in ("99", "0.1.2.3", "-1", "x", ".", "1e3", "²"):
        assert brush.decode(forged, rules) is None


def test_a_tap_sent_again_or_outrun_by_a_newer_one_changes_nothing() -> None:
    draft = brush.painted(MarkDraft(1, "answer"), 7, ("5",), 0)
    assert brush.painted(draft, 7, ("5",), 0) == draft
    newer = brush.painted(draft, 7, ("5", "4"), draft.revision)
    assert brush.painted(newer, 7, ("5",), 0) == newer
    other = brush.painted(newer, 8, ("3",), 0)
    assert other.marks == {7: ("5", "4"), 8: ("3",)}


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.sampled_from("Ивановдетрпк 5432/,;:\n.н"), max_size=80) | st.text(max_size=80))
def test_whatever_is_typed_only_known_students_and_marks_come_of_it(text: str) -> None:
    said = read(text, CLASS, PALETTE)
    known = {person.id for person in CLASS}
    values = {value for _, marks in said.marks for value in marks}
    values |= {value for doubt in said.doubts for value in doubt.values}
    assert values <= set(PALETTE)
    assert {student for student, _ in (*said.marks, *said.presence)} <= known
    assert all(set(doubt.students) <= known and doubt.students for doubt in said.doubts)
