"""The buttons under a notice: on a reader's phone and under its author's living counter."""

from handlers.home.callbacks import Living
from handlers.living import refresh
from handlers.notices.callbacks import SentAct, SentCb, SignCb
from handlers.screen import Button, Row, Style
from locales.texts import Texts


def signing(notice_id: int, t: Texts) -> Row:
    """For a reader who is asked to sign off and has not yet."""
    return (Button(t("I have read it"), SignCb(notice=notice_id).pack(), style=Style.GOOD),)


def following(notice_id: int, *, sign_off: bool, open_: bool, living: bool, t: Texts) -> tuple[Row, ...]:
    """Under the counter, `living` in the author's own message; `open_` while somebody has not signed yet."""

    def button(label: str, act: SentAct) -> Button:
        return Button(label, SentCb(notice=notice_id, act=act).pack())

    asked = (button(t("Who has not"), SentAct.MISSING), button(t("Remind them"), SentAct.NUDGE))
    again = refresh(Living.NOTICE, notice_id, t) if living else button(t("Refresh"), SentAct.COUNTER)
    rest = (again, button(t("Withdraw"), SentAct.WITHDRAW))
    return (asked, rest) if sign_off and open_ else (rest,)
