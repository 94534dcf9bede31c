"""Objects of the messenger made of parts that are known: those are not checked again."""

from typing import Any, TypeVar

from pydantic import BaseModel

Made = TypeVar("Made", bound=BaseModel)


def unchecked(kind: type[Made], **said: Any) -> Made:
    """A `kind` that says this. To check every part takes pydantic longer than to write them all."""
    # Whoever sends it by a form has it written by the model, which pydantic builds at its first use alone.
    kind.model_rebuild()
    return kind.model_construct(**said)
