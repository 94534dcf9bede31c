"""Plain words: what is understood, and what is left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model.span import Span
from journal.words import Drawing, Intent, Reading, Recipient, understand, understanding
from journal.words.arrivals import arrives_at, leaves_after
from journal.words.tokens import words_of
from tests.words.world import NAMES, SCOPES, TODAY


def asked(text: str, asker: str = "parent") -> Reading:
    found = understand(text, SCOPES[asker], TODAY)
    assert found.sure is not None, (text, found)
    return found.sure


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Что задали на завтра?", Intent.HOMEWORK),
        ("д/з", Intent.HOMEWORK),
        ("что на завтра", Intent.HOMEWORK),
        ("homework for tomorrow", Intent.HOMEWORK),
        ("оценки", Intent.MARKS),
        ("почему двойка по физике", Intent.MARKS),
        ("what marks did Petya get", Intent.MARKS),
        ("сколько пропусков в октябре", Intent.ABSENCES),
        ("пропущенные уроки", Intent.ABSENCES),
        ("absences", Intent.ABSENCES),
        ("расписание на завтра", Intent.TIMETABLE),
        ("во сколько завтра домой", Intent.TIMETABLE),
        ("timetable for Monday", Intent.TIMETABLE),
        ("итоговые оценки", Intent.FINALS),
        ("четвертные", Intent.FINALS),
        ("как дела у Ани", Intent.SUMMARY),
        ("что проходят по истории", Intent.TOPICS),
        ("когда контрольная", Intent.CONTROLS),
        ("когда каникулы", Intent.EVENTS),
        ("Аня заболела, пропустит уроки", Intent.ABSENCE),
        ("напиши классной, что не успеем", Intent.MESSAGE),
        ("спасибо", Intent.THANKS),
    ],
)
def test_a_simple_sentence_is_understood(text: str, intent: Intent) -> None:
    assert asked(text).intent is intent


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("что задали на завтра", "2026-10-15", "2026-10-15"),
        ("что задали на послезавтра", "2026-10-16", "2026-10-16"),
        ("что задали на пятницу", "2026-10-16", "2026-10-16"),
        ("что задали на среду", "2026-10-21", "2026-10-21"),
        ("дз на пн", "2026-10-19", "2026-10-19"),
        ("задание на следующую неделю", "2026-10-19", "2026-10-25"),
        ("homework for Friday", "2026-10-16", "2026-10-16"),
        ("оценки за среду", "2026-10-14", "2026-10-14"),
        ("оценки в прошлую среду", "2026-10-07", "2026-10-07"),
        ("оценки в пятницу", "2026-10-09", "2026-10-09"),
        ("оценки за прошлую пятницу", "2026-10-09", "2026-10-09"),
        ("оценки за неделю", "2026-10-08", "2026-10-14"),
        ("оценки на этой неделе", "2026-10-12", "2026-10-18"),
        ("оценки за прошлую неделю", "2026-10-05", "2026-10-11"),
        ("marks this week", "2026-10-12", "2026-10-18"),
        ("оценки за 2 октября", "2026-10-02", "2026-10-02"),
        ("marks on October 2", "2026-10-02", "2026-10-02"),
        ("оценки за 15.09", "2026-09-15", "2026-09-15"),
        ("пропуски в мае", "2026-05-01", "2026-05-31"),
        ("пропуски с 1 по 10 октября", "2026-10-01", "2026-10-10"),
        ("пропуски с 28 сентября по 2 октября", "2026-09-28", "2026-10-02"),
        ("оценки за сентябрь и октябрь", "2026-09-01", "2026-10-31"),
        ("оценки с начала месяца", "2026-10-01", "2026-10-14"),
        ("оценки за последние три дня", "2026-10-12", "2026-10-14"),
        ("расписание через неделю", "2026-10-21", "2026-10-21"),
        ("расписание на понедельник следующей недели", "2026-10-19", "2026-10-19"),
        ("оценки за месяц", "2026-09-14", "2026-10-14"),
        ("Аня болеет со среды по пятницу", "2026-10-21", "2026-10-23"),
        ("Аню не ждите 15 и 16 октября, болеет", "2026-10-15", "2026-10-16"),
    ],
)
def test_days_are_read_towards_where_the_sentence_looks(text: str, first: str, last: str) -> None:
    assert asked(text).when == Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "term"),
    [("оценки за 1 четверть", 1), ("пропуски за вторую четверть", 2), ("пропуски за четверть", 0)],
)
def test_a_period_is_named_by_its_number(text: str, term: int) -> None:
    question = asked(text)
    assert (question.term, question.when) == (term, None)


@pytest.mark.parametrize("text", ["оценки 31 февраля", "оценки 45.99"])
def test_a_day_that_no_calendar_has_names_none(text: str) -> None:
    assert asked(text).when is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("что задали на 31 февраля", "31 февраля"),
        ("расписание на 45 октября", "45 октября"),
        ("дз на 45.10", "45.10"),
    ],
)
def test_a_day_that_no_calendar_has_is_said_to_be_none(text: str, said: str) -> None:
    assert (asked(text).when, asked(text).no_day) == (None, said)


def test_a_day_that_is_somewhere_in_the_calendar_is_not_said_to_be_none() -> None:
    assert [asked(text).no_day for text in ("дз на 29 февраля", "оценки за 15.09", "оценки")] == [None] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Здравствуйте, Анна Сергеевна! Можно Ане переписать контрольную?",
        "Здравствуйте! Позвоните мне, пожалуйста",
    ],
)
def test_a_letter_that_begins_with_a_greeting_is_a_message(text: str) -> None:
    assert asked(text).intent is Intent.MESSAGE


def test_a_subject_nobody_has_is_known_for_a_subject() -> None:
    assert [asked(f"оценки по {word}").unknown for word in ("этике", "праву", "танцам")] == [
        "этике",
        "праву",
        "танцам",
    ]


@pytest.mark.parametrize("text", ["", "🙂", "завтра дождь обещали", " ".join(["оценки"] * 41), "/start"])
def test_what_says_nothing_of_a_school_is_left_alone(text: str) -> None:
    assert understand(text, SCOPES["parent"], TODAY).readings == ()


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("какие оценки у Пети", 2),
        ("Пете что задали", 2),
        ("оценки Петьки", 2),
        ("как дела у Анюты", 1),
        ("оценки Ани", 1),
        ("Petya's marks", 2),
        ("оценки дочки", 1),
        ("оценки младшего", 2),
        ("оценки", None),
    ],
)
def test_an_own_child_is_known_by_all_its_names_in_every_form(text: str, child: int | None) -> None:
    assert asked(text).child == child


def test_all_children_may_be_meant() -> None:
    assert asked("оценки у обоих").everyone
    assert asked("какие оценки у Ани и Пети").everyone


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("дз по алгебре", "Алгебра"),
        ("дз по русскому", "Русский язык"),
        ("дз по русишу", "Русский язык"),
        ("дз по инглишу", "Английский язык"),
        ("дз по литературе", "Литература"),
        ("дз по физре", "Физическая культура"),
        ("дз по физике", "Физика"),
        ("дз по географии", "География"),
        ("дз по обществу", "Обществознание"),
        ("дз по матеше", "Алгебра"),
        ("матеша дз Пети", "Математика"),
        ("дз по окружайке", "Окружающий мир"),
        ("дз по агебре", "Алгебра"),
        ("homework for Friday algebra", "Алгебра"),
        ("marks in russian", "Русский язык"),
    ],
)
def test_a_subject_is_known_by_its_forms_its_nicknames_and_its_typos(text: str, subject: str) -> None:
    assert NAMES[asked(text).subject or 0] == subject


def test_a_subject_that_the_child_does_not_have_is_said_to_be_unknown() -> None:
    assert (asked("дз по химии").subject, asked("дз по химии").unknown) == (None, "химии")


@pytest.mark.parametrize(
    "text", ["какие оцнки у Ани", "рассписание на зватра", "домашне задание", "скока пропускоф"]
)
def test_a_letter_typed_wrong_does_no_harm(text: str) -> None:
    assert asked(text).intent in (Intent.MARKS, Intent.TIMETABLE, Intent.HOMEWORK, Intent.ABSENCES)


@pytest.mark.parametrize("text", ["xnj pflfkb", "chto zadali po algebre"])
def test_a_forgotten_keyboard_layout_is_read_as_it_was_meant(text: str) -> None:
    assert asked(text).intent is Intent.HOMEWORK


def test_only_staff_give_marks_and_ask_who_is_absent() -> None:
    given_ = asked("поставь Иванову 5", "teacher")
    assert (given_.intent, given_.value, given_.students) == (Intent.MARK, "5", (100,))
    who = asked("кто сегодня болеет в 7б", "teacher")
    assert (who.intent, who.unit) == (Intent.WHO_ABSENT, 12)
    for reading in understand("поставь Иванову 5", SCOPES["parent"], TODAY).readings:
        assert reading.intent is not Intent.MARK


def test_a_message_says_to_whom() -> None:
    assert asked("напиши классной").to is Recipient.CLASS_TEACHER
    assert asked("написать директору").to is Recipient.ADMINISTRATION
    assert NAMES[asked("напишите математичке").subject or 0] == "Алгебра"


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("оценки по физике и алгебре", ("Физика", "Алгебра")),
        ("дз по русскому, литературе и истории", ("Русский язык", "Литература", "История")),
    ],
)
def test_subjects_that_are_named_together_are_all_meant(text: str, subjects: tuple[str, ...]) -> None:
    found = asked(text)
    assert (tuple(NAMES[number] for number in found.subjects), found.subject) == (subjects, None)


def test_of_subjects_named_together_the_one_asked_about_again_is_meant() -> None:
    assert NAMES[asked("завтра физика и алгебра, что задали по физике").subject or 0] == "Физика"


def test_a_teacher_is_known_by_the_patronymic_and_is_no_child() -> None:
    letter = asked("передайте Марье Ивановне, что мы опоздаем")
    assert (letter.intent, letter.to) == (Intent.MESSAGE, Recipient.CLASS_TEACHER)
    assert asked("напишите Анне Сергеевне, что тетрадь дома").child is None


@pytest.mark.parametrize(
    ("text", "child"), [("расписание 3а на завтра", 2), ("дз семиклассницы", 1), ("оценки внучку покажи", 1)]
)
def test_a_child_is_known_by_its_class_and_a_granddaughter_by_her_sex(text: str, child: int) -> None:
    assert asked(text).child == child


def test_days_that_are_named_apart_are_offered_both() -> None:
    found = understand("расписание на четверг, ой нет, лучше расписание в пятницу", SCOPES["parent"], TODAY)
    assert [reading.when for reading in found.readings] == [
        Span(date(2026, 10, 15), date(2026, 10, 15)),
        Span(date(2026, 10, 16), date(2026, 10, 16)),
    ]


@pytest.mark.parametrize(
    ("text", "arrives", "leaves"),
    [
        ("Аня придёт ко второму уроку", 2, None),
        ("будем к 3 уроку", 3, None),
        ("отпустите Петю после 4-го урока", None, 4),
        ("Аня завтра не придёт", None, None),
    ],
)
def test_the_lesson_of_coming_late_or_leaving_early_is_read(
    text: str, arrives: int | None, leaves: int | None
) -> None:
    words = words_of(text)
    assert (arrives_at(words), leaves_after(words)) == (arrives, leaves)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    for scope in SCOPES.values():
        assert len(understand(text, scope, TODAY).readings) <= 2


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "что",
                    "задали",
                    "на",
                    "завтра",
                    "с",
                    "по",
                    "до",
                    "10",
                    "октября",
                    "31",
                    "февраля",
                    "через",
                ),
                *("неделю", "за", "четверть", "прошлую", "среду", "15.10", "99.99", "Аня", "алгебре", "дней"),
                *("начала", "месяца", "выходных", "3", "in", "через", "2026-02-30", "пятого", "первую"),
            ]
        ),
        max_size=12,
    )
)
def test_no_mixture_of_days_breaks_the_calendar(words: list[str]) -> None:
    for reading in understand(" ".join(words), SCOPES["parent"], TODAY).readings:
        assert reading.when is None or reading.when.first <= reading.when.last


@pytest.mark.parametrize("text", ["у x " * 1024, "7 б " * 1024, "ы" * 4096, "лит-" * 1024])
def test_a_text_too_long_for_a_question_is_put_aside_before_anything_is_looked_up(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked_up(*_: object) -> None:
        raise AssertionError("a letter was searched for names and days")

    monkeypatch.setattr(understanding, "said_in", looked_up)
    assert understand(text, SCOPES["parent"], TODAY).readings == ()


@pytest.mark.parametrize(
    ("text", "intent", "drawing"),
    [
        ("покажи график оценок", Intent.MARKS, Drawing.CURVE),
        ("динамика оценок", Intent.MARKS, Drawing.CURVE),
        ("график", Intent.MARKS, Drawing.CURVE),
        ("оценки Пети картинкой", Intent.MARKS, Drawing.PICTURE),
        ("диаграмма оценок", Intent.MARKS, Drawing.BARS),
        ("пропуски картинкой", Intent.ABSENCES, Drawing.PICTURE),
        ("расписание картинкой", Intent.TIMETABLE, Drawing.PICTURE),
        ("картинкой", Intent.SUMMARY, Drawing.PICTURE),
        ("нарисуй неделю", Intent.SUMMARY, Drawing.PICTURE),
        ("show me a graph of grades", Intent.MARKS, Drawing.CURVE),
        ("week as a picture", Intent.SUMMARY, Drawing.PICTURE),
        ("график контрольных", Intent.CONTROLS, Drawing.CURVE),
        ("какие оценки", Intent.MARKS, None),
        ("общая картина", Intent.SUMMARY, None),
    ],
)
def test_a_picture_is_asked_for_in_words(text: str, intent: Intent, drawing: Drawing | None) -> None:
    found = asked(text)
    assert (found.intent, found.drawing) == (intent, drawing)


@pytest.mark.parametrize("text", ["график работы школы", "надо нарисовать рисунок к уроку"])
def test_a_picture_of_something_else_is_none_of_the_diary(text: str) -> None:
    assert understand(text, SCOPES["parent"], TODAY).sure is None
