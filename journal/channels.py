"""Addresses beside the messenger: given by a guardian's own hand, shown to be the own by a code (R-096).

Nobody of the school enters one, changes one or sees one; on its owner's word the operator makes it forgotten.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
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
# Codes that one account may have sent, and that one address gets from all: no stranger's mailbox is filled.
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


async def ask(ctx: Ctx, channel: Channel, awaited: Awaited | None = None) -> None:
    """The next text is an address, or still the code that `awaited` waits for."""
    async with ctx.writing() as work:
        _ensure_offered(work, channel)
        same = awaited is not None and awaited.payload.get("channel") == channel
        kept = awaited.payload if awaited is not None and same else {}
        await work.inputs.expect(ADDRESS, {**kept, "channel": channel})
        await work.commit()


def unasked(ctx: Ctx, typed: str) -> bool:
    """Whether a text for which nobody asked is an address that the actor may give."""
    if Channel.EMAIL not in ctx.channels or not ctx.actor.children:
        return False
    try:
        return bool(values.read(Field.EMAIL, typed))
    except InvalidError:
        return False


def asked_address(awaited: Awaited | None) -> str | None:
    """The address that a code was sent to last, as long as the conversation about it goes on."""
    said = awaited.payload.get("address") if awaited is not None and awaited.kind in (ADDRESS, CODE) else None
    return str(said) if said else None


def is_alive(awaited: Awaited | None, now: datetime) -> bool:
    """Whether the code that was sent last can still be typed."""
    if awaited is None or asked_address(awaited) is None:
        return False
    until = awaited.payload.get("until")
    over = until is None or datetime.fromisoformat(str(until)) <= now
    return awaited.number("tries") < TRIES and not over


def is_address(awaited: Awaited, typed: str) -> bool:
    """Whether the text is an address rather than a code: either may be typed while a code is waited for."""
    if asked_address(awaited) is None:
        return True
    if _channel(awaited) is Channel.EMAIL:
        return "@" in typed or (awaited.kind == ADDRESS and len(_digits(typed)) != DIGITS)
    return len(_digits(typed)) > DIGITS + 2 or (awaited.kind == ADDRESS and len(_digits(typed)) != DIGITS)


async def propose(ctx: Ctx, awaited: Awaited, typed: str) -> Proof:
    """The address as it was typed, with the code that will show whose it is.

    Raises `InvalidError` for what is no address, `RefusedError("channel_codes_limited")` where the account
    has had enough codes, `("channel_codes_limited_there")` where the address has.
    """
    channel = _channel(awaited)
    return await _prove(ctx, channel, values.read(_KINDS[channel], typed))


async def renew(ctx: Ctx, channel: Channel, awaited: Awaited | None) -> Proof | None:
    """Another code for the same address; None where nobody knows any more which that was.

    Raises `RefusedError` as `propose`; the code sent before then stays as good as it was.
    """
    address = asked_address(awaited)
    if awaited is None or address is None or _channel(awaited) is not channel:
        return None
    return await _prove(ctx, channel, address)


async def _prove(ctx: Ctx, channel: Channel, address: str) -> Proof:
    async with ctx.writing() as work:
        _ensure_offered(work, channel)
        # Whoever asks at once, be it from two accounts, is counted one after the other.
        await work.serialise("account", work.actor.account_id)
        mailbox = f"{SENT}:{_mailbox(ctx, address)}"
        await work.serialise(mailbox, 0)
        since = work.now - max(window for window, _ in _SENDINGS)
        own = await work.access.attempted_at(SENT, since)
        there = await work.access.attempted_by_anybody(mailbox, since)
        if blocked_until(own, work.now, _SENDINGS) is not None:
            raise RefusedError("channel_codes_limited")
        if blocked_until(there, work.now, _SENDINGS) is not None:
            raise RefusedError("channel_codes_limited_there")
        proof = Proof(channel, address, f"{secrets.randbelow(10**DIGITS):0{DIGITS}}")
        await work.access.attempt(SENT, succeeded=True)
        await work.access.attempt(mailbox, succeeded=True)
        kept = {"channel": channel, "address": address, "digest": _digest(ctx, proof), "tries": 0}
        await work.inputs.expect(CODE, {**kept, "until": (work.now + LIFE).isoformat()})
        await work.commit()
        return proof


async def confirm(ctx: Ctx, awaited: Awaited, typed: str) -> Destination:
    """The address is the actor's own from now on; one that was there before keeps its use.

    Raises `InvalidError("channel_code_unclear")` for what is no code, which costs no try,
    `("channel_code_wrong", left=…)`, `("channel_code_over")` after the last try, `("channel_code_old")` later
    and when its time has passed.
    """
    channel, tries, code = _channel(awaited), awaited.number("tries") + 1, _digits(typed)
    if len(code) != DIGITS:
        raise InvalidError("channel_code_unclear")
    if not is_alive(awaited, ctx.now):
        raise InvalidError("channel_code_old")
    proof = Proof(channel, str(awaited.payload["address"]), code)
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
            raise NotFoundError("channel_gone", kind="channel")
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
    """Count the wrong code, and forget the right one after the last try; the address is remembered."""
    left = TRIES - tries
    forgotten = {} if left else {"digest": ""}
    await work.inputs.expect(CODE, {**awaited.payload, **forgotten, "tries": tries})
    await work.commit()
    if left:
        raise InvalidError("channel_code_wrong", left=left)
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


def _digits(typed: str) -> str:
    return "".join(char for char in typed if char.isascii() and char.isdigit())


def _mailbox(ctx: Ctx, address: str) -> str:
    """What letters to the address are counted by: `olga+school@…` lies in the mailbox of `olga@…`."""
    name, at, host = address.partition("@")
    return digest(f"{name.partition('+')[0] if at else name}{at}{host}", ctx.secret)[:32]


def _digest(ctx: Ctx, proof: Proof) -> str:
    """A code proves one address of one account alone."""
    return digest(f"{ctx.actor.account_id}:{proof.channel}:{proof.address}:{proof.code}", ctx.secret)


def _note(work: Work, deed: str, channel: Channel) -> None:
    """In the audit without the address: what stands there stays, and the address does not."""
    work.audit(deed, "account", work.actor.account_id, after={"channel": channel})
