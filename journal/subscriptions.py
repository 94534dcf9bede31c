"""What a family hears of, and how: its own choice, without any staff (R-095)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from journal import gate, hours
from journal.errors import InvalidError, NotFoundError
from journal.model.subscriptions import (
    CHOICES,
    GUARDIAN_TOPICS,
    PRESETS,
    STUDENT_TOPICS,
    Delivery,
    Mode,
    Preset,
    Subscription,
    Topic,
)
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.model.access import Privacy
    from journal.model.channels import Destination
    from journal.model.people import Child
    from journal.ports import Work

LOCALES = ("ru", "en")
# The typed answer that names the hours in which news waits.
HOURS = "quiet_hours"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an account may choose, as it stands."""

    subscriptions: tuple[Subscription, ...]
    delivery: Delivery
    destinations: tuple[Destination, ...] = ()

    def find(self, student_id: int) -> Subscription | None:
        """The subscriptions about that child, if it is the actor's own."""
        return next((one for one in self.subscriptions if one.child.student_id == student_id), None)

    def of(self, student_id: int) -> Subscription:
        """The same; raises `NotFoundError` for any other child."""
        found = self.find(student_id)
        if found is None:
            raise NotFoundError(kind="student")
        return found


async def read(ctx: Ctx) -> Settings:
    """The actor's settings."""
    async with ctx.reading() as work:
        return await _settings(work)


async def choose(ctx: Ctx, student_id: int, topic: Topic, mode: Mode) -> Settings:
    """How news of the topic about that child is to come. Raises `InvalidError("mode")` for an odd choice."""
    async with ctx.writing() as work:
        child = await _own_child(work, student_id)
        if mode not in CHOICES[topic] or topic not in topics(work, child):
            raise InvalidError("mode", topic=topic, mode=mode)
        await work.subscriptions.choose(work.actor.account_id, student_id, {topic: mode}, work.now)
        settings = await _settings(work)
        await work.commit()
        return settings


async def choose_preset(ctx: Ctx, student_id: int, preset: Preset) -> Settings:
    """Everything about that child is to come as the preset says."""
    async with ctx.writing() as work:
        child = await _own_child(work, student_id)
        modes = {topic: PRESETS[preset][topic] for topic in topics(work, child)}
        await work.subscriptions.choose(work.actor.account_id, student_id, modes, work.now)
        settings = await _settings(work)
        await work.commit()
        return settings


async def ask_hours(ctx: Ctx) -> None:
    """The next text names the quiet hours."""
    async with ctx.writing() as work:
        await work.inputs.expect(HOURS)
        await work.commit()


async def type_hours(ctx: Ctx, text: str) -> Settings:
    """Quiet hours as somebody types them. Raises `InvalidError("hours")`; the question then stays open."""
    start, end = hours.read(text)
    async with ctx.writing() as work:
        await work.inputs.done()
        await work.subscriptions.change(work.actor.account_id, quiet_from=start, quiet_to=end)
        settings = await _settings(work)
        await work.commit()
        return settings


async def set_quiet_hours(ctx: Ctx, start: time | None, end: time | None) -> Settings:
    """Hours in which news waits, absences apart; equal ends mean none, `None` twice the school's own."""
    if (start is None) != (end is None):
        raise InvalidError("quiet_hours")
    return await _change(ctx, quiet_from=start, quiet_to=end)


async def set_weekly_day(ctx: Ctx, weekday: int | None) -> Settings:
    """The ISO weekday of the weekly summary; `None` leaves it to the school."""
    if weekday is not None and weekday not in range(1, 8):
        raise InvalidError("weekday")
    return await _change(ctx, weekly_day=weekday)


async def set_digest_hour(ctx: Ctx, at: time) -> Settings:
    """When the card of the evening comes."""
    return await _change(ctx, digest_at=at)


async def set_privacy(ctx: Ctx, privacy: Privacy) -> Settings:
    """How much of a push a locked phone may show."""
    return await _change(ctx, privacy=privacy)


async def set_protection(ctx: Ctx, *, protect: bool) -> Settings:
    """Whether the messenger forbids forwarding and saving what the school sends.

    No edit protects a message that stands already: news then begins its threads anew.
    """
    async with ctx.writing() as work:
        await work.subscriptions.change(work.actor.account_id, protect=protect)
        if protect:
            await work.subscriptions.begin_anew(work.actor.account_id)
        settings = await _settings(work)
        await work.commit()
        return settings


async def set_large(ctx: Ctx, *, large: bool) -> Settings:
    """«Крупно и просто»: big buttons, no abbreviations."""
    return await _change(ctx, large=large)


async def set_locale(ctx: Ctx, locale: str) -> Settings:
    """The language of everything the account reads."""
    if locale not in LOCALES:
        raise InvalidError("locale")
    return await _change(ctx, locale=locale)


def topics(work: Work, child: Child) -> tuple[Topic, ...]:
    """What may be heard of that child: a student's own account hears of no absences."""
    return STUDENT_TOPICS if child.student_id == work.actor.student_id else GUARDIAN_TOPICS


async def _change(ctx: Ctx, **values: object) -> Settings:
    async with ctx.writing() as work:
        await work.subscriptions.change(work.actor.account_id, **values)
        settings = await _settings(work)
        await work.commit()
        return settings


async def _own_child(work: Work, student_id: int) -> Child:
    # A student chooses for the own account what a guardian chooses for a child.
    own = student_id == work.actor.student_id
    return await gate.student(work, student_id, Permission.READ_DIARY if own else Permission.SUBSCRIBE)


async def _settings(work: Work) -> Settings:
    actor = work.actor
    children = list(actor.children)
    if actor.student_id is not None and (child := await work.people.child(actor.student_id)) is not None:
        children.append(child)
    chosen = await work.subscriptions.modes(actor.account_id, [child.student_id for child in children])
    return Settings(
        subscriptions=tuple(
            Subscription(child, chosen.get(child.student_id, {}), topics(work, child)) for child in children
        ),
        delivery=await work.subscriptions.delivery(actor.account_id),
        destinations=await _destinations(work),
    )


async def _destinations(work: Work) -> tuple[Destination, ...]:
    """The addresses on the channels that are set up today."""
    if not work.ctx.channels:
        return ()
    kept = await work.channels.of_account(work.actor.account_id)
    return tuple(one for one in kept if one.channel in work.ctx.channels)
