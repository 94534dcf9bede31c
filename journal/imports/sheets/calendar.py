"""The sheets of the calendar: school year with its periods, and bells."""

from journal.imports.sheets.columns import Column, Form, Sheet
from journal.model.school import PeriodKind

YEAR_WORD = "учебный год"
PERIOD_WORDS = {
    "четверть": PeriodKind.QUARTER,
    "полугодие": PeriodKind.HALF_YEAR,
    "семестр": PeriodKind.SEMESTER,
}

PERIODS = Sheet(
    "periods",
    "Учебные периоды",
    "Учебный год и его четверти, полугодия или семестры.",
    (
        Column(
            "period_kind",
            "Вид",
            ("Период", "Вид периода", "Тип"),
            Form.CHOICE,
            required=True,
            width=15,
            choices=(YEAR_WORD, *PERIOD_WORDS),
            example="четверть",
        ),
        Column("number", "Номер", ("№",), Form.WHOLE, width=8, low=1, high=12, example="1"),
        Column("name", "Название", (), width=24, hint="Пусто — по виду и номеру.", example="1-я четверть"),
        Column(
            "starts_on",
            "Начало",
            ("Дата начала", "С"),
            Form.DATE,
            required=True,
            width=13,
            example="01.09.2026",
        ),
        Column(
            "ends_on",
            "Конец",
            ("Дата окончания", "Окончание", "По"),
            Form.DATE,
            required=True,
            width=13,
            example="25.10.2026",
        ),
    ),
    ("Периоды", "Четверти", "Календарный график"),
)

BELLS = Sheet(
    "bells",
    "Звонки",
    "Начало и конец каждого урока, для каждой смены.",
    (
        Column("shift", "Смена", (), Form.WHOLE, width=8, low=1, high=3, hint="Пусто — первая.", example="1"),
        Column(
            "slot",
            "Урок",
            ("Номер урока", "№ урока", "Пара"),
            Form.WHOLE,
            required=True,
            width=8,
            high=15,
            example="1",
        ),
        Column(
            "starts", "Начало", ("Начало урока", "С"), Form.TIME, required=True, width=10, example="08:30"
        ),
        Column(
            "ends",
            "Конец",
            ("Окончание", "Конец урока", "По"),
            Form.TIME,
            required=True,
            width=10,
            example="09:15",
        ),
    ),
    ("Расписание звонков",),
)
