"""The school as an import sees it, and an import's difference written into it."""

from storage.imports.queries import ImportQueries

__all__ = ["ImportQueries"]
