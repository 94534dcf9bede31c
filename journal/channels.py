"""Addresses beside the messenger: given by a guardian's own hand, shown to be the own by a code (R-096).

Nobody of the school enters one, changes one or sees one; on its owner's word the operator makes it forgotten.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NoReturn

from journal import gate
from journal.access import values
from journal.access.codes import digest
from journal.access.limits import blocked_until
from journal.errors import InvalidError, NotFoundError, RefusedError
from journal.model.channels import USES, Channel, Destination, Use
from journal.model.profile import Field
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.model.access import Awaited
    from journal.ports import Work

# The typed answers: an address, and the code that was sent there.
ADDRESS, CODE = "channel_address", "channel_code"
DIGITS, TRIES, LIFE = 6, 5, timedelta(minutes=20)
# Codes that one account may have sent: a stranger's mailbox is not to be filled.
SENT = "channel_code_sent"
_SENDINGS = ((timedelta(hours=1), 3), (timedelta(days=1), 6))
_KINDS = {Channel.EMAIL: Field.EMAIL, Channel.SMS: Field.PHONE}


@dataclass(frozen=True, slots=True)
class Proof:
    """A code to be sent to the address; nothing but its digest is kept."""

    channel: Channel
    address: str
    code: str


async def read(ctx: Ctx, channel: Channel) -> Destination | None:
    """The actor's own address on the channel. Raises `NotFoundError` where the school has no such channel."""
    async with ctx.reading() as work:
        _ensure_offered(work, channel)
        return await _own(work, channel)


async def failing(ctx: Ctx) -> list[Channel]:
    """The channels on which the actor's own address takes nothing; asks nothing where there are none."""
    if not ctx.channels or not ctx.actor.children:
        return []
    async with ctx.reading() as work:
        kept = await work.channels.of_account(work.actor.account_id)
        return [one.channel for one in kept if one.unreachable is not None and one.channel in ctx.channels]


async def ask(ctx: Ctx, channel: Channel) -> None:
    """The next text is an address."""
    async with ctx.writing() as work:
        _ensure_offered(work, channel)
        await work.inputs.expect(ADDRESS, {"channel": channel})
        await work.commit()


async def propose(ctx: Ctx, awaited: Awaited, typed: str) -> Proof:
    """The address as it was typed, with the code that will show whose it is.

    Raises `InvalidError` for what is no address, `RefusedError("channel_codes_limited")`.
    """
    channel = _channel(awaited)
    address = values.read(_KINDS[channel], typed)
    async with ctx.writing() as work:
        _ensure_offered(work, channel)
        await work.serialise("account", work.actor.account_id)
        sent = await work.access.attempted_at(SENT, work.now - max(window for window, _ in _SENDINGS))
        if blocked_until(sent, work.now, _SENDINGS) is not None:
            raise RefusedError("channel_codes_limited")
        proof = Proof(channel, address, f"{secrets.randbelow(10**DIGITS):0{DIGITS}}")
        await work.access.attempt(SENT, succeeded=True)
        kept = {"channel": channel, "address": address, "digest": _digest(ctx, proof), "tries": 0}
        await work.inputs.expect(CODE, kept, patience=LIFE)
        await work.commit()
        return proof


async def confirm(ctx: Ctx, awaited: Awaited, typed: str) -> Destination:
    """The address is the actor's own from now on; one that was there before keeps its use.

    Raises `InvalidError("channel_code_wrong", left=…)`, `("channel_code_over")` after the last try.
    """
    channel, tries = _channel(awaited), awaited.number("tries") + 1
    proof = Proof(channel, str(awaited.payload["address"]), "".join(filter(str.isdigit, typed)))
    async with ctx.writing() as work:
        _ensure_offered(work, channel)
        if not hmac.compare_digest(_digest(ctx, proof), str(awaited.payload["digest"])):
            await _refuse(work, awaited, tries)
        before = await _own(work, channel)
        found = Destination(channel, proof.address, before.use if before else Use.RESERVE)
        await work.channels.keep(work.actor.account_id, found, work.now)
        await work.inputs.done()
        _note(work, "channel.confirm", channel)
        await work.commit()
        return found


async def choose(ctx: Ctx, channel: Channel, use: Use) -> Destination:
    """What the address is for. Raises `NotFoundError` where there is none, `InvalidError("use")`."""
    if use not in USES[channel]:
        raise InvalidError("use")
    async with ctx.writing() as work:
        _ensure_offered(work, channel)
        if await _own(work, channel) is None:
            raise NotFoundError(kind="channel")
        await work.channels.use(work.actor.account_id, channel, use)
        found = await _own(work, channel)
        assert found is not None, "it was just there"  # noqa: S101
        _note(work, "channel.use", channel)
        await work.commit()
        return found


async def remove(ctx: Ctx, channel: Channel) -> None:
    """The address is forgotten at once; what waited for it comes in the messenger."""
    async with ctx.writing() as work:
        _ensure_offered(work, channel)
        await work.channels.drop(work.actor.account_id, channel)
        _note(work, "channel.remove", channel)
        await work.commit()


async def forget(ctx: Ctx, address: str) -> int:
    """Its owner asked the school to stop: the address is forgotten in every account; returns how many."""
    async with ctx.writing() as work:
        gate.school(work, Permission.KEEP_USER_REGISTER)
        count = 0
        for account_id, channel in await work.channels.with_address(address.strip().casefold()):
            await work.channels.drop(account_id, channel)
            work.audit("channel.remove", "account", account_id, after={"channel": channel})
            count += 1
        await work.commit()
        return count


async def _refuse(work: Work, awaited: Awaited, tries: int) -> NoReturn:
    """Count the wrong code, and forget the right one after the last try."""
    if tries < TRIES:
        await work.inputs.expect(CODE, {**awaited.payload, "tries": tries}, patience=LIFE)
        await work.commit()
        raise InvalidError("channel_code_wrong", left=TRIES - tries)
    await work.inputs.done()
    await work.commit()
    raise InvalidError("channel_code_over")


def _ensure_offered(work: Work, channel: Channel) -> None:
    """Channels that are set up are offered to guardians; colleagues hear of their duties in the messenger."""
    if channel not in work.ctx.channels or not work.actor.children:
        raise NotFoundError(kind="channel")


async def _own(work: Work, channel: Channel) -> Destination | None:
    kept = await work.channels.of_account(work.actor.account_id)
    return next((one for one in kept if one.channel is channel), None)


def _channel(awaited: Awaited) -> Channel:
    return Channel(str(awaited.payload["channel"]))


def _digest(ctx: Ctx, proof: Proof) -> str:
    """A code proves one address of one account alone."""
    return digest(f"{ctx.actor.account_id}:{proof.channel}:{proof.address}:{proof.code}", ctx.secret)


def _note(work: Work, deed: str, channel: Channel) -> None:
    """In the audit without the address: what stands there stays, and the address does not."""
    work.audit(deed, "account", work.actor.account_id, after={"channel": channel})
