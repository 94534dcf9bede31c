"""The lists of classes: on the class's card, and on the first screen of whoever keeps all of them."""

from handlers.class_lists.callbacks import LISTS, ClassListCb
from handlers.menu import ClassWay, MenuEntry
from journal import class_lists
from journal.model.access import Hat
from journal.policy import Permission

ENTRIES = (
    MenuEntry(
        label=lambda t: t("Class lists"),
        data=LISTS,
        hats=frozenset({Hat.STAFF}),
        order=73,
        permission=Permission.KEEP_ROLL,
        whole=True,
        help=lambda t: t("which class teachers have confirmed them, and what is wrong"),
        news=class_lists.waiting,
    ),
)
CLASS = (
    ClassWay(
        label=lambda t: t("Class list"),
        data=lambda unit: ClassListCb(unit=unit).pack(),
        order=50,
        permission=Permission.KEEP_ROLL,
    ),
)
