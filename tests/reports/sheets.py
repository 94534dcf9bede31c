"""Sheets as full as a school makes them, each run of them a little different."""

from itertools import cycle, islice

from reports.pictures import (
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

SUBJECTS = (
    *("Русский язык", "Алгебра", "География", "Физическая культура", "Вероятность и статистика"),
    *("Литература", "Английский язык", "История", "Биология", "Труд (технология)"),
    *("Основы безопасности и защиты Родины", "Информатика", "Геометрия", "Изобразительное искусство"),
)
DAYS = ("Понедельник", "Вторник", "Среда", "Четверг", "Пятница", "Суббота")
MARKS = {"5": Tone.GOOD, "4": Tone.FAIR, "3": Tone.WARN, "2": Tone.BAD}
ILL = Chip("б", Tone.FAIR, "болезнь")


def sheets(number: int = 0) -> dict[str, Sheet]:
    """One of each kind: six days of seven lessons, 14 subjects, nine weeks; of child `number`."""
    child = {"title": f"Аня {number}, 7Б", "empty": "Пока пусто.", "language": "ru"}
    return {
        "week": WeekSheet(
            subtitle="12–17 октября",
            days=tuple(_day(name, number + place) for place, name in enumerate(DAYS)),
            averages_title="Средние, 1-я четверть",
            averages=tuple(AverageRow(name, Chip("4,33", Tone.FAIR)) for name in SUBJECTS),
            legend=(ILL,),
            **child,
        ),
        "trends": TrendSheet(
            subtitle="средние, 1-я четверть",
            rows=tuple(_trend(name, number + place) for place, name in enumerate(SUBJECTS)),
            first="1 сентября",
            last="25 октября",
            **child,
        ),
        "spread": SpreadSheet(
            subtitle="оценки, 1-я четверть",
            rows=tuple(
                SpreadRow(name, tuple((Chip(v, tone), 1 + number % 7) for v, tone in MARKS.items()))
                for name in SUBJECTS
            ),
            total="Всего оценок: 87",
            **child,
        ),
        "strip": StripSheet(
            subtitle="пропуски, 1-я четверть",
            weekdays=("пн", "вт", "ср", "чт", "пт", "сб"),
            weeks=tuple(("", tuple(_cell(week * 6 + day + number) for day in range(6))) for week in range(9)),
            totals=("Пропущено уроков: 12", "Опозданий: 1"),
            legend=(ILL,),
            **child,
        ),
    }


def _day(name: str, turn: int) -> DayCard:
    subjects = islice(cycle(SUBJECTS), turn, turn + 7)
    chips = [(Chip("5", Tone.GOOD),), (), (Chip("2", Tone.BAD), ILL)]
    rows = (LessonRow(str(slot), one, chips[slot % 3]) for slot, one in enumerate(subjects, 1))
    return DayCard(name, "12.10", tuple(rows))


def _trend(name: str, turn: int) -> TrendRow:
    points = tuple((place / 9, 2 + (place * turn) % 4) for place in range(9))
    return TrendRow(name, points, Chip("4,33", Tone.FAIR), "up", "растёт")


def _cell(turn: int) -> DayCell:
    number = str(turn % 30 + 1)
    return DayCell(number, Absent.PRESENT) if turn % 7 else DayCell(number, Absent.MISSED, "б 5", Tone.FAIR)
