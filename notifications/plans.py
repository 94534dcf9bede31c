"""Plans that are not loaded: the deputy head hears before their day and after it, a teacher when reminded."""

from collections.abc import Mapping, Sequence

from journal.events import PlansMissing
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.programme import PageProgramme, PlansNews, Programme
from journal.model.subscriptions import Listener
from journal.plans.programme import due_day, gathered
from notifications.addressing import for_staff
from notifications.duty import on_duty
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import listeners as phones_of
from storage.events import Waiting

# Days to the last one on which the deputy heads hear of it: two weeks and some days before, the day after.
AHEAD = (14, 3, -1)


async def missing_today(round_: Round) -> list[PlansMissing]:
    """Whether the deputy heads are to hear today of pages without a plan."""
    work = round_.work()
    year = await work.plans.year(round_.today)
    if year is None or (due_day(year, work) - round_.today).days not in AHEAD:
        return []
    return [PlansMissing(round_.today.isoformat())] if (await gathered(work)).without else []


async def expand_missing(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The deputy heads; what is missing is looked up when it is sent."""
    duty = await on_duty(round_, [])
    return [
        for_staff(round_, event, Kind.PLANS_MISSING, account, {})
        for event in events
        for account in dict.fromkeys(duty.heads)
    ]


async def expand_due(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The phones of the teachers who are reminded."""
    phones = await phones_of.staff(round_.db, {event.payload["person_id"] for event in events})
    return [
        for_staff(round_, event, Kind.PLANS_DUE, account, {"person": event.payload["person_id"]})
        for event in events
        for account in phones.get(event.payload["person_id"], ())
    ]


class PlansTeller:
    """Implements `notifications.telling.Teller`: what is still missing when it is told."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, PlansNews]:
        found = await gathered(round_.work())
        return {
            push.id: PlansNews(found.year.name, found.due, pages, found.due < round_.today)
            for push in pushes
            if (pages := _of(found, push.payload.get("person")))
        }

    def say(
        self, push: Push, facts: PlansNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(push.kind, facts))


def _of(found: Programme, person_id: int | None) -> tuple[PageProgramme, ...]:
    """The pages without a plan, of one teacher or of all."""
    return tuple(
        one
        for one in found.without
        if person_id is None or person_id in {teacher.id for teacher in one.teachers}
    )
