"""The ways to the list: from the home screen of those who teach, from the class's card."""

from handlers.at_risk.callbacks import ALL, RiskCb
from handlers.menu import ClassWay, MenuEntry
from journal.model.access import Hat
from journal.policy import Permission

ENTRIES = (
    MenuEntry(
        label=lambda t: t("Who needs help"),
        data=ALL,
        hats=frozenset({Hat.STAFF}),
        order=61,
        permission=Permission.ANALYSE,
        help=lambda t: t("low averages and many missed lessons; one tap tells the family"),
    ),
)

CLASS = (
    ClassWay(
        label=lambda t: t("Who needs help"),
        data=lambda unit: RiskCb(unit=unit).pack(),
        order=10,
        permission=Permission.ANALYSE,
    ),
)
