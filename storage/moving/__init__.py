"""A school moved whole from one database into another, between SQLite and PostgreSQL either way."""

from storage.moving.move import move
from storage.moving.refusals import MoveError, Reason
from storage.moving.report import Copied, Progress, Report

__all__ = ["Copied", "MoveError", "Progress", "Reason", "Report", "move"]
