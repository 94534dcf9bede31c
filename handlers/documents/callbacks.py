"""Buttons of the documents area: ids and the wanted state."""

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from journal.model.documents import Readers, Shelf


class DocumentsCb(CallbackData, prefix="doc"):
    """Everything the school keeps, a page of it."""

    page: int = Field(0, ge=0)


class DocumentCb(CallbackData, prefix="dock"):
    """One document as its keeper sees it."""

    document: int


class FileCb(CallbackData, prefix="docf"):
    """Send the file."""

    document: int


class AddCb(CallbackData, prefix="doca"):
    """A new document of a shelf; none asks which."""

    shelf: Shelf | None = None


class ReadersCb(CallbackData, prefix="docr"):
    document: int
    readers: Readers


class RemoveCb(CallbackData, prefix="docx"):
    """Take it away, once that is confirmed."""

    document: int
    sure: bool = False


DOCUMENTS = DocumentsCb(page=0).pack()
