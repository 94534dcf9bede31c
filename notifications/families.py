"""The families that one round of expansion may tell: who listens for which child."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from journal.model.subscriptions import Listener, Topic
from notifications.audience import hears
from notifications.house import Round
from storage import listeners
from storage.events import Waiting


@dataclass(frozen=True, slots=True)
class Families:
    """Listeners by child."""

    by_child: dict[int, list[Listener]]

    @property
    def accounts(self) -> set[int]:
        return {listener.account_id for group in self.by_child.values() for listener in group}

    def of(self, students: Iterable[int]) -> Iterator[Listener]:
        """Everybody who listens for one of these children."""
        for student in students:
            yield from self.by_child.get(student, ())

    def hearing(self, event: Waiting, topic: Topic, students: Iterable[int]) -> Iterator[Listener]:
        """Those of them who hear of the event: not who caused it, nor who wants none of the topic."""
        for listener in self.of(students):
            if hears(listener, topic, event.at, event.account_id):
                yield listener


async def families_of(round_: Round, students: Collection[int]) -> Families:
    """Everybody bound to these students who may see their data now; two statements."""
    found: dict[int, list[Listener]] = {}
    for listener in await listeners.families(round_.db, students, round_.today):
        found.setdefault(listener.child.student_id, []).append(listener)
    return Families(found)
