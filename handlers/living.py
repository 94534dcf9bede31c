"""Living messages: each shows how one thing stands at present, and nothing else ever takes its place.

The button that brings such a message up to date is also its mark. What is opened from a message that carries
one comes as a message of its own: the next figure would wipe it away, and it would hide the figures.
"""

from collections.abc import Iterable

from handlers.home.callbacks import Living, LivingCb
from handlers.screen import Button, Screen
from locales.texts import Texts

_PREFIX = f"{LivingCb.__prefix__}{LivingCb.__separator__}"


def refresh(of: Living, number: int, t: Texts) -> Button:
    """The button that makes a message a living one."""
    return Button(t("Refresh"), LivingCb(of=of, id=number).pack())


def mark_of(buttons: Iterable[str | None]) -> str | None:
    """The mark among the data of a message's buttons; None where it is no living message."""
    return next((data for data in buttons if data and data.startswith(_PREFIX)), None)


def marked(shown: Screen) -> str | None:
    """The mark of a screen."""
    return mark_of(button.data for row in shown.rows for button in row)
