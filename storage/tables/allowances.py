"""What bots may send a second, shared by every process that sends for them."""

from sqlalchemy import BigInteger, Boolean, Column, Table, Text

from storage.tables.base import Json, metadata

allowances = Table(
    "allowances",
    metadata,
    # A digest of the token, never the token.
    Column("bot", Text, primary_key=True),
    Column("paid", Boolean, primary_key=True),
    # Counts the changes: of two who change it at once, one begins anew.
    Column("version", BigInteger, nullable=False),
    # See `notifications.sharing.Standing`.
    Column("standing", Json, nullable=False),
)
