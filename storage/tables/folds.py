"""Buttons of screens that show a few of them at once."""

from sqlalchemy import Column, Index, Table, Text

from storage.tables.base import Instant, Json, metadata

folds = Table(
    "folds",
    metadata,
    # The messenger's own id of the chat: nobody else finds the buttons.
    Column("chat", Text, primary_key=True),
    # A digest of the buttons, so that the same screen is kept once however often it is shown.
    Column("key", Text, primary_key=True),
    Column("buttons", Json, nullable=False),
    Column("kept_at", Instant, nullable=False),
)
Index("ix_folds_kept_at", folds.c.kept_at)
