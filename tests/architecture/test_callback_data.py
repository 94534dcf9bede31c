"""Buttons fit: packed with the largest ids a school can have, callback data is at most 64 bytes."""

import pkgutil
import types
from datetime import date
from enum import Enum
from importlib import import_module
from typing import Any, Union, get_args, get_origin

import pytest
from aiogram.filters.callback_data import CallbackData
from annotated_types import Le, Lt, MaxLen

import handlers

# Ten thousand million rows: a hundred thousand students for a century do not fill a table with more.
LARGEST = 9_999_999_999


def _classes() -> list[type[CallbackData]]:
    for found in pkgutil.walk_packages(handlers.__path__, "handlers."):
        import_module(found.name)
    made: list[type[CallbackData]] = []
    waiting = list(CallbackData.__subclasses__())
    while waiting:
        cls = waiting.pop()
        waiting.extend(cls.__subclasses__())
        if cls.__module__.startswith("handlers."):
            made.append(cls)
    return sorted(made, key=lambda cls: cls.__prefix__)


def _widest(annotation: Any, metadata: list[Any]) -> Any:
    if get_origin(annotation) in (Union, types.UnionType):
        return _widest(next(part for part in get_args(annotation) if part is not type(None)), metadata)
    if annotation is bool:
        return True
    if issubclass(annotation, Enum):
        return max(annotation, key=lambda member: len(str(member.value).encode()))
    if annotation is int:
        bounds = [mark.le for mark in metadata if isinstance(mark, Le)]
        bounds += [mark.lt - 1 for mark in metadata if isinstance(mark, Lt)]
        return min([*bounds, LARGEST])
    if annotation is date:
        return date(2026, 10, 14)
    lengths = [mark.max_length for mark in metadata if isinstance(mark, MaxLen)]
    assert annotation is str, f"the test does not know the widest {annotation}"
    assert lengths, "a text in callback data needs a max_length"
    return "ж" * lengths[0]


@pytest.mark.parametrize("cls", _classes(), ids=lambda cls: cls.__prefix__)
def test_callback_data_fits_into_64_bytes_with_the_largest_ids(cls: type[CallbackData]) -> None:
    values = {
        field: _widest(info.annotation, list(info.metadata)) for field, info in cls.model_fields.items()
    }
    packed = cls(**values).pack()
    assert len(packed.encode()) <= 64
    assert cls.unpack(packed) == cls(**values)


def test_no_two_buttons_share_a_prefix() -> None:
    prefixes = [cls.__prefix__ for cls in _classes()]
    assert len(prefixes) == len(set(prefixes))


def test_callback_data_lives_in_callbacks_modules_only() -> None:
    assert {cls.__module__.rpartition(".")[2] for cls in _classes()} <= {"callbacks"}
