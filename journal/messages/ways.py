"""A colleague's own ways: answers kept at hand, and the hours in which messages come."""

from dataclasses import dataclass

from journal import gate
from journal.context import Ctx
from journal.errors import InvalidError
from journal.messages import door
from journal.messages.office import hours_of
from journal.model.messages import Phrase
from journal.office_hours import Hours
from journal.ports import Work

PHRASE = "message_phrase"
MOST_PHRASES, LONGEST_PHRASE = 8, 300


@dataclass(frozen=True, slots=True)
class Ways:
    """What a colleague chose."""

    hours: Hours
    phrases: tuple[Phrase, ...]


async def ways(ctx: Ctx) -> Ways:
    async with ctx.reading() as work:
        return await _ways(work, _colleague(work))


async def choose_hours(ctx: Ctx, hours: Hours) -> Ways:
    """Messages of families are told of in these hours from now on.

    Raises `InvalidError` for hours over midnight: they are those of a working day.
    """
    if hours.window.start >= hours.window.end:
        raise InvalidError
    async with ctx.writing() as work:
        person = _colleague(work)
        await work.messages.set_hours(person, hours)
        work.audit("message.hours", "person", person, after={"hours": str(hours.window)})
        chosen = await _ways(work, person)
        await work.commit()
        return chosen


async def ask_phrase(ctx: Ctx, message_id: int | None) -> None:
    """Wait for the text of an answer to keep at hand."""
    async with ctx.writing() as work:
        _colleague(work)
        await work.inputs.expect(PHRASE, message_id=message_id)
        await work.commit()


async def add_phrase(ctx: Ctx, text: str) -> Ways:
    """Keep an answer at hand. Raises `InvalidError`: empty, too long, or too many of them."""
    said = text.strip()
    if not said:
        raise InvalidError("message_empty")
    if len(said) > LONGEST_PHRASE:
        raise InvalidError("message_too_long", length=len(said), limit=LONGEST_PHRASE)
    async with ctx.writing() as work:
        person = _colleague(work)
        if len(await work.messages.phrases(person)) >= MOST_PHRASES:
            raise InvalidError("too_many_phrases", most=MOST_PHRASES)
        await work.messages.add_phrase(person, said, work.now)
        await work.inputs.done()
        chosen = await _ways(work, person)
        await work.commit()
        return chosen


async def remove_phrase(ctx: Ctx, phrase_id: int) -> Ways:
    """Keep it no longer; another colleague's stays."""
    async with ctx.writing() as work:
        person = _colleague(work)
        await work.messages.remove_phrase(person, phrase_id)
        chosen = await _ways(work, person)
        await work.commit()
        return chosen


def _colleague(work: Work) -> int:
    """The member of staff who corresponds with families."""
    door.colleagues(work)
    return gate.author(work)


async def _ways(work: Work, person: int) -> Ways:
    return Ways(await hours_of(work, person), tuple(await work.messages.phrases(person)))
