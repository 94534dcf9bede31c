"""Who has not signed a notice off: by class where there are several, by name within one."""

from collections.abc import Sequence
from itertools import groupby

from handlers.home.screens import back
from handlers.notices.callbacks import MissingCb, SentAct, SentCb
from handlers.paging import page_of
from handlers.screen import Button, Screen, bold, grid, screen
from journal.model.notices import Addressee
from journal.notices import Preview
from locales.texts import Texts

# Names on one page; classes on one, each of which is a button.
PAGE = 40
CLASSES = 60


def missing(found: Preview, page: int, t: Texts) -> Screen:
    """Who has not signed: the names of the one class, or how many in each of several."""
    groups = _groups(found)
    if len(groups) > 1:
        return _classes(found, groups, page, t)
    return _names(found, next(iter(groups.values()), []), page, t)


def of_class(found: Preview, unit: int, page: int, t: Texts) -> Screen:
    """The names of one class, or of the staff where `unit` is 0."""
    return _names(found, _groups(found).get(unit, []), page, t, unit=unit)


def _groups(found: Preview) -> dict[int, list[Addressee]]:
    """Those who have not signed by class, the youngest first, the staff before all."""

    def place(one: Addressee) -> tuple[int, str, int]:
        return one.grade, one.unit_name, one.unit_id

    open_ = sorted((item for item in found.addressees if not item.signed), key=place)
    return {unit: list(group) for (_, _, unit), group in groupby(open_, place)}


def _classes(found: Preview, groups: dict[int, list[Addressee]], page: int, t: Texts) -> Screen:
    """`5А 20 · 5Б 23` for each grade; a tap shows the names."""
    notice = found.notice.id
    part = page_of(list(groups.values()), page, CLASSES)
    lines = [
        " · ".join(f"{_place(group[0], t)} {len(group)}" for group in of_grade)
        for _, of_grade in groupby(part.shown, lambda group: group[0].grade)
    ]
    buttons = [
        Button(_place(group[0], t), MissingCb(notice=notice, unit=group[0].unit_id).pack())
        for group in part.shown
    ]
    return screen(
        bold(t("Not signed off yet: {count}", count=sum(map(len, groups.values())))),
        *lines,
        rows=(
            *grid(buttons, 4),
            part.turns(lambda number: _all(notice, number), t),
            _last(_all(notice, 0), t),
        ),
    )


def _names(
    found: Preview, open_: Sequence[Addressee], page: int, t: Texts, *, unit: int | None = None
) -> Screen:
    notice = found.notice.id
    part = page_of(open_, page, PAGE)

    def to(number: int) -> str:
        if unit is None:
            return _all(notice, number)
        return MissingCb(notice=notice, unit=unit, page=number).pack()

    names = [_name(item, t) for item in part.shown]
    said = t("Not signed off yet: {count}", count=len(open_))
    headed = said if unit is None or not open_ else f"{_place(open_[0], t)}. {said}"
    classes = () if unit is None else (Button(t("All classes"), _all(notice, 0)),)
    return screen(
        bold(headed) if open_ else t("Everybody has signed off."),
        "\n".join(names) or None,
        rows=(part.turns(to, t), (*classes, *_last(to(part.number), t))),
    )


def _name(one: Addressee, t: Texts) -> str:
    """The name, with why no reminder arrives there."""
    family = one.student_id is not None
    if not one.connected:
        said = t("the family is not connected") if family else t("no phone is connected")
        return f"{one.name} ({said})"
    if not one.reached:
        said = t("the family gets no messages now") if family else t("gets no messages now")
        return f"{one.name} ({said})"
    return one.name


def _place(one: Addressee, t: Texts) -> str:
    return one.unit_name if one.unit_id else t("Staff")


def _all(notice: int, page: int) -> str:
    return SentCb(notice=notice, act=SentAct.MISSING, page=page).pack()


def _last(again: str, t: Texts) -> tuple[Button, Button]:
    return Button(t("Refresh"), again), back(t)
