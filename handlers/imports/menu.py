"""The way to the imports from the home screen."""

from dataclasses import dataclass

from handlers.imports.callbacks import IMPORTS
from handlers.menu import MenuEntry, reaches
from journal.context import Ctx
from journal.model.access import Hat
from journal.policy import Permission

# Whoever brings lists, timetables or plans. A class teacher keeps the own class by hand.
BRINGING = (
    Permission.IMPORT_DATA,
    Permission.SET_UP_YEAR,
    Permission.FORM_TIMETABLE,
    Permission.SUPPLY_FAMILY_DATA,
    Permission.LOAD_PLAN,
)


@dataclass(frozen=True, slots=True)
class BringingEntry(MenuEntry):
    """Shows to whoever has any of the permissions; plans alone have a button of their own."""

    def shows_to(self, ctx: Ctx) -> bool:
        return ctx.actor.hat in self.hats and bool(brought(ctx) - {Permission.LOAD_PLAN})


def brought(ctx: Ctx) -> set[Permission]:
    """What the actor may bring files for."""
    return {each for each in BRINGING if reaches(ctx, each)}


ENTRIES = (
    BringingEntry(lambda t: t("Load a file"), IMPORTS, frozenset({Hat.STAFF}), order=80, command="import"),
)
