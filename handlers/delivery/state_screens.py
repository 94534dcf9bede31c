"""The screen «Как работает бот»."""

from collections.abc import Iterator
from datetime import timedelta

from handlers.delivery import outages, words
from handlers.delivery.callbacks import LETTERS, STATE
from handlers.home.screens import back
from handlers.screen import Button, Screen, Style, bold, screen
from journal.context import Ctx
from journal.model.delivery import BotState, LaneLoad
from locales.texts import Texts

# An outage is shown for a week.
RECENT = timedelta(days=7)


def state(found: BotState, ctx: Ctx, t: Texts) -> Screen:
    """What waits, what went, whom the messenger does not reach."""
    lost = found.undelivered
    letters = Button(
        t("Did not arrive: {count}", count=lost) if lost else t("All that did not arrive"),
        LETTERS,
        style=Style.BAD if lost else None,
    )
    return screen(
        bold(t("How the bot is doing")),
        *(outages.said(one, ctx.school, t) for one in found.outages),
        *_since(found, ctx, t),
        t("Messages sent today: {count}.", count=found.sent_today),
        *_queue(found, ctx, t),
        t("Did not arrive: {count}.", count=lost) if lost else t("Everything has arrived."),
        _reach(found, t),
        rows=((letters,), (Button(t("Refresh"), STATE), back(t))),
    )


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
    waiting = [lane for lane in found.lanes if lane.due or lane.later]
    if not waiting:
        return [t("Nothing waits to be sent.")]
    return [t("Waiting to be sent:"), *(f"• {_lane(lane, ctx, t)}" for lane in waiting)]


def _lane(found: LaneLoad, ctx: Ctx, t: Texts) -> str:
    """`Обычные: отправляются 12, первое ждёт с 10:05, на позже отложено 3`."""
    said = [t("on their way {count}", count=found.due)] if found.due else []
    if found.since is not None:
        said.append(t("the first waits since {at}", at=t.clock(found.since, ctx.school.zone)))
    if found.later:
        said.append(t("put off till later {count}", count=found.later))
    return f"{words.lane(found.lane, t)}: {', '.join(said)}"


def _reach(found: BotState, t: Texts) -> str:
    if not found.reach.away:
        return t("Everybody who is linked can be reached: {count}.", count=found.reach.linked)
    return t(
        "Cannot be reached: {away} of {count}. Their class teachers see it; each is tried once a day.",
        away=found.reach.away,
        count=found.reach.linked,
    )
