"""What answers which intent: `ANSWERS` in `handlers/<area>/answers.py`, found as menu entries are.

An area that can answer something people type plugs in with a line:

    ANSWERS = {Intent.DEBTS: Answer(FAMILY, lambda said: DebtsCb(student=said.student).pack())}
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from handlers.areas import modules
from handlers.menu import reaches
from handlers.screen import Screen
from journal.context import Ctx
from journal.model.access import Hat
from journal.policy import Permission
from journal.words import Intent, Reading
from journal.words.wording import body_of, letter_in, task_in, told_in
from locales.texts import Texts

EVERYBODY = frozenset({*Hat, None})


@dataclass(frozen=True, slots=True)
class Said:
    """A text and how it was understood; the text is "" where a reading was tapped."""

    reading: Reading
    text: str = ""

    @property
    def student(self) -> int:
        """The child that is named; 0 is the one looked at, as buttons have it."""
        return self.reading.child or 0

    @property
    def subject(self) -> int:
        """The subject that is named; 0 is none."""
        return self.reading.subject or 0

    @property
    def body(self) -> str:
        """What a writing intent is to write; "" where nothing was said beside the order."""
        return body_of(self.text)

    @property
    def task(self) -> str:
        """What is to be done at home; "" where only homework was spoken of."""
        return task_in(self.body)

    @property
    def letter(self) -> str:
        """The words of a letter; "" where it is only said to whom it goes."""
        return letter_in(self.text)

    @property
    def told(self) -> str:
        """The words that are to be passed on, where the text says which: after a colon, or after «…, что»."""
        return told_in(self.text)


@dataclass(frozen=True, slots=True)
class Answer:
    """Answers those who wear one of the `hats` and, where it is named, have the `permission` for something.

    `data` is the button that shows the answer: its own handler and the gate decide as if it had been pressed.
    Where no button says it, `screen` builds the answer. Of several areas the smallest `order` answers.
    """

    hats: frozenset[Hat | None]
    data: Callable[[Said], str] | None = None
    screen: Callable[[Ctx, Texts, Said], Awaitable[Screen]] | None = None
    permission: Permission | None = None
    order: int = 10

    def fits(self, ctx: Ctx) -> bool:
        if ctx.actor.hat not in self.hats:
            return False
        return self.permission is None or reaches(ctx, self.permission)


def answer_to(intent: Intent, ctx: Ctx) -> Answer | None:
    """The answer of whoever asks; None where no area has one for them."""
    found = [
        module.ANSWERS[intent]
        for module in modules("answers")
        if intent in module.ANSWERS and module.ANSWERS[intent].fits(ctx)
    ]
    return min(found, key=lambda answer: answer.order, default=None)
