"""Questions built once: the statement is the same at every asking, only the values differ.

To build a statement costs more than SQLite takes to answer it. So a function that builds a `select` from what
it is given is marked with `question`: it is called once, with parameters in place of the values; from then on
calling it only notes the values. `Db` asks it like any other.

    @question
    def _of_student(student_id: int, days: Collection[date]) -> Select[Any]:
        return select(marks).where(marks.c.student_id == student_id, marks.c.date.in_(days))

    rows = await self.db.all(_of_student(7, [today]))
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import wraps
from inspect import signature
from typing import Any, ParamSpec, cast

from sqlalchemy import Select, bindparam

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement with the values of this asking."""

    statement: Select[Any]
    values: Mapping[str, Any]


def question(build: Callable[P, Select[Any]]) -> Callable[P, Asked]:
    """Marks a function that builds a statement of its arguments: values to compare with, and nothing else."""
    names = tuple(signature(build).parameters)
    built: list[Select[Any]] = []

    @wraps(build)
    def asked(*args: P.args, **kwargs: P.kwargs) -> Asked:
        values = dict(zip(names, args, strict=False)) | kwargs
        if None in values.values():
            raise ValueError("nothing is equal to nothing: ask another question")
        if not built:
            given = {name: _parameter(name, value) for name, value in values.items()}
            # For the type checker: a parameter stands for its value.
            built.append(cast(Callable[..., Select[Any]], build)(**given))
        return Asked(built[0], values)

    return asked


def _parameter(name: str, value: Any) -> Any:
    return bindparam(name, expanding=isinstance(value, Collection) and not isinstance(value, str | bytes))
