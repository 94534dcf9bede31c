"""Whom a notice is for, tap by tap."""

from journal.model.notices import Audience, Listeners
from journal.model.people import Unit, UnitKind
from journal.notices.audience import (
    NOBODY,
    Reach,
    usual,
    whole_school,
    with_family,
    with_listeners,
    with_units,
)

FAMILIES = frozenset({Listeners.GUARDIANS})


def unit(number: int, grade: int = 7) -> Unit:
    return Unit(number, UnitKind.CLASS, f"{grade}", grade, 1)


def test_a_class_teacher_means_the_own_class_even_where_others_are_taught() -> None:
    assert usual(Reach(False, (unit(11), unit(12))), [12]) == Audience(FAMILIES, (12,))


def test_whoever_teaches_several_classes_must_choose() -> None:
    assert usual(Reach(False, (unit(11), unit(12))), []) == NOBODY


def test_whoever_may_write_to_the_whole_school_must_choose_unless_heading_a_class() -> None:
    whole = Reach(True, (unit(11), unit(12)))
    assert usual(whole, []) == NOBODY
    assert usual(Reach(True, (unit(11),)), []) == NOBODY
    assert usual(whole, [12]) == Audience(FAMILIES, (12,))


def test_the_last_class_taken_out_leaves_nobody_and_never_the_whole_school() -> None:
    one = Audience(FAMILIES, (11,))
    assert with_units(one, (11,), chosen=False) == NOBODY


def test_a_class_put_in_means_its_guardians_where_nobody_was_named() -> None:
    assert with_units(NOBODY, (11,), chosen=True) == Audience(FAMILIES, (11,))


def test_another_class_puts_the_chosen_families_out() -> None:
    some = Audience(FAMILIES, (11,), (201,))
    assert with_units(some, (12,), chosen=True) == Audience(FAMILIES, (11, 12))


def test_families_are_put_in_and_the_last_one_out_means_all_again() -> None:
    all_of_them = Audience(FAMILIES, (11,))
    one = with_family(all_of_them, 201, chosen=True)
    assert one.students == (201,)
    assert with_family(one, 201, chosen=False) == all_of_them


def test_everybody_of_the_school_beside_its_staff() -> None:
    staff = with_listeners(NOBODY, Listeners.STAFF, chosen=True)
    assert whole_school(staff) == Audience(frozenset({Listeners.STAFF, Listeners.GUARDIANS}))
