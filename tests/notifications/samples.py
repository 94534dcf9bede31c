"""News of every kind, made up from the very types that its screen takes: new kinds need no line here."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from handlers.areas import modules
from journal.model.news import Kind, News
from journal.regulation import Clause

PLAIN = {
    str: "слово",
    int: 1,
    bool: True,
    float: 1.0,
    date: date(2026, 10, 14),
    datetime: datetime(2026, 10, 14, 6, 25, tzinfo=UTC),
    Decimal: Decimal("4.50"),
}

# Words that are codes.
CODES = {"reason": "ill", "assessment": "year"}


def sample(kind: Kind, **given: Any) -> News:
    """News of that kind; `given` replaces what is made up of its facts."""
    screen = next(module.PUSHES[kind] for module in modules("pushes") if kind in module.PUSHES)
    return News(kind, made(get_type_hints(screen)["news"], **given))


def made(wanted: Any, **given: Any) -> Any:
    """Something of that type: every part that has no default, and every part that may be there."""
    if wanted in PLAIN:
        return PLAIN[wanted]
    origin, parts = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return made(next(part for part in parts if part is not type(None)))
    if origin is tuple:
        return tuple(made(part) for part in parts if part is not Ellipsis)
    if origin is frozenset:
        return frozenset({made(parts[0])})
    if origin is not None and issubclass(origin, Mapping):
        return {}
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return next(iter(wanted))
    assert is_dataclass(wanted), f"no way to make up {wanted}"
    hints = get_type_hints(wanted, localns={"Clause": Clause})
    for field in fields(wanted):
        if field.name not in given and field.default is MISSING and field.default_factory is MISSING:
            hint = hints[field.name]
            coded = field.name in CODES and not is_dataclass(hint)
            given[field.name] = CODES[field.name] if coded else made(hint)
    return wanted(**given)  # type: ignore[operator]
