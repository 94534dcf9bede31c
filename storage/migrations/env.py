"""Alembic's environment: runs the steps on the connection it is given, in one transaction."""

from typing import Any

from alembic import context
from alembic.autogenerate.api import AutogenContext

from storage.tables import metadata
from storage.tables.base import Instant, Json, Key

# The types of our own, as the steps spell them out: a step must not change when the program does.
SPELLED = {Key: "KEY", Json: "JSON"}


def spell(kind: str, item: Any, _: AutogenContext) -> str | bool:
    """How a column's type is written into a new step."""
    if kind != "type":
        return False
    if isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    return SPELLED.get(item, False)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    render_item=spell,
    compare_type=True,
    include_name=lambda name, kind, _: kind != "table" or name in metadata.tables,
)
with context.begin_transaction():
    context.run_migrations()
