"""The sheets of teaching: workload, curriculum, timetable and lesson plans."""

from journal.imports.sheets.columns import Column, Form, Sheet

WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
WEEKS = {
    "каждая": "1", "все": "1", "каждую": "1", "еженедельно": "1", "1": "1", "11": "1",
    "нечетная": "10", "нечетные": "10", "нечет": "10", "первая": "10", "10": "10", "а": "10",
    "четная": "01", "четные": "01", "чет": "01", "вторая": "01", "01": "01", "б": "01",
}  # fmt: skip
OFFERED_WEEKS = ("каждая", "нечётная", "чётная")

_SUBJECT = Column(
    "subject",
    "Предмет",
    ("Дисциплина", "Наименование предмета", "Учебный предмет"),
    required=True,
    width=26,
    example="Алгебра",
)
_CLASS = Column(
    "school_class",
    "Класс",
    ("Группа", "Класс (группа)", "Учебная группа"),
    required=True,
    width=10,
    example="7Б",
)
_SUBGROUP = Column("subgroup", "Подгруппа", (), width=16, hint="Пусто — весь класс.")

WORKLOAD = Sheet(
    "workload",
    "Нагрузка",
    "Кто что ведёт: по этим строкам появляются страницы предметов в журнале.",
    (
        Column(
            "teacher",
            "Учитель",
            ("Преподаватель", "ФИО учителя", "ФИО", "Педагог"),
            required=True,
            width=30,
            hint="Как в листе «Сотрудники»; можно «Иванова А. П.»",
            example="Иванова Анна Петровна",
        ),
        _SUBJECT,
        _CLASS,
        _SUBGROUP,
        Column(
            "hours_week",
            "Часов в неделю",
            ("Часы", "Часов", "Часов в нед", "Кол-во часов"),
            Form.NUMBER,
            width=14,
            high=60,
            example="3",
        ),
    ),
    ("Тарификация", "Педагогическая нагрузка"),
)

CURRICULUM = Sheet(
    "curriculum",
    "Учебный план",
    "Сколько часов в год отведено предмету в параллели.",
    (
        Column(
            "grade",
            "Параллель",
            ("Класс", "Курс", "Параллель (класс)"),
            Form.WHOLE,
            required=True,
            width=11,
            low=1,
            high=12,
            example="7",
        ),
        _SUBJECT,
        Column(
            "hours_year",
            "Часов в год",
            ("Часы", "Часов", "Кол-во часов", "Количество часов"),
            Form.WHOLE,
            required=True,
            width=12,
            low=1,
            high=2000,
            example="102",
        ),
    ),
    ("План", "УП"),
)

TIMETABLE = Sheet(
    "timetable",
    "Расписание",
    "Одна строка — один урок недели. Загрузка заменяет расписание тех классов, которые есть в файле.",
    (
        _CLASS,
        Column(
            "weekday",
            "День",
            ("День недели",),
            Form.CHOICE,
            required=True,
            width=14,
            choices=WEEKDAYS,
            example="понедельник",
        ),
        Column(
            "slot",
            "Урок",
            ("Номер урока", "№ урока", "Пара"),
            Form.WHOLE,
            required=True,
            width=7,
            high=15,
            example="2",
        ),
        _SUBJECT,
        _SUBGROUP,
        Column(
            "teacher",
            "Учитель",
            ("Преподаватель", "ФИО учителя", "Педагог"),
            width=30,
            example="Иванова А. П.",
        ),
        Column("second_teacher", "Второй учитель", ("Второй преподаватель",), width=24),
        Column("room", "Кабинет", ("Аудитория", "Каб"), width=10, example="214"),
        Column(
            "weeks",
            "Недели",
            ("Неделя", "Чётность"),
            Form.CHOICE,
            width=11,
            choices=OFFERED_WEEKS,
            hint="Пусто — каждая неделя.",
            example="каждая",
        ),
    ),
    ("Расписание уроков", "Расписание занятий"),
)

LESSON_PLAN = Sheet(
    "lesson_plan",
    "КТП",
    "Календарно-тематический план: одна строка — одна тема. Несколько классов — через запятую.",
    (
        _SUBJECT,
        Column(
            "school_class", "Класс", ("Классы", "Группа", "Группы"), required=True, width=12, example="7А, 7Б"
        ),
        Column(
            "number",
            "№",
            ("Номер", "№ п/п", "№ урока", "п/п"),
            Form.WHOLE,
            width=6,
            low=1,
            high=999,
            hint="Пусто — по порядку строк.",
            example="1",
        ),
        Column("section", "Раздел", ("Название раздела",), width=26, example="Выражения"),
        Column(
            "topic",
            "Тема",
            ("Тема урока", "Тема занятия", "Название темы"),
            required=True,
            width=48,
            example="Числовые выражения",
        ),
        Column(
            "hours",
            "Часов",
            ("Часы", "Кол-во часов", "Количество часов"),
            Form.WHOLE,
            width=8,
            low=1,
            high=99,
            hint="Пусто — 1.",
            example="1",
        ),
        Column(
            "planned_on",
            "Дата",
            ("Дата по плану", "Плановая дата"),
            Form.DATE,
            width=12,
            example="02.09.2026",
        ),
        Column("homework", "Домашнее задание", ("ДЗ", "Задание на дом"), width=36, example="§ 1, № 12"),
        Column(
            "work_kind",
            "Вид работы",
            ("Контроль", "Вид контроля", "Тип урока"),
            width=22,
            hint="Если тема — контрольная, лабораторная и т. п.",
        ),
        _SUBGROUP,
    ),
    ("Календарно-тематический план", "Календарно-тематическое планирование", "Тематическое планирование"),
)
