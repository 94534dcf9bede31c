"""What happens on a person's phone, told at once to whoever listens: the page, the tests, the play."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from simulator.messages import SimMessage

Kind = Literal["message", "edit", "delete", "callback_answer", "typing", "blocked", "person", "mark"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing seen by one person; «mark» is a reaction or a pin.

    `text` is an answer's text or the action of «typing».
    """

    kind: Kind
    person: int
    message: SimMessage | None = None
    text: str = ""
    show_alert: bool = False
    callback_query_id: str = ""


Listener = Callable[[Event], None]


class Bell:
    """Listeners are called in turn, on the event loop, and must not wait."""

    def __init__(self) -> None:
        self._listeners: dict[int | None, list[Listener]] = {None: []}

    def listen(self, listener: Listener, person: int | None = None) -> Callable[[], None]:
        """Tell `listener` of one person's events, or of everybody's; the returned function stops it."""
        listeners = self._listeners.setdefault(person, [])
        listeners.append(listener)
        return lambda: listeners.remove(listener)

    def ring(self, event: Event) -> None:
        """Tell whoever listens to this person, then those who listen to all."""
        for listener in (*self._listeners.get(event.person, ()), *self._listeners[None]):
            listener(event)
