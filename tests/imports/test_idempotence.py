"""Whatever files come in whatever order: what was previewed is what is there afterwards."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.imports.difference import SchoolState, difference
from journal.imports.formats import read_bytes
from journal.imports.problems import Severity
from journal.imports.rows import Kind, StudentRow
from journal.imports.staging import SchoolImport
from tests.imports.support import applied

_LAST = st.sampled_from(["Иванов", "Ёлкин", "Елкин", "Петров", "Смирнов"])
_FIRST = st.sampled_from(["Пётр", "Петр", "Аня", "Анна", "Олег"])
_BORN = st.sampled_from([None, date(2013, 3, 5), date(2013, 3, 6), date(2014, 1, 1)])
_CLASS = st.sampled_from(["7А", "7a", "7 Б", "7Б", "8-В"])
_PHONE = st.sampled_from([None, "+79000000001", "8 900 000-00-02"])
_STUDENT = st.tuples(_CLASS, _LAST, _FIRST, _BORN, st.none() | _LAST, _PHONE)
_LISTS = st.lists(st.lists(_STUDENT, min_size=1, max_size=7), min_size=1, max_size=4)

HEADER = "Класс;Фамилия;Имя;Дата рождения;Представитель 1;Телефон 1\n"


def class_list(rows: list[tuple[Any, ...]]) -> SchoolImport:
    lines = [
        f"{home};{last};{first};{born.strftime('%d.%m.%Y') if born else ''};"
        f"{f'{guardian} Мария' if guardian else ''};{phone or ''}\n"
        for home, last, first, born, guardian, phone in rows
    ]
    return read_bytes("список.csv", (HEADER + "".join(lines)).encode())


@given(_LISTS)
@settings(max_examples=40, deadline=None)
def test_every_list_is_settled_after_it_was_applied_once(lists: list[list[tuple[Any, ...]]]) -> None:
    state = SchoolState()
    for rows in lists:
        staged = class_list(rows)
        change = difference(state, staged)
        state = applied(state, change)
        again = difference(state, staged)
        assert again.counts() == {}
        assert again.links == {}


@given(_LISTS)
@settings(max_examples=40, deadline=None)
def test_a_sound_list_leaves_exactly_its_students_in_its_classes(
    lists: list[list[tuple[Any, ...]]],
) -> None:
    state = SchoolState()
    for rows in lists:
        staged = class_list(rows)
        change = difference(state, staged)
        state = applied(state, change)
        if any(each.severity is Severity.ERROR for each in change.problems):
            continue
        homes = {each.row.school_class for each in _of_file(state, staged)}
        present = [
            each for each in state.of(StudentRow) if not each.closed and each.row.school_class in homes
        ]
        assert len(present) == len(staged.of(StudentRow))


@given(_LISTS)
@settings(max_examples=30, deadline=None)
def test_no_import_ever_loses_a_student(lists: list[list[tuple[Any, ...]]]) -> None:
    state = SchoolState()
    known: set[int] = set()
    for rows in lists:
        state = applied(state, difference(state, class_list(rows)))
        now = {each.id for each in state.rows.get(Kind.STUDENT, ())}
        assert known <= now
        known = now


def _of_file(state: SchoolState, staged: SchoolImport) -> list[Any]:
    keys = {row.key for row in staged.of(StudentRow)}
    return [each for each in state.of(StudentRow) if each.row.key in keys]


_TEACHER = st.sampled_from(["Иванова Анна Петровна", "Иванова Алла Павловна", "Иванова А. П.", "Котов Лев"])
_SUBJECT = st.sampled_from(["Алгебра", "алгебра", "Физика"])
_MAYBE_GROUP = st.sampled_from(["", "г1"])
_SHEETS = {
    "ФИО;Роли;Классное руководство": st.tuples(
        _TEACHER, st.sampled_from(["учитель", "завуч", "кочегар"]), st.just("") | _CLASS
    ),
    "Учитель;Предмет;Класс;Подгруппа;Часов в неделю": st.tuples(
        _TEACHER, _SUBJECT, _CLASS, _MAYBE_GROUP, st.sampled_from(["", "2", "3"])
    ),
    "Параллель;Предмет;Часов в год": st.tuples(
        st.sampled_from(["7", "8"]), _SUBJECT, st.sampled_from(["34", "68"])
    ),
    "Класс;День;Урок;Предмет;Учитель;Второй учитель;Кабинет;Подгруппа;Недели": st.tuples(
        _CLASS,
        st.sampled_from(["пн", "вт"]),
        st.sampled_from(["1", "2"]),
        _SUBJECT,
        st.just("") | _TEACHER,
        st.just("") | _TEACHER,
        st.sampled_from(["", "214"]),
        _MAYBE_GROUP,
        st.sampled_from(["", "чётная"]),
    ),
}
_FILE = st.sampled_from(sorted(_SHEETS)).flatmap(
    lambda header: st.tuples(st.just(header), st.lists(_SHEETS[header], min_size=1, max_size=5))
)


@given(st.lists(_FILE, min_size=2, max_size=5))
@settings(max_examples=50, deadline=None)
def test_every_sheet_is_settled_after_it_was_applied_once(files: list[tuple[str, list[Any]]]) -> None:
    state = SchoolState()
    for header, rows in files:
        text = "\n".join([header, *(";".join(row) for row in rows)])
        staged = read_bytes("лист.csv", text.encode())
        state = applied(state, difference(state, staged))
        again = difference(state, staged)
        assert again.counts() == {}
        assert again.links == {}
