"""The journal's own memory: an append-only chain of entries for each class, and one for the school."""

from storage.audit.chain import Entry, append

__all__ = ["Entry", "append"]
