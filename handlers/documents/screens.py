"""Screens of the documents area: the list, one document, a new one."""

from collections.abc import Sequence
from itertools import groupby

from handlers.access.callbacks import OwnAccessCb
from handlers.documents.callbacks import (
    DOCUMENTS,
    AddCb,
    DocumentCb,
    DocumentsCb,
    FileCb,
    ReadersCb,
    RemoveCb,
)
from handlers.home.screens import back
from handlers.paging import page_of
from handlers.screen import Button, Screen, Style, bold, grid, italic, lines, screen
from journal.documents import Bookcase
from journal.model.documents import Document, Readers, Shelf
from journal.model.school import School
from locales.texts import Texts

PAGE = 20


def bookcase(found: Bookcase, number: int, t: Texts, *, family: bool) -> Screen:
    """Everything there is to read, shelf by shelf; a tap opens it."""
    page = page_of(found.documents, number, PAGE)
    empty = [t("Nothing has been put here yet.")]
    if found.keeps:
        empty.append(t("Add the school's rules, guides for families, links to useful sites."))
    else:
        empty.append(t("When the school adds its rules, guides or links, they will stand here."))
    return screen(
        bold(t("Documents and links")),
        *(_shelves(page.shown, t) or empty),
        rows=(
            *((_button(item, found, t),) for item in page.shown),
            page.turns(lambda to: DocumentsCb(page=to).pack(), t),
            (Button(t("Add a document"), AddCb().pack(), style=Style.MAIN),) if found.keeps else (),
            (Button(t("Access and consents"), OwnAccessCb().pack()),) if family else (),
            (back(t),),
        ),
    )


def document(found: Document, school: School, t: Texts, *, notice: str | None = None) -> Screen:
    """One document as its keeper sees it."""
    others = Readers.STAFF if found.readers is Readers.EVERYBODY else Readers.EVERYBODY
    day = t.day(school.day(found.published_at))
    return screen(
        *((notice, "") if notice else ()),
        bold(found.title),
        _shelf(found.shelf, t),
        t("Readers: {readers}", readers=_readers(found.readers, t)),
        italic(t("Put here on {day}.", day=day)),
        rows=(
            (_opening(found, t("Open"), t),),
            (
                Button(
                    t("Show it to: {readers}", readers=_readers(others, t)),
                    ReadersCb(document=found.id, readers=others).pack(),
                ),
            ),
            (Button(t("Remove"), RemoveCb(document=found.id).pack(), style=Style.BAD),),
            (_all(t), back(t)),
        ),
    )


def removing(found: Document, t: Texts) -> Screen:
    """Asks once more."""
    return screen(
        t("Remove “{title}”? Nobody will see it any more.", title=found.title),
        rows=(
            (Button(t("Yes, remove"), RemoveCb(document=found.id, sure=True).pack(), style=Style.BAD),),
            (Button(t("No, keep it"), DocumentCb(document=found.id).pack()), back(t)),
        ),
    )


def shelves(t: Texts) -> Screen:
    """Where the new document belongs."""
    buttons = [Button(_shelf(shelf, t), AddCb(shelf=shelf).pack()) for shelf in Shelf]
    return screen(t("What would you like to add?"), rows=(*grid(buttons, 1), (_all(t), back(t))))


def question(shelf: Shelf, t: Texts) -> Screen:
    """Asks for the document itself."""
    return screen(
        bold(_shelf(shelf, t)),
        t("Send a file with a caption, or a title with a link, for example:"),
        italic(t("School charter https://school.example/charter")),
        t("Everybody will see it; this can be changed afterwards."),
        rows=((_all(t), back(t)),),
    )


def file(found: Document, t: Texts) -> Screen:
    """The file as it was sent."""
    files = (found.file,) if found.file else ()
    return screen(bold(found.title), attachments=files, rows=((_all(t), back(t)),))


def _shelves(shown: Sequence[Document], t: Texts) -> list[str]:
    return [
        lines("", bold(_shelf(shelf, t)), *(_line(item, t) for item in found))
        for shelf, found in groupby(shown, lambda item: item.shelf)
    ]


def _line(item: Document, t: Texts) -> str:
    if item.readers is Readers.STAFF:
        return t("{title} (staff only)", title=item.title)
    return item.title


def _button(item: Document, found: Bookcase, t: Texts) -> Button:
    if found.keeps:
        return Button(item.title, DocumentCb(document=item.id).pack())
    return _opening(item, item.title, t)


def _opening(item: Document, label: str, t: Texts) -> Button:
    if item.url is not None:
        return Button(label, url=item.url)
    return Button(t("File: {title}", title=label), FileCb(document=item.id).pack())


def _all(t: Texts) -> Button:
    return Button(t("All documents"), DOCUMENTS)


def _shelf(shelf: Shelf, t: Texts) -> str:
    return {
        Shelf.RULES: t("Rules and orders"),
        Shelf.GUIDES: t("Guides and memos"),
        Shelf.LINKS: t("Useful links"),
    }[shelf]


def _readers(readers: Readers, t: Texts) -> str:
    return {
        Readers.EVERYBODY: t("families, students and staff"),
        Readers.STAFF: t("staff only"),
    }[readers]
