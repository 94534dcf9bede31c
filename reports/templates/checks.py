"""What a cell of a template accepts while it is filled in."""

from datetime import date, time
from typing import Any

from journal.imports.sheets import Column, Form

# Excel takes a list of choices of at most so many characters.
_LIST_LENGTH = 255


def check_of(column: Column) -> dict[str, Any] | None:
    """The data validation of a column, as xlsxwriter takes it; None where anything may stand."""
    if column.form in (Form.DATE, Form.TIME):
        return _between(column.form.value, *_BOUNDS[column.form])
    if column.form in (Form.WHOLE, Form.NUMBER):
        kind = "integer" if column.form is Form.WHOLE else "decimal"
        return _between(kind, column.low, column.high)
    if column.choices and len(",".join(column.choices)) <= _LIST_LENGTH:
        strict = column.form is Form.CHOICE
        return {
            "validate": "list",
            "source": list(column.choices),
            # Where the list only offers, another word is accepted without a warning.
            "show_error": strict,
            "error_title": "Нет в списке",
            "error_message": "Выберите значение из списка.",
        }
    return None


_BOUNDS: dict[Form, tuple[Any, Any]] = {
    Form.DATE: (date(1900, 1, 2), date(2100, 12, 31)),
    Form.TIME: (time(0, 0), time(23, 59)),
}


def _between(kind: str, low: Any, high: Any) -> dict[str, Any]:
    return {
        "validate": kind,
        "criteria": "between",
        "minimum": low,
        "maximum": high,
        "error_type": "warning",
        "error_title": "Проверьте значение",
        "error_message": "В этом столбце ожидается другое значение.",
    }
