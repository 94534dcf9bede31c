"""«Задание ещё не внесено»: families who wait for homework hear that it is not there yet."""

from collections.abc import Mapping, Sequence
from datetime import date

from journal.model.news import HomeworkMissingNews, Kind, News
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener, Topic
from notifications.addressing import for_family
from notifications.cards import cards_of
from notifications.families import families_of
from notifications.house import Round
from notifications.telling import Listeners, Saying, children_of
from storage.children import members
from storage.events import Waiting
from storage.news.tasks import untold


async def expand_untold(round_: Round, events: Sequence[Waiting]) -> list[NewPush]:
    """One push for each child of these classes and account that hears of homework."""
    groups = await members(
        round_.db, {unit for event in events for unit in event.payload["unit_ids"]}, round_.today
    )
    families = await families_of(round_, {student for group in groups.values() for student in group})
    cards = await cards_of(round_, [], families.accounts)
    pushes = []
    for event in events:
        concerned = {student for unit in event.payload["unit_ids"] for student in groups[unit]}
        for listener in families.hearing(event, Topic.HOMEWORK, sorted(concerned)):
            student = listener.child.student_id
            payload = {"student": student, "date": event.payload["day"]}
            pushes.append(
                for_family(
                    round_,
                    event,
                    Kind.HOMEWORK_MISSING,
                    listener,
                    payload,
                    mode=listener.mode(Topic.HOMEWORK),
                    opens_at=cards.opens(listener),
                    thread=f"untold:{student}:{event.payload['day']}",
                )
            )
    return pushes


class UntoldTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, HomeworkMissingNews]:
        children = children_of(pushes, listeners)
        found: dict[int, HomeworkMissingNews] = {}
        for day in {push.payload["date"] for push in pushes}:
            due = date.fromisoformat(day)
            missing = await untold(round_.db, due)
            groups = await members(round_.db, set(missing), round_.today)
            for push in pushes:
                student = push.payload["student"]
                if push.payload["date"] == day and student in children:
                    named = [
                        name for unit, names in missing.items() if student in groups[unit] for name in names
                    ]
                    if named:
                        found[push.id] = HomeworkMissingNews(children[student], due, tuple(named))
        return found

    def say(
        self, push: Push, facts: HomeworkMissingNews, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        if told is not None:
            return None
        return Saying(News(Kind.HOMEWORK_MISSING, facts), told={"subjects": list(facts.subjects)})
