"""Keeping the school's documents: put one on its shelf, say who reads it, take it away (R-090, R-091)."""

from dataclasses import replace

from journal import gate
from journal.context import Ctx
from journal.documents.linked import linked
from journal.documents.reading import readable
from journal.errors import InvalidError
from journal.model.documents import Document, Readers, Shelf
from journal.model.lessons import Attachment, AttachmentKind
from journal.policy import Permission

# The question of the typed answer.
QUESTION = "document"
LONGEST = 120
MOST = 200


async def may_keep(ctx: Ctx) -> None:
    """Raises `RefusedError("not_permitted")` or `NotFoundError` for who keeps no documents."""
    async with ctx.reading() as work:
        gate.school(work, Permission.PUBLISH_DOCUMENTS)


async def keep(ctx: Ctx, document_id: int) -> Document:
    """One document, for who may change it."""
    async with ctx.reading() as work:
        gate.school(work, Permission.PUBLISH_DOCUMENTS)
        return await readable(work, document_id)


async def ask(ctx: Ctx, shelf: Shelf) -> None:
    """Wait for the file, or the link, of a new document of that shelf."""
    async with ctx.writing() as work:
        gate.school(work, Permission.PUBLISH_DOCUMENTS)
        await work.inputs.expect(QUESTION, {"shelf": shelf})
        await work.commit()


async def publish(ctx: Ctx, shelf: Shelf, text: str, files: tuple[Attachment, ...] = ()) -> Document:
    """Put a file under its caption, or a link under its title, on the shelf, for everybody to read.

    Raises `InvalidError` with `document_without_link` (neither a file nor a link), `document_voice`,
    `document_untitled` (a picture without words), `document_title_long` or `documents_many`.
    """
    title, url = linked(text)
    file = next(iter(files), None)
    _check(file, title := title or (file.name if file and file.name else ""), url)
    async with ctx.writing() as work:
        gate.school(work, Permission.PUBLISH_DOCUMENTS)
        await work.serialise("documents", 0)
        if len(await work.documents.kept(frozenset(Readers))) >= MOST:
            raise InvalidError("documents_many", most=MOST)
        link = None if file else url
        made = Document(0, shelf, title, Readers.EVERYBODY, gate.author(work), work.now, link, file)
        made = replace(made, id=await work.documents.add(made))
        await work.inputs.done()
        after = {"shelf": shelf, "title": title, "url": link}
        work.audit("document.publish", "document", made.id, after=after)
        await work.commit()
        return made


async def address(ctx: Ctx, document_id: int, readers: Readers) -> Document:
    """Say who reads it."""
    async with ctx.writing() as work:
        gate.school(work, Permission.PUBLISH_DOCUMENTS)
        found = await readable(work, document_id)
        if found.readers is not readers:
            await work.documents.address(document_id, readers)
            before, after = {"readers": found.readers}, {"readers": readers}
            work.audit("document.address", "document", document_id, before=before, after=after)
            await work.commit()
        return replace(found, readers=readers)


async def withdraw(ctx: Ctx, document_id: int) -> None:
    """Take it away; the audit keeps what it was."""
    async with ctx.writing() as work:
        gate.school(work, Permission.PUBLISH_DOCUMENTS)
        found = await readable(work, document_id)
        await work.documents.withdraw(document_id, work.now)
        before = {"title": found.title, "url": found.url}
        work.audit("document.withdraw", "document", document_id, before=before)
        await work.commit()


def _check(file: Attachment | None, title: str, url: str | None) -> None:
    if file is None and url is None:
        raise InvalidError("document_without_link")
    if file is not None and file.kind is AttachmentKind.VOICE:
        raise InvalidError("document_voice")
    if not title:
        raise InvalidError("document_untitled")
    if len(title) > LONGEST:
        raise InvalidError("document_title_long", limit=LONGEST, length=len(title))
