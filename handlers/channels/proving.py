"""What follows a typed address or code: where it is refused, the way on stays on the screen."""

from handlers.channels import screens
from handlers.channels.carrier import Served
from handlers.errors import sentence
from handlers.screen import Screen
from journal import channels
from journal.channels import Proof
from journal.context import Ctx
from journal.errors import InvalidError, RefusedError
from journal.model.access import Awaited
from journal.model.channels import Channel
from locales.texts import Texts


async def answer(typed: str, awaited: Awaited, ctx: Ctx, t: Texts, house: Served) -> Screen:
    """The next screen for whoever typed either of them."""
    if channels.is_address(awaited, typed):
        return await _address(typed, awaited, ctx, t, house)
    return await _code(typed, awaited, ctx, t)


async def renew(channel: Channel, awaited: Awaited | None, ctx: Ctx, t: Texts, house: Served) -> Screen:
    """Another code for the same address; where nobody knows it any more it is asked for."""
    try:
        proof = await channels.renew(ctx, channel, awaited)
    except RefusedError as error:
        return _refused(channel, error, awaited, ctx, t)
    if proof is None:
        await channels.ask(ctx, channel)
        return screens.ask_address(channel, t)
    return await _send(proof, ctx, t, house, again=True)


def which(awaited: Awaited) -> Channel:
    """The channel that the question was about."""
    return Channel(str(awaited.payload["channel"]))


async def _address(typed: str, awaited: Awaited, ctx: Ctx, t: Texts, house: Served) -> Screen:
    try:
        proof = await channels.propose(ctx, awaited, typed)
    except InvalidError as error:
        return screens.ask_address(which(awaited), t, sentence(error, t))
    except RefusedError as error:
        return _refused(which(awaited), error, awaited, ctx, t)
    return await _send(proof, ctx, t, house)


async def _code(typed: str, awaited: Awaited, ctx: Ctx, t: Texts) -> Screen:
    try:
        kept = await channels.confirm(ctx, awaited, typed)
    except InvalidError as error:
        return screens.code_refused(which(awaited), sentence(error, t), t)
    return screens.channel(kept.channel, kept, t, lead=t("Done. Choose what is to come there:"))


async def _send(proof: Proof, ctx: Ctx, t: Texts, house: Served, *, again: bool = False) -> Screen:
    outcome = await house.carriers[proof.channel].prove(proof.address, proof.code, t.locale)
    if outcome is None:
        return screens.ask_code(proof.channel, proof.address, t, again=again)
    await channels.ask(ctx, proof.channel)
    return screens.not_sent(proof.channel, proof.address, outcome, t)


def _refused(channel: Channel, error: RefusedError, awaited: Awaited | None, ctx: Ctx, t: Texts) -> Screen:
    address = channels.asked_address(awaited) if channels.is_alive(awaited, ctx.now) else None
    elsewhere = error.code == "channel_codes_limited_there"
    return screens.no_more_codes(channel, sentence(error, t), address, t, elsewhere=elsewhere)
