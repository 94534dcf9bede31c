"""Registers: proposals, draft, Save, hold, undo."""

from journal.attendance.register import (
    everyone_present,
    open_register,
    save_register,
    tap,
    undo_register,
)

__all__ = ["everyone_present", "open_register", "save_register", "tap", "undo_register"]
