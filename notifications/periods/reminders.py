"""Before the last day of period marks teachers are reminded; after it the deputy head hears what is open."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from journal.events import ResultReminderDue, ResultsOverdue
from journal.model.marks import ResultKind
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.periods import PageProgress, Shelf
from journal.model.results import ResultsDueNews
from journal.model.subscriptions import Listener
from journal.periods.own import every_shelf, gathered
from notifications.addressing import for_staff
from notifications.duty import on_duty
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage import listeners as phones_of
from storage.events import Waiting
from storage.news.lessons import held_on, teachers_of, teaching_after

# Days before the last one on which teachers are reminded; 0 is the last day itself.
AHEAD = (3, 1, 0)


async def free_today(round_: Round, breath: timedelta) -> list[int]:
    """Who has no lesson any more on this school day, those without any today too; nobody on a day off."""
    today = round_.today
    if not await held_on(round_.db, today):
        return []
    busy = await teaching_after(round_.db, today, round_.now - breath)
    return [person for person in await teachers_of(round_.db, today) if person not in busy]


async def due_today(round_: Round, free: Sequence[int]) -> list[ResultReminderDue]:
    """Who of those without lessons any more is to be reminded today, of which assessment."""
    found: list[ResultReminderDue] = []
    for shelf in await every_shelf(round_.work()):
        if days_left(shelf, round_) not in AHEAD:
            continue
        teachers = {teacher.id for item in shelf.pages if item.left for teacher in item.teachers}
        found += [
            ResultReminderDue(person, shelf.assessment.code, round_.today.isoformat())
            for person in sorted(teachers & set(free))
        ]
    return found


async def overdue_today(round_: Round) -> list[ResultsOverdue]:
    """Assessments whose last day was yesterday, with marks that are not set."""
    return [
        ResultsOverdue(shelf.assessment.code, round_.today.isoformat())
        for shelf in await every_shelf(round_.work())
        if days_left(shelf, round_) == -1 and any(item.left for item in shelf.pages)
    ]


def days_left(shelf: Shelf, round_: Round) -> int | None:
    """School dates from today to the last day; None before the window opens."""
    verdict = shelf.verdict
    if verdict.until is None or verdict.code == "results_too_early":
        return None
    last = round_.school.day(verdict.until - timedelta(seconds=1))
    return (last - round_.today).days


async def expand_reminders(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The phones of the teachers; what is missing is looked up when it is sent."""
    phones = await phones_of.staff(round_.db, {event.payload["person_id"] for event in events})
    return [
        for_staff(
            round_,
            event,
            Kind.RESULTS_DUE,
            account,
            {"person": event.payload["person_id"], "assessment": event.payload["assessment"]},
        )
        for event in events
        for account in phones.get(event.payload["person_id"], ())
    ]


async def expand_overdue(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The deputy heads."""
    duty = await on_duty(round_, [])
    return [
        for_staff(round_, event, Kind.RESULTS_OVERDUE, account, {"assessment": event.payload["assessment"]})
        for event in events
        for account in dict.fromkeys(duty.heads)
    ]


class DueTeller:
    """Implements `notifications.telling.Teller`: what one teacher has not set."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, ResultsDueNews]:
        shelves = await _shelves(round_, pushes)
        found = {}
        for push in pushes:
            shelf = shelves.get(push.payload["assessment"])
            pages = _left(shelf, push.payload["person"]) if shelf else ()
            if shelf is not None and pages:
                found[push.id] = _news(shelf, pages)
        return found

    def say(
        self, push: Push, facts: ResultsDueNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(Kind.RESULTS_DUE, facts))


class OverdueTeller:
    """Implements `notifications.telling.Teller`: what the school has not set."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, ResultsDueNews]:
        shelves = await _shelves(round_, pushes)
        found = {}
        for push in pushes:
            shelf = shelves.get(push.payload["assessment"])
            if shelf is not None and (pages := tuple(item for item in shelf.pages if item.left)):
                found[push.id] = _news(shelf, pages)
        return found

    def say(
        self, push: Push, facts: ResultsDueNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(Kind.RESULTS_OVERDUE, facts))


async def _shelves(round_: Round, pushes: Sequence[Push]) -> dict[str, Shelf]:
    """Each assessment that the pushes are about, with the whole school's pages."""
    found = {}
    for code in sorted({str(push.payload["assessment"]) for push in pushes}):
        kind, _, period = code.partition(":")
        shelf, _known = await gathered(round_.work(), None, ResultKind(kind), int(period or 0))
        if shelf is not None and shelf.assessment.code == code:
            found[code] = shelf
    return found


def _left(shelf: Shelf, person_id: int) -> tuple[PageProgress, ...]:
    return tuple(
        item for item in shelf.pages if item.left and person_id in {teacher.id for teacher in item.teachers}
    )


def _news(shelf: Shelf, pages: tuple[PageProgress, ...]) -> ResultsDueNews:
    verdict = shelf.verdict
    return ResultsDueNews(shelf.assessment, pages, verdict.until, not verdict.allowed)
