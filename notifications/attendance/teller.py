"""What the sender says of a child's day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from journal.model.news import AttendanceDay, AttendanceForm, Kind, News
from journal.model.outbox import Push, Told
from journal.model.subscriptions import Listener, Topic
from notifications.attendance.queueing import APOLOGY, INSTEAD
from notifications.attendance.words import Reader, apology, next_word
from notifications.house import Round
from notifications.telling import Listeners, Saying, children_of
from storage.news import attendance


class AttendanceTeller:
    """Implements `notifications.telling.Teller`."""

    async def load(
        self, round_: Round, pushes: Sequence[Push], listeners: Listeners
    ) -> Mapping[int, AttendanceDay]:
        keys = {
            push.id: (push.payload["student"], date.fromisoformat(push.payload["date"])) for push in pushes
        }
        children = children_of(pushes, listeners)
        days = await attendance.days(round_.db, list(children.values()), {day for _, day in keys.values()})
        return {
            push_id: replace(days[key], current=key[1] == round_.today)
            for push_id, key in keys.items()
            if key in days
        }

    def say(
        self, push: Push, facts: AttendanceDay, told: Told | None, listener: Listener | None
    ) -> Saying | None:
        if listener is None:
            return None
        instead = INSTEAD in push.payload or bool(told and told.told.get(INSTEAD))
        reader = Reader(
            listener.account_id,
            absences=instead or listener.mode(Topic.ABSENCES).pushes,
            lateness=listener.mode(Topic.LATENESS).pushes,
        )
        if APOLOGY in push.payload:
            return _apology(facts)
        before = told.told if told else {}
        word = next_word(facts, before, reader)
        if word is None:
            # An alarm of which no receipt was saved may have arrived all the same.
            return _apology(facts) if push.attempts and not before.get("absent") else None
        return Saying(
            News(Kind.ATTENDANCE, replace(word.news, instead=instead)),
            told={**word.told, INSTEAD: True} if instead else word.told,
            edits=word.edits,
            replaces=word.replaces,
            living=word.living,
            loud=word.loud,
            quiet=word.quiet,
            topic=Topic.LATENESS if word.news.form is AttendanceForm.LATE else Topic.ABSENCES,
        )


def _apology(facts: AttendanceDay) -> Saying | None:
    """Heard whatever the family chose: it heard the false alarm, too."""
    news = apology(facts)
    if news is None:
        return None
    return Saying(News(Kind.ATTENDANCE, news), loud=True, echo=True, topic=Topic.ABSENCES)
