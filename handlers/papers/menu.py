"""The papers of a class on the home screen of whoever makes or prints them."""

from handlers.menu import ClassWay, MenuEntry
from handlers.papers.callbacks import PAPERS, PapersCb
from journal.model.access import Hat
from journal.papers import requests
from journal.policy import Permission

ENTRIES = (
    MenuEntry(
        lambda t: t("Papers and reports"),
        PAPERS,
        frozenset({Hat.STAFF}),
        order=72,
        permission=Permission.PRINT_FOR_FAMILY,
        command="papers",
        help=lambda t: t("what families get on paper"),
        news=requests.count,
    ),
)
CLASS = (
    ClassWay(
        label=lambda t: t("Papers and reports"),
        data=lambda unit: PapersCb(unit=unit).pack(),
        order=60,
        permission=Permission.PRINT_FOR_FAMILY,
    ),
)
