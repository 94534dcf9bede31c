"""A child that needs help: its adults are told, with what stands when they are told."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from journal.at_risk import needs
from journal.model.access import BindingKind
from journal.model.at_risk import ConcernNews
from journal.model.news import Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener
from notifications.addressing import for_family
from notifications.families import families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying
from storage.events import Waiting


async def expand_alerts(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """The adults of the child, whatever they subscribe to."""
    families = await families_of(round_, {event.payload["student_id"] for event in events})
    return [
        for_family(
            round_,
            event,
            Kind.CHILD_NEEDS_HELP,
            listener,
            {
                "student": listener.child.student_id,
                "period": event.payload["period_id"],
                "subject": event.payload["subject_id"],
            },
        )
        for event in events
        for listener in families.of([event.payload["student_id"]])
        if listener.kind is BindingKind.GUARDIAN and listener.account_id != event.account_id
    ]


class ConcernTeller:
    """Implements `notifications.telling.Teller`; of what is put right meanwhile nobody is told."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, ConcernNews]:
        work, found = round_.work(), {}
        grouped: dict[tuple[int, int], list[Push]] = defaultdict(list)
        for push in pushes:
            grouped[push.payload["period"], push.payload["subject"]].append(push)
        for (period_id, subject_id), group in grouped.items():
            period = await work.periods.period(period_id)
            if period is None:
                continue
            students = {push.payload["student"] for push in group}
            standing = await needs(work, students, period, subject_id)
            named = await work.timetable.subject(subject_id) if subject_id else None
            for push in group:
                listener = listeners.get((push.account_id, push.payload["student"]))
                need = standing[push.payload["student"]]
                if listener is not None and need.any:
                    found[push.id] = ConcernNews(listener.child, period, need, named)
        return found

    def say(
        self, push: Push, facts: ConcernNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        return Saying(News(Kind.CHILD_NEEDS_HELP, facts))
