"""Loads aiogram with the models of the Bot API unbuilt: pydantic builds each when it is first used.

aiogram has pydantic build all its types when it is imported, some 300; a bot meets a tenth of them. That is
two thirds of the import and a hundred megabytes (docs/decisions/0013-models-built-when-used.md).
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel

# Modules whose annotations name the types of the Bot API.
SPEAKING = ("aiogram.types.", "aiogram.methods.")


def load_client() -> None:
    """Import aiogram; to be called before anything else imports it, else it is only slower.

    What every bot needs, messages and updates, is built here and not during the first answer.
    """
    if "aiogram" in sys.modules:
        return
    with _nothing_built():
        from aiogram import types
    _resolve({name: getattr(types, name) for name in types.__all__})
    types.Message.model_rebuild()
    types.Update.model_rebuild()


@contextmanager
def _nothing_built() -> Iterator[None]:
    """Whoever asks pydantic to build a model meanwhile is not heard."""
    build = BaseModel.__dict__["model_rebuild"]
    BaseModel.model_rebuild = classmethod(lambda cls, **_: None)  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        BaseModel.model_rebuild = build  # type: ignore[method-assign]


def _resolve(names: dict[str, Any]) -> None:
    """Give the modules the names they know only when types are checked: any model can be built alone."""
    for module in [loaded for name, loaded in sys.modules.items() if name.startswith(SPEAKING)]:
        for name, kind in names.items():
            vars(module).setdefault(name, kind)
