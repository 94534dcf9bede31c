"""A text typed into a letter that says something else, too: what, and by which button it is done."""

from dataclasses import dataclass

from handlers import menu
from handlers.answers import answer_to
from handlers.messages.callbacks import CALL, HeldAct, HeldCb
from handlers.screen import Button
from handlers.words.callbacks import to_reading
from journal import plain_words
from journal.context import Ctx
from journal.messages import Held
from journal.messages.writing import ANSWER
from journal.model.access import Awaited, Hat
from journal.words import Intent, Reading
from journal.words.calling import wants_call
from journal.words.said import asks
from journal.words.wording import orders
from locales.texts import Texts

# A longer text is a letter, whatever it asks or wants.
FEW, NOT_MANY = 8, 15
_WRITES = frozenset({Intent.ABSENCE, Intent.MESSAGE, Intent.SETTINGS, Intent.THANKS})


@dataclass(frozen=True, slots=True)
class Instead:
    """What else was meant; `data` is the button that does it, None where the words themselves are needed."""

    intent: Intent | None = None
    data: str | None = None
    call: bool = False

    def button(self, draft: Held, t: Texts) -> Button:
        data = self.data or HeldCb(act=HeldAct.INSTEAD, mark=draft.mark).pack()
        return Button(self._label(t), data)

    def _label(self, t: Texts) -> str:
        if self.call:
            return t("Ask for a call")
        match self.intent:
            case Intent.ABSENCE:
                return t("Announce an absence")
            case Intent.MESSAGE:
                return t("Another message")
            case Intent.SETTINGS:
                return t("Settings")
            case Intent.THANKS:
                return t("It was said to the diary")
        return t("A question to the diary")

    def question(self, addressee: str, t: Texts) -> str:
        if self.intent in _WRITES:
            return t("Is this for {addressee}, or shall I do it here?", addressee=addressee)
        return t("Is this for {addressee}, or shall I answer it?", addressee=addressee)


async def meant_instead(awaited: Awaited, text: str, ctx: Ctx, t: Texts) -> Instead | None:
    """What a short text is beside a letter; a colleague's is one unless it is the name of a button."""
    named, length = menu.named(text, ctx, t), len(text.split())
    if named is not None:
        called = named == CALL
        return Instead(Intent.MESSAGE if called else None, named, call=called)
    if ctx.actor.hat is Hat.STAFF or not 0 < length <= NOT_MANY:
        return None
    sure = (await plain_words.understand(ctx, text)).sure
    if sure is None or answer_to(sure.intent, ctx) is None:
        return None
    if sure.intent in _WRITES:
        return _order(sure, text, awaited)
    return _question(sure, text, awaited) if length <= FEW else None


def _order(sure: Reading, text: str, awaited: Awaited) -> Instead | None:
    if any(sign in text.strip()[:-1] for sign in "?!\n"):
        return None
    call = wants_call(text)
    # «Передайте Ане справку» is said to whoever reads the letter.
    if sure.intent is Intent.MESSAGE and not call and not (orders(text) and (sure.to or sure.subject)):
        return None
    # Who answers a letter thanks whoever wrote it; «спасибо вам» is for somebody, too.
    if sure.intent is Intent.THANKS and (awaited.kind == ANSWER or len(text.split()) > 1):
        return None
    return Instead(sure.intent, call=call)


def _question(sure: Reading, text: str, awaited: Awaited) -> Instead | None:
    # «Когда контрольная?» may be for the teacher or for the diary: whoever wrote it says so by a tap.
    if not sure.intent.is_question or any(sign in text.strip()[:-1] for sign in ".?!\n"):
        return None
    # Whoever writes from a mark, a lesson or a homework asks its teacher; «о поездке в музей» is no question.
    about = awaited.payload.get("context") is not None
    if sure.child is None and (about or not asks(text)):
        return None
    return Instead(sure.intent, to_reading(sure))
