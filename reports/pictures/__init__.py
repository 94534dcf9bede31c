"""Pictures of a diary: sheets of ready words, drawn as PNG; the same sheet is always the same picture."""

from reports.pictures.drawing import drawn, key_of
from reports.pictures.sheets import (
    Absent,
    AverageRow,
    Chip,
    DayCard,
    DayCell,
    LessonRow,
    Sheet,
    SpreadRow,
    SpreadSheet,
    StripSheet,
    Tone,
    TrendRow,
    TrendSheet,
    WeekSheet,
)

__all__ = [
    "Absent",
    "AverageRow",
    "Chip",
    "DayCard",
    "DayCell",
    "LessonRow",
    "Sheet",
    "SpreadRow",
    "SpreadSheet",
    "StripSheet",
    "Tone",
    "TrendRow",
    "TrendSheet",
    "WeekSheet",
    "drawn",
    "key_of",
]
