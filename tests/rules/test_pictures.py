"""What pictures are made of: the course of an average, and words that fit below."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from handlers.diary.pictures.caption import caption
from handlers.splitting import CAPTION_LIMIT, length
from journal.diary.averages import average, course
from journal.model.marks import Mark
from locales.texts import Texts
from tests.reports.sheets import sheets
from tests.support.school import NOW

FIRST = date(2026, 9, 1)


def mark(day: int, value: str, weight: int) -> Mark:
    return Mark(
        id=1,
        work_id=1,
        student_id=1,
        place=1,
        value=value,
        comment=None,
        date=FIRST + timedelta(days=day),
        subject_id=1,
        subject="Алгебра",
        kind="answer",
        weight=Decimal(weight),
        title=None,
        topic=None,
        entered_at=NOW,
        author_id=1,
    )


marks = st.builds(mark, st.integers(0, 50), st.sampled_from(["5", "4", "3", "2", "зачёт"]), st.integers(1, 3))


@given(st.lists(marks))
def test_the_course_of_an_average_ends_at_the_average(found: list[Mark]) -> None:
    stood = course(found)
    days = [day for day, _ in stood]
    assert days == sorted(set(days))
    assert (stood[-1][1] if stood else None) == average(found)


@given(st.lists(st.text(max_size=300), max_size=60))
def test_a_caption_fits_and_says_where_the_rest_is(words: list[str]) -> None:
    t = Texts("ru")
    said = caption(sheets()["week"], words, t)
    assert length(said) <= CAPTION_LIMIT
    assert said.startswith("<b>Аня 0, 7Б")
    whole = all(line in said.unescape() for line in words)
    assert whole or t("The rest is in the text.") in said
