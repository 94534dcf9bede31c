"""The screen «Как работает бот»."""

from collections.abc import Iterator
from datetime import timedelta

from handlers.delivery import outages, words
from handlers.delivery.callbacks import LETTERS, STATE
from handlers.home.screens import back
from handlers.screen import Button, Row, Screen, Style, bold, screen
from journal.context import Ctx
from journal.model.delivery import BotState, LaneLoad
from locales.texts import Texts

# An outage is shown for a week.
RECENT = timedelta(days=7)


def state(found: BotState, ctx: Ctx, t: Texts) -> Screen:
    """What waits, what went, whom the messenger does not reach."""
    return screen(
        bold(t("How the bot is doing")),
        *(outages.said(one, ctx.school, t) for one in found.outages),
        *_since(found, ctx, t),
        t("Messages sent today: {count}.", count=found.sent_today),
        *_queue(found, ctx, t),
        *_arrived(found, t),
        _reach(found, t),
        rows=(_letters(found, t), (Button(t("Refresh"), STATE), back(t))),
    )


def _letters(found: BotState, t: Texts) -> Row:
    """The way to what did not arrive; none where that list is empty."""
    if lost := found.undelivered:
        return (Button(t("Did not arrive: {count}", count=lost), LETTERS, style=Style.BAD),)
    return (Button(t("All that did not arrive"), LETTERS),) if found.given_up else ()


def _arrived(found: BotState, t: Texts) -> Iterator[str]:
    """What did not arrive; that everything did is said only where it is true of every message."""
    if found.undelivered:
        yield t("Did not arrive: {count}.", count=found.undelivered)
    away = found.given_up + sum(lane.away for lane in found.lanes)
    rest = [t("to people who cannot be reached, {count}", count=away)] if away else []
    if found.put_away:
        rest.append(t("put away in two weeks, {count}", count=found.put_away))
    if rest:
        yield t("Not everything has arrived: {what}.", what="; ".join(rest))
    elif not found.undelivered:
        waits = any(lane.due or lane.later for lane in found.lanes)
        yield t("All that left has arrived.") if waits else t("Everything has arrived.")


def _since(found: BotState, ctx: Ctx, t: Texts) -> Iterator[str]:
    """Since when it has answered, and what the last outage was."""
    if found.since is None:
        return
    day, at = t.short_day(ctx.school.day(found.since)), t.clock(found.since, ctx.school.zone)
    yield t("Answering since {day}, {at}.", day=day, at=at)
    last = found.last_outage
    if last is not None and last.ended_at is not None and ctx.now - last.ended_at <= RECENT:
        began = t.short_day(ctx.school.day(last.began_at))
        yield t("Last outage, {day}. {said}", day=began, said=outages.said(last, ctx.school, t))


def _queue(found: BotState, ctx: Ctx, t: Texts) -> list[str]:
    waiting = [lane for lane in found.lanes if lane.due or lane.later or lane.away]
    if not waiting:
        return [t("Nothing waits to be sent.")]
    return [t("Waiting to be sent:"), *(f"• {_lane(lane, ctx, t)}" for lane in waiting)]


def _lane(found: LaneLoad, ctx: Ctx, t: Texts) -> str:
    """`Обычные: отправляются 12, первое ждёт с 10:05; ждут своего часа 3 (…), первое уйдёт в 7:00`."""
    today, said = ctx.school.day(ctx.now), []
    if found.since is not None:
        at = t.clock(found.since, ctx.school.zone)
        said.append(t("on their way {count}, the first waits since {at}", count=found.due, at=at))
    if found.next_at is not None:
        at = outages.hour(found.next_at, today, ctx.school, t)
        said.append(
            t(
                "waiting for their hour {count} (quiet hours, summaries, second tries), the next: {at}",
                count=found.later,
                at=at,
            )
        )
    if found.probe_at is not None:
        at = outages.hour(found.probe_at, today, ctx.school, t)
        said.append(
            t("waiting for people who cannot be reached {count}, the next try: {at}", count=found.away, at=at)
        )
    return f"{words.lane(found.lane, t)}: {'; '.join(said)}"


def _reach(found: BotState, t: Texts) -> str:
    if not found.reach.away:
        return t("Everybody who is linked can be reached: {count}.", count=found.reach.linked)
    return t(
        "Cannot be reached: {away} of {count}. Their class teachers see it; each is tried once a day.",
        away=found.reach.away,
        count=found.reach.linked,
    )
