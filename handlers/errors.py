"""Refusals and failures in the reader's words: the one table from an error's code to a sentence.

Areas add the sentences of their own codes in `handlers/<area>/errors.py` as `SENTENCES`, and where a refusal
has a way on, its buttons as `WAYS_ON`.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from handlers.areas import modules
from handlers.home.callbacks import HOME
from handlers.screen import Button, Screen, quote, screen
from journal.errors import JournalError
from journal.regulation import Clause
from locales.texts import Texts

# None where this very refusal has no way on.
WayOn = Callable[[Texts, Mapping[str, Any]], Button | None]
Sentence = Callable[[Texts, Mapping[str, Any]], str]

SENTENCES: dict[str, Sentence] = {
    "not_found": lambda t, _: t("There is nothing here for you: it may have been removed or moved."),
    "not_permitted": lambda t, _: t("This is in another colleague's hands."),
    "refused": lambda t, _: t("The school's rules do not allow this."),
    "invalid": lambda t, _: t("I could not understand this. Please check and try again."),
    "stale": lambda t, _: t("This has changed meanwhile. Please open it again."),
    "reason_missing": lambda t, _: t("Please write the reason in a few words."),
    "nothing_readable": lambda t, _: t("There is nothing to read in this message. Please write in words."),
    "no_such_files": lambda t, _: t(
        "Only photos, files and voice messages can be kept. Send a video as a file or as a link."
    ),
    "text_wanted": lambda t, _: text_wanted(t),
    "school_exists": lambda t, _: t(
        "This database holds a school already. For another one name an empty database in DATABASE_URL."
    ),
    "zone_unknown": lambda t, params: t(
        "There is no time zone “{zone}”. Write, for instance, Europe/Moscow.", zone=params["zone"]
    ),
    "limited": lambda t, _: t("Too many attempts. Please try again later."),
    "failed": lambda t, _: t("This could not be done. Please try again."),
}


def text_wanted(t: Texts) -> str:
    """To whoever sends a picture or a file as the answer to a question."""
    return t("Text is needed here, not a photo or a file. Please type the answer.")


def sentence(error: JournalError, t: Texts) -> str:
    """What to tell the reader, with the number of the clause a refusal rests on."""
    return by_clause(_chosen(error)(t, error.params), _clause(error), t)


def by_clause(said: str, clause: Clause | None, t: Texts) -> str:
    """The sentence with the number of the clause it rests on, if there is one."""
    if clause is None or not clause.number:
        return said
    # «Срок прошёл в 17:00 (п. 4.5). Черновик цел.»: the clause belongs to the first sentence.
    first, _, rest = said.partition(". ")
    number = clause.number.partition("-")[0]
    told = t("{sentence} (clause {number}).", sentence=first.removesuffix("."), number=number)
    return f"{told} {rest}".rstrip()


def _chosen(error: JournalError) -> Sentence:
    """The sentence of the code, else of its kind of error: every error has one."""
    codes = (error.code, *(getattr(kind, "code", "") for kind in type(error).__mro__))
    return next(_all()[code] for code in codes if code in _all())


def refusal(error: JournalError, t: Texts) -> Screen:
    """A refusal as a message of its own: the sentence, the regulation's own words, a way back."""
    clause = _clause(error)
    words = quote(clause.words) if clause is not None and clause.words else None
    further = way_on(error, t)
    return screen(sentence(error, t), words, rows=[[further] if further else [], _home(t)])


def way_on(error: JournalError, t: Texts) -> Button | None:
    """What can be done where the regulation refuses, e.g. asking the deputy head; None: nothing."""
    for module in modules("errors"):
        found: WayOn | None = getattr(module, "WAYS_ON", {}).get(error.code)
        if found is not None and (made := found(t, error.params)) is not None:
            return made
    return None


def apology(t: Texts) -> str:
    """Something broke: what was saved, and what to do."""
    return t("Saving did not work; what you entered is safe. Please try once more.")


def failure(t: Texts) -> Screen:
    """The apology as a message of its own."""
    return screen(apology(t), rows=[_home(t)])


def _home(t: Texts) -> list[Button]:
    return [Button(t("Home"), HOME)]


def _clause(error: JournalError) -> Clause | None:
    found = error.params.get("clause")
    return found if isinstance(found, Clause) else None


@cache
def _all() -> dict[str, Sentence]:
    """The shared sentences with those of every area; a code said twice is a mistake."""
    known = dict(SENTENCES)
    for module in modules("errors"):
        if repeated := known.keys() & module.SENTENCES.keys():
            raise ValueError(f"{module.__name__} repeats {', '.join(sorted(repeated))}")
        known.update(module.SENTENCES)
    return known
