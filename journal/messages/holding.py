"""What is written but not yet sent: kept until whoever wrote it says to whom, and that it is to go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from journal import gate, inputs
from journal.context import Ctx
from journal.errors import NotFoundError, StaleError
from journal.messages import door, to_family, writing
from journal.messages.parties import Addressee, Asked, Sent
from journal.messages.sending import checked
from journal.messages.to_family import TO_FAMILY
from journal.messages.writing import ANSWER, LETTER, PATIENCE
from journal.model.access import Awaited
from journal.model.lessons import Attachment, AttachmentKind
from journal.model.messages import MOST_FILES, Office

HELD = "message_held"
# What stands in a draft's question beside the question it answers.
_OWN = frozenset({"kind", "text", "files", "album"})


@dataclass(frozen=True, slots=True)
class Held:
    """What would be sent; `to` is None while nobody is chosen."""

    text: str
    files: tuple[Attachment, ...] = ()
    to: Asked | None = None
    # Tells it from any other: a button sends the very words under which it stood.
    mark: int = 0
    # Whether this only adds a picture to the album shown before.
    continues: bool = False


async def await_letter(ctx: Ctx) -> None:
    """Whom to write to is being chosen: a letter typed meanwhile is kept."""
    async with ctx.writing() as work:
        gate.scope(work, door.MAY)
        await work.inputs.expect(HELD, {}, patience=PATIENCE)
        await work.commit()


async def keep(
    ctx: Ctx, asked: Awaited | None, text: str, files: Sequence[Attachment] = (), album: str | None = None
) -> Held:
    """Keep what was typed as the answer to that question, or to none yet; nothing is sent."""
    said = checked(text, files)
    before = asked.payload if asked is not None and asked.kind == HELD else {}
    continues = album is not None and album == before.get("album")
    if continues:
        said = str(before.get("text") or "") or said
        files = (*_files(before), *files)[:MOST_FILES]
    kept = {
        **_question(asked),
        "text": said,
        "files": [_as_json(one) for one in files],
        "album": album,
    }
    return await _keep(ctx, kept, continues=continues)


async def begin(ctx: Ctx, student_id: int, to: Addressee, text: str) -> tuple[Asked, Held]:
    """Keep the letter that a sentence began, to whom it named; nothing is sent."""
    return await _address(ctx, {"text": checked(text, ())}, student_id, to)


async def address(ctx: Ctx, asked: Awaited, student_id: int, to: Addressee) -> Held:
    """Choose whom the kept letter goes to."""
    kept = {name: asked.payload.get(name) for name in _OWN}
    return (await _address(ctx, kept, student_id, to))[1]


async def send_held(ctx: Ctx, asked: Awaited | None, mark: int) -> Sent:
    """Send what was kept, as shown under that mark. Raises `StaleError("draft_gone")` where it is gone."""
    if asked is None or not waits(asked) or not asked.payload.get("kind") or mark != _mark(asked.payload):
        raise StaleError("draft_gone")
    text, files = str(asked.payload.get("text") or ""), _files(asked.payload)
    if asked.payload["kind"] == ANSWER:
        return await writing.answer(ctx, asked.number("conversation"), text, files)
    if asked.payload["kind"] == TO_FAMILY:
        return await to_family.write(ctx, asked, text, files)
    return await writing.write(ctx, Awaited(LETTER, asked.payload), text, files)


async def rewrite(ctx: Ctx, asked: Awaited | None) -> Asked:
    """Ask for the letter anew; it is shown again before it goes. Raises as `send_held`."""
    if asked is None or asked.kind != HELD or not asked.payload.get("kind"):
        raise StaleError("draft_gone")
    async with ctx.writing() as work:
        question = {name: value for name, value in asked.payload.items() if name not in _OWN}
        found = await writing.asked_of(work, str(asked.payload["kind"]), asked)
        await work.inputs.expect(str(asked.payload["kind"]), {**question, "preview": True}, patience=PATIENCE)
        await work.commit()
        return found


async def let_go(ctx: Ctx, asked: Awaited | None, mark: int) -> str:
    """Drop what was kept, as shown under that mark, for it is no letter; its words. Raises as `send_held`."""
    kept = _fresh(asked, mark)
    await inputs.drop(ctx)
    return str(kept.payload.get("text") or "")


async def turn_to(ctx: Ctx, asked: Awaited | None, student_id: int, mark: int) -> Held:
    """Let the letter kept be about another child of the family: to the like addressee, else to be chosen.

    Raises as `send_held`.
    """
    if (
        asked is None
        or not waits(asked)
        or asked.payload.get("kind") != LETTER
        or mark != _mark(asked.payload)
    ):
        raise StaleError("draft_gone")
    office, staff = Office(str(asked.payload["office"])), asked.number("staff") or None
    kept = {name: asked.payload.get(name) for name in _OWN - {"kind"}}
    try:
        # The class teacher is each child's own.
        to = Addressee(office, None if office is Office.CLASS_TEACHER else staff)
        return (await _address(ctx, kept, student_id, to))[1]
    except NotFoundError:
        return await _keep(ctx, kept)


def waits(asked: Awaited | None) -> bool:
    """Whether a letter is kept that waits to be sent."""
    return (
        asked is not None
        and asked.kind == HELD
        and bool(asked.payload.get("text") or asked.payload.get("files"))
    )


def unaddressed(asked: Awaited | None) -> bool:
    """Whether a letter is kept that goes to nobody yet."""
    return asked is not None and waits(asked) and not asked.payload.get("kind")


async def _address(ctx: Ctx, kept: dict[str, Any], student_id: int, to: Addressee) -> tuple[Asked, Held]:
    question = await writing.ask_letter(ctx, student_id, to)
    return question, await _keep(ctx, {**kept, **writing.question_of(question), "kind": LETTER})


async def _keep(ctx: Ctx, kept: dict[str, Any], *, continues: bool = False) -> Held:
    async with ctx.writing() as work:
        gate.scope(work, door.MAY)
        to = await writing.asked_of(work, kept["kind"], Awaited(HELD, kept)) if kept.get("kind") else None
        await work.inputs.expect(HELD, kept, patience=PATIENCE)
        await work.commit()
        return Held(str(kept["text"] or ""), _files(kept), to, _mark(kept), continues)


def _fresh(asked: Awaited | None, mark: int) -> Awaited:
    """The letter that is kept, where it still is the one under that mark."""
    if asked is None or not waits(asked) or mark != _mark(asked.payload):
        raise StaleError("draft_gone")
    return asked


def _mark(kept: Mapping[str, Any]) -> int:
    """Pictures of an album come one by one under the same screen: they make no other letter."""
    said = ("kind", "student", "office", "staff", "conversation", "person", "text", "album")
    return crc32(repr([kept.get(name) or "" for name in said]).encode())


def _question(asked: Awaited | None) -> dict[str, Any]:
    if asked is None:
        return {}
    return dict(asked.payload) if asked.kind == HELD else {**asked.payload, "kind": asked.kind}


def _as_json(file: Attachment) -> dict[str, Any]:
    return {"kind": str(file.kind), "id": file.file_id, "name": file.name, "size": file.size}


def _files(kept: Mapping[str, Any]) -> tuple[Attachment, ...]:
    return tuple(
        Attachment(AttachmentKind(one["kind"]), one["id"], one["name"], one["size"])
        for one in kept.get("files") or ()
    )
