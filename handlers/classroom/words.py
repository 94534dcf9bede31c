"""Words about adults whom the messenger does not reach, for the class's day and for its access."""

from collections.abc import Sequence

from handlers.screen import lines
from journal.model.people import Child, Person
from locales.texts import Texts


def adults(found: Sequence[tuple[Person, Person | Child]]) -> str:
    """`Иванова О. В. (Аня)`, each adult with the child."""
    return ", ".join(f"{adult.short} ({child.first_name})" for adult, child in found)


def not_reached(found: Sequence[tuple[Person, Person | Child]], t: Texts) -> str | None:
    """Who gets no messages, and what to ask of them; None where everybody does."""
    if not found:
        return None
    return lines(
        t("! Not getting messages: {names}", names=adults(found)),
        what_to_do(t),
    )


def what_to_do(t: Texts) -> str:
    """How such an adult is reached again, and how meanwhile."""
    return t(
        "Ask them to unblock the bot: open its chat and press “Start”. Until then a call or a paper helps."
    )
