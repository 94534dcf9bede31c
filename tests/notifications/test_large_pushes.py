"""«Крупно и просто»: a push has at most four wide buttons, and one of them asks for a call."""

import pytest

from handlers.messages.callbacks import CallCb
from handlers.pushes import opened, render
from handlers.screen import Button, Style
from journal.model.news import AttendanceForm, Kind, LessonPresence
from journal.regulation import Regulation
from notifications.courier import Parcel, Recipient
from notifications.kinds import RULES
from tests.notifications.samples import made, sample
from tests.support.school import SCHOOL

ANYA = 1
LARGE = Recipient(301, "telegram", "1301", "ru", large=True)
ABSENT = sample(Kind.ATTENDANCE, form=AttendanceForm.ABSENT, absent=(made(LessonPresence),))


def parcel(kind: Kind, student: int | None = ANYA) -> Parcel:
    return Parcel(9, LARGE, (ABSENT if kind is Kind.ATTENDANCE else sample(kind),), student_id=student)


@pytest.mark.parametrize(
    "kind", [kind for kind in Kind if RULES[kind].topic is not None or kind is Kind.ATTENDANCE]
)
def test_a_family_sees_at_most_four_buttons_one_in_a_row(kind: Kind, regulation: Regulation) -> None:
    rows = render(parcel(kind), SCHOOL, regulation).rows
    assert len(rows) <= 4
    assert all(len(row) == 1 for row in rows)
    assert Button("Попросить позвонить", CallCb(student=ANYA).pack()) in [row[0] for row in rows]


def test_what_is_left_out_is_a_tap_away(regulation: Regulation) -> None:
    absence = parcel(Kind.ATTENDANCE)
    assert [row[0].label for row in render(absence, SCHOOL, regulation).rows] == [
        "Болеет",
        "Не знаю, где ребёнок",
        "Попросить позвонить",
        "Другие ответы",
    ]
    everything = [button for row in opened(absence, SCHOOL, regulation).rows for button in row]
    assert "Почему это пришло?" in [button.label for button in everything]
    assert len(everything) > 4


def test_an_alarm_is_never_left_out(regulation: Regulation) -> None:
    rows = render(parcel(Kind.ATTENDANCE), SCHOOL, regulation).rows
    assert any(row[0].style is Style.BAD for row in rows)


def test_days_are_written_out(regulation: Regulation) -> None:
    assert "14 октября" in render(parcel(Kind.MARKS), SCHOOL, regulation).text


def test_colleagues_and_students_are_not_offered_a_call(regulation: Regulation) -> None:
    buttons = [button for row in render(parcel(Kind.MARKS, None), SCHOOL, regulation).rows for button in row]
    assert not any((button.data or "").startswith("msc:") for button in buttons)
