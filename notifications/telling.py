"""What an area teaches the sender: how to load the facts of its pushes, and what to say of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from journal.model.news import News
from journal.model.outbox import Push, Told
from journal.model.people import Child
from journal.model.subscriptions import Listener, Topic
from notifications.house import Round

Listeners = Mapping[tuple[int, int], Listener]


def children_of(pushes: Sequence[Push], listeners: Listeners) -> dict[int, Child]:
    """The children whom these pushes are about, as their listeners know them."""
    wanted = {push.student_id for push in pushes}
    return {
        listener.child.student_id: listener.child
        for listener in listeners.values()
        if listener.child.student_id in wanted
    }


@dataclass(frozen=True, slots=True)
class Saying:
    """What a push says now.

    `told` is kept with the push's thread. `edits`: the thread's message, if there is one, becomes this, which
    rings nowhere; `replaces`: this comes as a new message, and that one goes. `living`: it becomes the
    thread's message. `loud` sounds whatever was chosen, `quiet` never. `echo`: this only says
    aloud what an edit says at the same time, and is left out where nothing is edited in silence.
    """

    news: News
    told: Mapping[str, Any] | None = None
    edits: bool = False
    replaces: bool = False
    living: bool = True
    loud: bool = False
    quiet: bool = False
    echo: bool = False
    # The message to edit, where it is not the thread's own.
    message_id: int | None = None
    # Whose choice of loudness counts, where the kind's rule leaves it open.
    topic: Topic | None = None


class Teller(Protocol):
    """Speaks for the pushes of one kind (or of several that share their facts)."""

    async def load(self, round_: Round, pushes: Sequence[Push], listeners: Listeners) -> Mapping[int, Any]:
        """The facts by push id, in a constant number of statements; without those that no longer stand."""
        ...

    def say(self, push: Push, facts: Any, told: Told | None, listener: Listener | None) -> Saying | None:
        """What to say of the facts; None when it was told already, or the listener wants none of it.

        `listener` is None for a push to staff.
        """
        ...
