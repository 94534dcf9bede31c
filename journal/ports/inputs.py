"""What use cases need in order to ask for a typed answer."""

from datetime import timedelta
from typing import Any, Protocol


class Inputs(Protocol):
    """The one typed answer that the acting account is asked for; asking again replaces the question.

    The next text of that account reaches the handler filtered by `Awaiting(kind)`, which gets `awaited` with
    the `payload`; that handler's use case calls `done()`, or `expect` for the next question. A command or a
    pressed button is never taken for the answer. An unanswered question is forgotten after `patience`.
    """

    async def expect(
        self,
        kind: str,
        payload: dict[str, Any] | None = None,
        *,
        message_id: int | None = None,
        patience: timedelta = ...,
    ) -> None:
        """Ask for a typed answer; `message_id` is the screen that asked, if it is to be edited."""
        ...

    async def done(self) -> None:
        """The question is answered or dropped."""
        ...
