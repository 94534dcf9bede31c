"""The school's own rules as data: one typed `Regulation`, five presets, validated at load."""

from journal.regulation.deadline import Anchor, Deadline
from journal.regulation.load import DEFAULT, PRESETS, from_toml, load, preset
from journal.regulation.model import Clause, Regulation
from journal.regulation.notation import ClockWindow, DayWindow, WeekMoment, YearDay
from journal.regulation.nouns import Noun
from journal.regulation.overrides import SchoolFile
from journal.regulation.problems import Problem, RegulationError

__all__ = [
    "DEFAULT",
    "PRESETS",
    "Anchor",
    "Clause",
    "ClockWindow",
    "DayWindow",
    "Deadline",
    "Noun",
    "Problem",
    "Regulation",
    "RegulationError",
    "SchoolFile",
    "WeekMoment",
    "YearDay",
    "from_toml",
    "load",
    "preset",
]
