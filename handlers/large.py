"""«Крупно и просто» for pushes: few wide buttons, among them somebody who calls back."""

from dataclasses import replace

from handlers.messages.buttons import call_button
from handlers.screen import Button, Screen, Style
from handlers.settings.callbacks import OpenPushCb
from locales.texts import Texts

MOST = 4


def simplified(shown: Screen, push_id: int, student_id: int, t: Texts) -> Screen:
    """At most four buttons, each as wide as the message; the rest is a tap away, an alarm never is."""
    buttons = [button for row in shown.rows for button in row]
    call = call_button(student_id, t)
    if len(buttons) < MOST:
        kept = [*buttons, call]
    else:
        more = Button(t("Other answers"), OpenPushCb(push=push_id).pack())
        kept = [*_first(buttons), call, more]
    return replace(shown, rows=tuple((button,) for button in kept))


def rest_first(shown: Screen) -> Screen:
    """All buttons for whoever asked for the others: those stand before what was there already."""
    buttons = [button for row in shown.rows for button in row]
    if len(buttons) < MOST:
        return shown
    *choices, last = buttons
    offered = _first(buttons)
    rest = [button for button in choices if button not in offered]
    return replace(shown, rows=tuple((button,) for button in (*rest, *offered, last)))


def _first(buttons: list[Button]) -> list[Button]:
    """The first button and the one that raises an alarm; the second where none does."""
    alarms = [button for button in buttons[1:] if button.style is Style.BAD]
    return [buttons[0], (alarms or buttons[1:])[0]]
