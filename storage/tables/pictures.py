"""Pictures that the messenger keeps."""

from sqlalchemy import Column, Index, Table, Text

from storage.tables.base import Instant, metadata

pictures = Table(
    "pictures",
    metadata,
    # A digest of what the picture shows; nothing of it can be read from here.
    Column("key", Text, primary_key=True),
    Column("file_id", Text, nullable=False),
    Column("kept_at", Instant, nullable=False),
)
Index("ix_pictures_kept_at", pictures.c.kept_at)
