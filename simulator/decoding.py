"""Raw parameters of a call (strings of a form, or JSON) → typed values, or the refusal they deserve."""

import json
from dataclasses import dataclass, field
from typing import Any

from simulator.errors import Error
from simulator.numbers import whole
from simulator.parameters import PARAMETERS, Parameter
from simulator.parsing import parse_json

_MISSING = {
    "chat_id": Error.CHAT_ID_EMPTY,
    "text": Error.TEXT_EMPTY,
    "message_id": Error.MESSAGE_ID_MISSING,
    "message_ids": Error.MESSAGE_IDS_MISSING,
    "action": Error.CHAT_ACTION,
    "callback_query_id": Error.QUERY_TOO_OLD,
    "file_id": Error.FILE_ID_INVALID,
}
_FILE_FIELDS = {"photo", "document", "voice"}
_TRUE = {"true", "yes", "1"}
_FALSE = {"false", "no", "0"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came in a multipart body."""

    name: str
    data: bytes = field(repr=False)
    mime: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Arguments:
    """Checked values by name (absent ones are absent) and the uploads that `attach://` refers to."""

    values: dict[str, Any]
    uploads: dict[str, Upload]

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def get(self, name: str, default: Any = None) -> Any:
        """The value, or `default` when the caller did not give it."""
        return self.values.get(name, default)


def decode(method: str, raw: dict[str, Any], uploads: dict[str, Upload]) -> Arguments:
    """Check the raw parameters of `method` (its exact name) against the table."""
    table = PARAMETERS[method]
    values: dict[str, Any] = {}
    for name, value in raw.items():
        if value is None or value == "":
            continue
        values[name] = _value(method, name, _known(method, name, table), value)
    for name, upload in uploads.items():
        if name in table:
            values[name] = upload
        elif not _attached(name, raw):
            _known(method, name, table)
    for name, parameter in table.items():
        if parameter.required and name not in values and not (method == "setWebhook" and name in raw):
            raise _missing(name)
    return Arguments(values, uploads)


def _known(method: str, name: str, table: dict[str, Parameter]) -> Parameter:
    parameter = table.get(name)
    if parameter is None:
        raise Error.UNKNOWN_PARAMETER(method=method, name=name)
    if not parameter.supported:
        raise Error.UNSUPPORTED_PARAMETER(method=method, name=name)
    return parameter


def _attached(name: str, raw: dict[str, Any]) -> bool:
    """An upload under a name of the bot's choice is fine if some parameter points at it."""
    reference = f"attach://{name}"
    return any(
        reference in (value if isinstance(value, str) else json.dumps(value)) for value in raw.values()
    )


def _missing(name: str) -> Exception:
    if name in _FILE_FIELDS:
        return Error.NO_FILE(kind=name)
    return _MISSING[name]() if name in _MISSING else Error.PARAMETER_REQUIRED(name=name)


def _value(method: str, name: str, parameter: Parameter, value: Any) -> Any:
    kind = parameter.types[0]
    if parameter.types == ("Integer", "String"):
        return chat_address(value)
    if kind == "Integer":
        return _integer(name, value)
    if kind == "Boolean":
        return _boolean(name, value)
    if kind == "String" or kind == "InputFile":
        if not isinstance(value, str):
            raise Error.WRONG_TYPE(name=name, type="String")
        return value
    return _structure(name, kind, value)


def chat_address(value: Any) -> int | str:
    """A chat by number or @username."""
    number = whole(value)
    return str(value).strip() if number is None else number


def _integer(name: str, value: Any) -> int:
    number = whole(value)
    if number is None:
        raise Error.WRONG_TYPE(name=name, type="Number")
    return number


def _boolean(name: str, value: Any) -> bool:
    text = str(value).strip().lower()
    if text not in _TRUE | _FALSE:
        raise Error.WRONG_TYPE(name=name, type="Boolean")
    return text in _TRUE


def _structure(name: str, kind: str, value: Any) -> Any:
    if isinstance(value, str):
        fault = Error.MARKUP_JSON() if name == "reply_markup" else Error.WRONG_TYPE(name=name, type=kind)
        value = parse_json(value, fault)
    if name == "reply_markup":
        return value
    if not isinstance(value, list if kind.startswith("Array") else dict):
        raise Error.WRONG_TYPE(name=name, type=kind)
    return value
