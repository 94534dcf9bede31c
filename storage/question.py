"""Questions built once: a statement and its SQL are the same at every asking, only the values differ.

To build a statement, to know it again and to compile it costs far more than SQLite takes to answer it. So a
function that builds a `select` from what it is given is marked with `question`: it is called once, with
parameters in place of the values; from then on calling it only notes the values. `Db` asks it like any other.

    @question
    def _of_student(student_id: int, days: Collection[date]) -> Select[Any]:
        return select(marks).where(marks.c.student_id == student_id, marks.c.date.in_(days))

    rows = await self.db.all(_of_student(7, [today]))
"""

from collections import OrderedDict, namedtuple
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import wraps
from inspect import signature
from typing import Any, ParamSpec

from sqlalchemy import Dialect, Executable, Select, bindparam
from sqlalchemy.sql.compiler import SQLCompiler

P = ParamSpec("P")
Values = Mapping[str, Any]
# Lists of other lengths are other SQL; longer lists are no matter of a screen.
SHAPES, LONGEST = 64, 100


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its values."""

    question: "Question"
    values: Values


class Prepared:
    """A question's SQL for lists of certain lengths, for a driver that takes parameters in their places."""

    def __init__(self, statement: Executable, dialect: Dialect, values: Values) -> None:
        compiled = statement.compile(dialect=dialect)  # type: ignore[attr-defined] # every select has it
        if not isinstance(compiled, SQLCompiler):
            raise TypeError("a question is a select")
        places = {name: _places(name, value) for name, value in values.items()}
        expanded = compiled.construct_expanded_state(places, escape_names=False)
        self.sql = expanded.statement
        self._slots = [
            _slot(expanded.parameters[name], expanded.processors.get(name))
            for name in expanded.positiontup or ()
        ]
        columns = compiled._result_columns
        names = [one.keyname for one in columns]
        row: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc] # known only now
        self._made = row._make
        self._read = [
            (number, read)
            for number, one in enumerate(columns)
            if (read := one.type._cached_result_processor(dialect, None)) is not None
        ]

    def parameters(self, values: Values) -> list[Any]:
        """The values in the places of the SQL, as the driver takes them."""
        lists: dict[str, list[Any]] = {}
        found = []
        for name, number, write, constant in self._slots:
            if name is None:
                found.append(constant)
                continue
            value = values[name]
            if number is not None:
                value = lists.setdefault(name, list(value))[number]
            found.append(write(value) if write is not None else value)
        return found

    def rows(self, raw: Collection[tuple[Any, ...]]) -> list[Any]:
        """The driver's rows as values of their types, by name."""
        if not self._read:
            return list(map(self._made, raw))
        return [self._row(one) for one in raw]

    def _row(self, raw: tuple[Any, ...]) -> Any:
        values = list(raw)
        for number, read in self._read:
            values[number] = read(values[number])
        return self._made(values)


class Question:
    """A statement with parameters in place of its values."""

    def __init__(self, statement: Select[Any]) -> None:
        self.statement = statement
        self._prepared: OrderedDict[tuple[int, ...], Prepared] = OrderedDict()

    def prepared(self, dialect: Dialect, values: Values) -> Prepared | None:
        """The SQL for values of these lengths; None where they are too long to keep it."""
        shape = tuple([len(value) for value in values.values() if _is_list(value)])
        found = self._prepared.get(shape)
        if found is None and max(shape, default=0) <= LONGEST:
            found = self._prepared[shape] = Prepared(self.statement, dialect, values)
            if len(self._prepared) > SHAPES:
                self._prepared.popitem(last=False)
        return found


def question(build: Callable[P, Select[Any]]) -> Callable[P, Asked]:
    """Marks a function that builds a statement of its arguments: values to compare with, and nothing else."""
    known = signature(build)
    built: list[Question] = []

    @wraps(build)
    def asked(*args: P.args, **kwargs: P.kwargs) -> Asked:
        values = known.bind(*args, **kwargs).arguments
        if any(value is None for value in values.values()):
            raise ValueError("nothing is equal to nothing: ask another question")
        if not built:
            # mypy: the parameters stand for the values.
            built.append(Question(build(**{name: _parameter(name, one) for name, one in values.items()})))  # type: ignore[call-arg]
        return Asked(built[0], values)

    return asked


def _parameter(name: str, value: Any) -> Any:
    return bindparam(name, expanding=_is_list(value))


def _is_list(value: Any) -> bool:
    return isinstance(value, Collection) and not isinstance(value, str | bytes)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value comes from: the parameter's name, and the number in its list."""

    name: str
    number: int | None = None


def _places(name: str, value: Any) -> Any:
    return [_Place(name, number) for number in range(len(value))] if _is_list(value) else _Place(name)


def _slot(given: Any, write: Any) -> tuple[str | None, int | None, Any, Any]:
    if isinstance(given, _Place):
        return given.name, given.number, write, None
    return None, None, None, write(given) if write is not None else given
