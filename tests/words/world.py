"""The families, colleagues and subjects that the phrases are written about, on Wednesday 14 October 2026."""

from datetime import date

from journal.model.access import Hat
from journal.model.people import Child
from journal.words import Scope, Teacher

TODAY = date(2026, 10, 14)
ANYA, PETYA = Child(1, "Анна", "Иванова", 12, "7Б"), Child(2, "Пётр", "Иванов", 13, "3А")
SASHA = Child(3, "Александр", "Кузнецов", 14, "8А")
CHILDREN = {"Аня": ANYA, "Петя": PETYA, "Саша": SASHA}
_SEVENTH = (
    *("Алгебра", "Геометрия", "Вероятность и статистика", "Русский язык", "Литература", "Английский язык"),
    *("История", "Обществознание", "География", "Биология", "Физика", "Информатика", "Физическая культура"),
    *("Музыка", "Изобразительное искусство", "Труд (технология)"),
)
_THIRD = (
    *("Русский язык", "Литературное чтение", "Математика", "Окружающий мир", "Английский язык"),
    *("Физическая культура", "Музыка", "Изобразительное искусство", "Труд (технология)"),
)
_EIGHTH = (*(name for name in _SEVENTH if name not in ("Музыка", "Изобразительное искусство")), "Химия")
_NUMBERS = {name: number for number, name in enumerate(dict.fromkeys((*_SEVENTH, *_THIRD, *_EIGHTH)), 1)}
NAMES = {number: name for name, number in _NUMBERS.items()}


def _of(names: tuple[str, ...]) -> dict[int, str]:
    return {_NUMBERS[name]: name for name in names}


CLASS = (
    *(("Иванова", "Анна"), ("Петров", "Дмитрий"), ("Сидорова", "Мария"), ("Кузнецов", "Илья")),
    *(("Смирнова", "Дарья"), ("Ёлкин", "Пётр")),
)
STUDENTS = tuple(Child(100 + n, first, last, 12, "7Б") for n, (last, first) in enumerate(CLASS))
_STAFF_UNITS = {11: "7А", 12: "7Б", 14: "8А"}
_HEAD = Teacher("Мария", "Ивановна", frozenset(_of(("Русский язык", "Литература"))), is_head=True)
_ALGEBRA = Teacher("Анна", "Сергеевна", frozenset(_of(("Алгебра", "Геометрия"))))
SCOPES = {
    "parent": Scope(
        Hat.GUARDIAN, (ANYA, PETYA), 1, {1: _of(_SEVENTH), 2: _of(_THIRD)}, teachers=(_HEAD, _ALGEBRA)
    ),
    "parent1": Scope(Hat.GUARDIAN, (SASHA,), 3, {3: _of(_EIGHTH)}, teachers=(_ALGEBRA,)),
    "student": Scope(Hat.STUDENT, (), 1, {1: _of(_SEVENTH)}, teachers=(_HEAD, _ALGEBRA)),
    "teacher": Scope(
        Hat.STAFF, subjects={0: _of(("Алгебра", "Геометрия"))}, units=_STAFF_UNITS, students=STUDENTS
    ),
    "class_teacher": Scope(Hat.STAFF, subjects={0: _of(_SEVENTH)}, units={12: "7Б"}, students=STUDENTS),
}
UNITS = {"7А": 11, "7Б": 12, "8А": 14}
