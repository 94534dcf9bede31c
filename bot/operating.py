"""The command line acts on the school as its operator, by the name of the machine's user."""

import getpass

from bot.settings import Misconfigured, Settings
from journal import regulation
from journal.clock import SystemClock
from journal.context import Ctx, Origin, operator
from journal.founding import read_zone
from journal.model.school import School
from journal.regulation import Regulation, RegulationError
from storage.school import load_school
from storage.unit_of_work import SqlStore

CHANNEL = "command line"


def operating_ctx(settings: Settings, store: SqlStore, school: School, rules: str) -> Ctx:
    """A context of the operator. Raises `Misconfigured` without a SECRET to hash codes with."""
    if not settings.pepper:
        raise Misconfigured("SECRET is missing: put the output of `python -m bot secret` into .env")
    actor = operator(getpass.getuser())
    return Ctx(actor, store, SystemClock(), school, _read(rules), Origin(CHANNEL), settings.pepper)


async def present_ctx(settings: Settings, store: SqlStore) -> Ctx:
    """The operator's context in the school of the database. Raises `Misconfigured` before `install`."""
    async with store.connection() as db:
        founded = await load_school(db)
    if founded is None:
        raise Misconfigured("there is no school in the database yet: run `python -m bot install`")
    return operating_ctx(settings, store, founded.school, founded.regulation)


def school_of(name: str, short_name: str, city: str, zone: str, founder: str, rules: str) -> School:
    """The school as typed. Raises `Misconfigured` for rules, `InvalidError` for a zone that cannot be."""
    return School(name, short_name, read_zone(zone), _read(rules).institution.kind, founder, city)


def _read(rules: str) -> Regulation:
    try:
        return regulation.from_toml(rules)
    except RegulationError as error:
        raise Misconfigured(f"the regulation cannot be read: {error}") from None
