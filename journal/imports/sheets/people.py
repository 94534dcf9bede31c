"""The sheets of people: staff, classes with their students and families, subgroups."""

from journal.imports.sheets.columns import Column, Form, Sheet
from journal.model.people import Role

# The words for the roles of the regulations, as schools write them (requirements, glossary).
ROLE_WORDS = {
    "учитель": Role.TEACHER,
    "учитель-предметник": Role.TEACHER,
    "преподаватель": Role.TEACHER,
    "мастер производственного обучения": Role.TEACHER,
    "педагог": Role.TEACHER,
    "воспитатель": Role.TEACHER,
    "заместитель директора": Role.DEPUTY_HEAD,
    "завуч": Role.DEPUTY_HEAD,
    "директор": Role.DIRECTOR,
    "руководитель": Role.DIRECTOR,
    "администратор": Role.ADMINISTRATOR,
    "администратор эж": Role.ADMINISTRATOR,
    "администратор системы": Role.ADMINISTRATOR,
    "инженер": Role.TECHNICIAN,
    "оператор": Role.TECHNICIAN,
    "системный администратор": Role.TECHNICIAN,
    "секретарь": Role.SECRETARY,
    "секретарь учебной части": Role.SECRETARY,
    "диспетчер": Role.DISPATCHER,
    "рабочая группа": Role.CONTROL_GROUP,
    "администратор сайта": Role.SITE_ADMINISTRATOR,
}
OFFERED_ROLES = (
    "учитель", "преподаватель", "заместитель директора", "директор", "администратор", "инженер", "секретарь",
    "диспетчер", "рабочая группа", "администратор сайта",
)  # fmt: skip
OFFERED_RELATIONS = (
    "мать",
    "отец",
    "опекун",
    "попечитель",
    "приёмный родитель",
    "представитель по доверенности",
)

_CLASS = Column(
    "school_class",
    "Класс",
    ("Группа", "Класс (группа)", "Учебная группа"),
    required=True,
    width=10,
    example="7Б",
)


def _guardian(number: int, example: tuple[str, str, str, str]) -> tuple[Column, ...]:
    """The four columns about one of the adults."""
    name, relation, phone, email = example
    return (
        Column(
            f"guardian_{number}",
            f"Представитель {number}",
            (
                f"Родитель {number}",
                f"ФИО родителя {number}",
                f"Законный представитель {number}",
                f"Родитель {number} ФИО",
            ),
            width=30,
            hint="Фамилия, имя и отчество взрослого полностью.",
            example=name,
        ),
        Column(
            f"relation_{number}",
            f"Кем приходится {number}",
            (f"Родство {number}", f"Степень родства {number}"),
            width=18,
            choices=OFFERED_RELATIONS,
            hint="Выберите из списка или напишите своё слово, например «бабушка».",
            example=relation,
        ),
        Column(
            f"phone_{number}", f"Телефон {number}", (f"Телефон родителя {number}",), width=17, example=phone
        ),
        Column(
            f"email_{number}",
            f"Почта {number}",
            (f"E-mail {number}", f"Email {number}"),
            width=22,
            example=email,
        ),
    )


STUDENTS = Sheet(
    "students",
    "Классы и ученики",
    "Одна строка — один ученик. Кого нет в списке класса, тот выбыл; других классов это не касается.",
    (
        _CLASS,
        Column(
            "last_name",
            "Фамилия",
            ("ФИО", "ФИО ученика", "Фамилия, имя, отчество", "Ученик", "Обучающийся"),
            required=True,
            width=18,
            hint="Можно написать ФИО целиком и оставить имя и отчество пустыми.",
            example="Смирнова",
        ),
        Column("first_name", "Имя", width=14, example="Анна"),
        Column("middle_name", "Отчество", width=18, example="Игоревна"),
        Column(
            "birth_date",
            "Дата рождения",
            ("ДР", "Родился"),
            Form.DATE,
            width=14,
            hint="Нужна для подключения семьи: это второй вопрос после кода.",
            example="31.01.2000",
        ),
        Column(
            "file_number",
            "Личное дело",
            ("Номер личного дела", "№ личного дела"),
            width=13,
            hint="Если указано, ученика находят по нему и после смены фамилии.",
            example="С-114",
        ),
        Column(
            "since",
            "Зачислен с",
            ("Дата зачисления", "В классе с"),
            Form.DATE,
            width=12,
            hint="Пусто — с начала года, а для пришедших позже — со дня загрузки.",
            example="01.09.2026",
        ),
        Column("order_number", "Приказ", ("Номер приказа", "Приказ о зачислении"), width=12, example="12-у"),
        *_guardian(1, ("Смирнова Ольга Петровна", "мать", "+7 900 000-00-01", "")),
        *_guardian(2, ("Смирнов Игорь Андреевич", "отец", "+7 900 000-00-02", "")),
    ),
    ("Классы", "Ученики", "Список класса", "Списки классов", "Обучающиеся"),
)

STAFF = Sheet(
    "staff",
    "Сотрудники",
    "Все сотрудники, которые работают с журналом. Одна строка — один человек.",
    (
        Column(
            "last_name",
            "Фамилия",
            ("ФИО", "Фамилия, имя, отчество", "Сотрудник", "ФИО сотрудника"),
            required=True,
            width=18,
            hint="Можно написать ФИО целиком и оставить имя и отчество пустыми.",
            example="Иванова",
        ),
        Column("first_name", "Имя", width=14, example="Анна"),
        Column("middle_name", "Отчество", width=18, example="Петровна"),
        Column(
            "roles",
            "Роли",
            ("Роль", "Должность", "Должности"),
            required=True,
            width=26,
            choices=OFFERED_ROLES,
            hint="Несколько ролей — через запятую.",
            example="учитель",
        ),
        Column(
            "head_of",
            "Классное руководство",
            ("Классный руководитель", "Куратор группы", "Классное рук-во"),
            width=20,
            hint="Класс, которым человек руководит.",
            example="7Б",
        ),
        Column("order_number", "Приказ", ("Номер приказа", "Приказ о назначении"), width=12, example="41-к"),
        Column("order_date", "Дата приказа", (), Form.DATE, width=13, example="28.08.2026"),
        Column("phone", "Телефон", ("Мобильный",), width=17, example="+7 900 000-00-03"),
        Column("email", "Почта", ("E-mail", "Email", "Электронная почта"), width=24),
    ),
    ("Учителя", "Педагоги", "Персонал", "Преподаватели"),
)

SUBGROUPS = Sheet(
    "subgroups",
    "Подгруппы",
    "Кто в какой подгруппе. Одна строка — один ученик в одной подгруппе.",
    (
        _CLASS,
        Column("subgroup", "Подгруппа", ("Название подгруппы",), required=True, width=18, example="англ. 1"),
        Column(
            "student",
            "Ученик",
            ("Фамилия и имя", "ФИО", "Обучающийся", "ФИО ученика"),
            required=True,
            width=30,
            example="Смирнова Анна",
        ),
        Column(
            "subject",
            "Предмет",
            ("Дисциплина",),
            width=22,
            hint="Пусто — подгруппа общая для нескольких предметов.",
            example="Английский язык",
        ),
    ),
    ("Группы", "Деление на подгруппы"),
)
