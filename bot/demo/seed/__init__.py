"""Writes the demo's school into an empty database: about 1,000 students and six weeks of a term."""

from bot.demo.seed.away import write_away
from bot.demo.seed.board import write_board
from bot.demo.seed.checking import write_checking
from bot.demo.seed.debts import write_debts
from bot.demo.seed.delivery import write_delivery
from bot.demo.seed.draft import EPOCH, SCHOOL, Phone, draft
from bot.demo.seed.families import write_families
from bot.demo.seed.institution import write_institution
from bot.demo.seed.lists import write_lists
from bot.demo.seed.materials import write_materials
from bot.demo.seed.memory import write_memory
from bot.demo.seed.messages import write_messages
from bot.demo.seed.papers import write_papers
from bot.demo.seed.people import write_classes, write_staff
from bot.demo.seed.programme import write_programme
from bot.demo.seed.remarks import write_remarks
from bot.demo.seed.results import write_results
from bot.demo.seed.statuses import write_statuses
from bot.demo.seed.substitutions import write_substitutions
from bot.demo.seed.term import write_lessons
from bot.demo.seed.week import write_timetable
from storage.db import Db

__all__ = ["EPOCH", "SCHOOL", "Phone", "seed"]


async def seed(db: Db) -> list[Phone]:
    """Write everything in the caller's transaction; returns the phones of all connected people."""
    made = draft(db)
    await write_institution(made)
    await write_staff(made)
    await write_classes(made)
    await write_families(made)
    await write_timetable(made)
    await write_lessons(made)
    await write_debts(made)
    await write_checking(made)
    await write_memory(made)
    await write_results(made)
    await write_materials(made)
    await write_remarks(made)
    await write_away(made)
    await write_programme(made)
    await write_substitutions(made)
    await write_messages(made)
    await write_board(made)
    await write_papers(made)
    await write_statuses(made)
    await write_lists(made)
    await write_delivery(made)
    return made.phones
