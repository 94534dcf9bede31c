"""Reading the school's documents."""

from dataclasses import dataclass

from journal.context import Ctx
from journal.errors import NotFoundError
from journal.model.documents import Document, Readers
from journal.policy import Permission, scope_of
from journal.ports import Work


@dataclass(frozen=True, slots=True)
class Bookcase:
    """What the actor may read; `keeps` where the actor may also add and take away."""

    documents: tuple[Document, ...]
    keeps: bool


async def kept(ctx: Ctx) -> Bookcase:
    """Everything the school keeps for the actor; raises `NotFoundError` for who is nobody here."""
    async with ctx.reading() as work:
        return Bookcase(tuple(await work.documents.kept(_rights(work))), keeps(work))


async def document(ctx: Ctx, document_id: int) -> Document:
    """One document; one of the staff's is missing to families."""
    async with ctx.reading() as work:
        return await readable(work, document_id)


async def readable(work: Work, document_id: int) -> Document:
    """The document, if the actor may read it. Raises `NotFoundError`."""
    rights = _rights(work)
    found = await work.documents.document(document_id)
    if found is None or found.readers not in rights:
        raise NotFoundError(kind="document")
    return found


def keeps(work: Work) -> bool:
    return not scope_of(Permission.PUBLISH_DOCUMENTS, work.actor, work.regulation).empty


def _rights(work: Work) -> frozenset[Readers]:
    if work.actor.is_staff:
        return frozenset(Readers)
    if work.actor.diary_ids:
        return frozenset({Readers.EVERYBODY})
    raise NotFoundError(kind="document")
