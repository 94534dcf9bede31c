"""What can go wrong in the journal: a code and its parameters, never a sentence."""

from typing import Any


class JournalError(Exception):
    """A use case refused. `code` names the reason; `params` fill the sentence that the screen chooses."""

    code = "failed"

    def __init__(self, code: str | None = None, **params: Any) -> None:
        self.code = code or type(self).code
        self.params = params
        super().__init__(self.code)


class NotFoundError(JournalError):
    """The object is missing, or the actor must not know that it exists: outsiders cannot tell which."""

    code = "not_found"


class RefusedError(JournalError):
    """The regulation refuses; `params["clause"]` is the `Clause` the refusal rests on, where there is one."""

    code = "refused"


class InvalidError(JournalError):
    """What was entered cannot be understood or accepted."""

    code = "invalid"


class StaleError(JournalError):
    """The world moved on since the screen was drawn; show a fresh one."""

    code = "stale"
