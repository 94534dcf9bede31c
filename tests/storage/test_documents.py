"""Documents on both engines: who reads them, who keeps them, and what is left when they go."""

import pytest
from sqlalchemy import select

from journal import documents
from journal.errors import InvalidError, NotFoundError, RefusedError
from journal.model.documents import Document, Readers, Shelf
from journal.model.lessons import Attachment, AttachmentKind
from storage.tables.control import audit
from storage.unit_of_work import SqlStore
from tests.support.school import CtxOf

CHARTER = "Устав https://school.example/ustav"
FILE = Attachment(AttachmentKind.DOCUMENT, "file-1", "режим.pdf", 1000)


async def charter(ctx_of: CtxOf) -> Document:
    return await documents.publish(ctx_of("admin"), Shelf.RULES, CHARTER)


@pytest.mark.requirement("R-090", "R-091")
async def test_what_is_published_is_read_by_families_students_and_staff(ctx_of: CtxOf) -> None:
    await documents.publish(ctx_of("irina"), Shelf.GUIDES, "", (FILE,))
    await charter(ctx_of)
    for name in ("olga", "egor", "anna", "admin"):
        found = await documents.kept(ctx_of(name))
        assert [(item.title, item.url) for item in found.documents] == [
            ("Устав", "https://school.example/ustav"),
            ("режим.pdf", None),
        ]
        assert found.documents[1].file == FILE
        assert found.keeps == (name == "admin")


async def test_what_is_for_staff_is_missing_to_families(ctx_of: CtxOf) -> None:
    made = await charter(ctx_of)
    await documents.address(ctx_of("admin"), made.id, Readers.STAFF)
    assert (await documents.kept(ctx_of("olga"))).documents == ()
    assert len((await documents.kept(ctx_of("anna"))).documents) == 1
    with pytest.raises(NotFoundError):
        await documents.document(ctx_of("olga"), made.id)


async def test_what_was_removed_is_gone_and_the_audit_keeps_it(ctx_of: CtxOf, store: SqlStore) -> None:
    made = await charter(ctx_of)
    await documents.withdraw(ctx_of("admin"), made.id)
    assert (await documents.kept(ctx_of("admin"))).documents == ()
    with pytest.raises(NotFoundError):
        await documents.withdraw(ctx_of("admin"), made.id)
    async with store.connection() as db:
        actions = await db.scalars(select(audit.c.action).order_by(audit.c.id))
    assert list(actions) == ["document.publish", "document.withdraw"]


async def test_only_those_whom_the_documents_name_keep_them(ctx_of: CtxOf) -> None:
    made = await charter(ctx_of)
    for name, refusal in (("anna", RefusedError), ("maria", RefusedError), ("olga", NotFoundError)):
        for attempt in (
            documents.ask(ctx_of(name), Shelf.LINKS),
            documents.publish(ctx_of(name), Shelf.LINKS, CHARTER),
            documents.address(ctx_of(name), made.id, Readers.STAFF),
            documents.withdraw(ctx_of(name), made.id),
            documents.keep(ctx_of(name), made.id),
        ):
            with pytest.raises((RefusedError, NotFoundError)) as refused:
                await attempt
            assert refused.type in (refusal, RefusedError)
    assert len((await documents.kept(ctx_of("olga"))).documents) == 1


@pytest.mark.parametrize(
    ("text", "files", "code"),
    [
        ("просто слова", (), "document_without_link"),
        ("ж" * 121 + " https://school.example", (), "document_title_long"),
        ("", (Attachment(AttachmentKind.PHOTO, "photo-1"),), "document_untitled"),
        ("слова", (Attachment(AttachmentKind.VOICE, "voice-1"),), "document_voice"),
    ],
)
async def test_what_is_no_document_is_refused(
    ctx_of: CtxOf, text: str, files: tuple[Attachment, ...], code: str
) -> None:
    with pytest.raises(InvalidError) as refused:
        await documents.publish(ctx_of("admin"), Shelf.RULES, text, files)
    assert refused.value.code == code


async def test_many_documents_take_as_many_statements_as_one(ctx_of: CtxOf, statements: list[str]) -> None:
    counts = []
    for many in (1, 12):
        for number in range(many):
            await documents.publish(ctx_of("admin"), Shelf.LINKS, f"{number} https://school.example")
        statements.clear()
        await documents.kept(ctx_of("olga"))
        counts.append(len(statements))
    assert counts[0] == counts[1]
