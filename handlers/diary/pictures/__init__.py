"""Pages of the diary as pictures: what was read becomes a sheet, and a caption with the same facts."""

from handlers.diary.pictures.gallery import picture

__all__ = ["picture"]
