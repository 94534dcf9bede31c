"""What did not arrive: looked at, sent once more, or put away; by whoever keeps the bot running (R-102)."""

from collections.abc import Sequence

from journal import gate
from journal.context import Ctx
from journal.delivery.rules import KEPT, may_go_again, second_life
from journal.errors import RefusedError, StaleError
from journal.model.delivery import Letter, LetterPage, Opened, Source
from journal.model.trouble import Setback
from journal.policy import Permission, scope_of
from journal.ports import Work

PAGE = 8
# So many at once; whoever has more presses again.
MOST = 500


async def count(ctx: Ctx) -> int:
    """How many letters wait for somebody to look; 0 for whom it does not concern.

    Who cannot be reached is no failure of the bot's: the class teacher sees them.
    """
    if scope_of(Permission.OPERATE, ctx.actor, ctx.regulation).empty:
        return 0
    async with ctx.reading() as work:
        return undelivered(await work.delivery.setbacks(work.now - KEPT))


def undelivered(found: dict[Setback, int]) -> int:
    """How many of these somebody has to look at."""
    return sum(number for setback, number in found.items() if setback is not Setback.AWAY)


async def overview(ctx: Ctx) -> dict[Setback, int]:
    """How much did not arrive, by what befell it."""
    async with ctx.reading() as work:
        gate.school(work, Permission.OPERATE)
        return await work.delivery.setbacks(work.now - KEPT)


async def listed(ctx: Ctx, setback: Setback, page: int) -> LetterPage:
    """A part of what one setback befell, the latest first."""
    async with ctx.reading() as work:
        gate.school(work, Permission.OPERATE)
        return await _page(work, setback, page)


async def opened(ctx: Ctx, source: Source, letter_id: int) -> Opened:
    """One letter. Raises `StaleError("letter_settled")` once it went, or was put away."""
    async with ctx.reading() as work:
        gate.school(work, Permission.OPERATE)
        letter = await _letter(work, source, letter_id)
        return Opened(letter, _named(work), may_go_again(letter, work.now))


async def send_again(ctx: Ctx, source: Source, letter_id: int) -> LetterPage:
    """Try one letter once more; whether it still stands is seen when it goes.

    Raises as `opened`, and `RefusedError("letter_too_late")` where it is not worth telling any more.
    """
    async with ctx.writing() as work:
        gate.school(work, Permission.OPERATE)
        letter = await _letter(work, source, letter_id)
        if not may_go_again(letter, work.now):
            raise RefusedError("letter_too_late")
        await _again(work, letter.setback, [letter])
        page = await _page(work, letter.setback, 0)
        await work.commit()
        return page


async def send_all_again(ctx: Ctx, setback: Setback) -> int:
    """Try all that one setback befell once more, as far as they are worth telling; how many they are."""
    async with ctx.writing() as work:
        gate.school(work, Permission.OPERATE)
        found = await work.delivery.letters(setback, work.now - KEPT, 0, MOST)
        worth = [letter for letter in found if may_go_again(letter, work.now)]
        if worth:
            await _again(work, setback, worth)
            await work.commit()
        return len(worth)


async def put_away(ctx: Ctx, source: Source, letter_id: int) -> LetterPage:
    """Show one letter no more. Raises as `opened`."""
    async with ctx.writing() as work:
        gate.school(work, Permission.OPERATE)
        letter = await _letter(work, source, letter_id)
        await _away(work, letter.setback, [letter])
        page = await _page(work, letter.setback, 0)
        await work.commit()
        return page


async def put_all_away(ctx: Ctx, setback: Setback) -> int:
    """Show what one setback befell no more; how many there were."""
    async with ctx.writing() as work:
        gate.school(work, Permission.OPERATE)
        found = await work.delivery.letters(setback, work.now - KEPT, 0, MOST)
        if found:
            await _away(work, setback, found)
            await work.commit()
        return len(found)


async def _again(work: Work, setback: Setback, letters: Sequence[Letter]) -> None:
    await work.delivery.send_again([(letter, *second_life(letter, work.now)) for letter in letters])
    _audit(work, "letter.again", setback, letters)


async def _away(work: Work, setback: Setback, letters: Sequence[Letter]) -> None:
    await work.delivery.put_away(letters, work.now)
    _audit(work, "letter.put_away", setback, letters)


def _audit(work: Work, action: str, setback: Setback, letters: Sequence[Letter]) -> None:
    ids = [f"{letter.source}{letter.id}" for letter in letters]
    work.audit(action, "letter", None, after={"setback": setback, "letters": ids})


async def _letter(work: Work, source: Source, letter_id: int) -> Letter:
    found = await work.delivery.letter(source, letter_id)
    if found is None:
        raise StaleError("letter_settled")
    return found


async def _page(work: Work, setback: Setback, page: int) -> LetterPage:
    since = work.now - KEPT
    total = (await work.delivery.setbacks(since)).get(setback, 0)
    number = min(page, max(0, -(-total // PAGE) - 1))
    found = await work.delivery.letters(setback, since, number * PAGE, PAGE)
    return LetterPage(setback, tuple(found), number, total, _named(work))


def _named(work: Work) -> bool:
    """Whoever may see everybody's access may know by name who was not reached; others, class and role."""
    return scope_of(Permission.SEE_ACCESS, work.actor, work.regulation).everything
