"""Plans read line by line, matched with what stands, and walked past skipped and joined topics."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from journal.imports.problems import Code
from journal.imports.rows import Source
from journal.imports.staging import Staging
from journal.model.plans import PlanRow, RowState
from journal.plans.lines import read_lines
from journal.plans.matching import rewriting
from journal.plans.pointer import next_row
from journal.plans.reading import read_plan
from journal.plans.steps import steps
from journal.plans.wanted import Wanted

TOPICS = some.lists(some.sampled_from(("Степени", "Корни", "Дроби", "Повторение", "Углы")), max_size=9)


def plan(topics: list[str]) -> list[PlanRow]:
    return [PlanRow(number * 10, number, topic) for number, topic in enumerate(topics, 1)]


@pytest.mark.parametrize(
    ("line", "topic", "hours", "homework"),
    [
        ("Линейные уравнения — 3", "Линейные уравнения", 3, None),
        ("12. Задачи на движение - 2 ч. Д/з: § 12, № 5", "Задачи на движение", 2, "§ 12, № 5"),
        ("Контрольная работа № 1", "Контрольная работа № 1", 1, None),
        ("Контрольная работа № 1 — 1", "Контрольная работа № 1", 1, None),
        ("Первая мировая война 1914—1918", "Первая мировая война 1914—1918", 1, None),
        ("Дзюдо как вид спорта", "Дзюдо как вид спорта", 1, None),
        ("Степени\t2\t§ 5", "Степени", 2, "§ 5"),
        ("Дроби; 4; № 12", "Дроби", 4, "№ 12"),
        ("• Дроби, 5 часов", "Дроби", 5, None),
    ],
)
def test_a_line_is_a_topic_with_its_hours_and_homework(
    line: str, topic: str, hours: int, homework: str | None
) -> None:
    (read,) = read_plan("", line.encode()).lines
    assert (read.wanted.topic, read.wanted.hours, read.wanted.homework) == (topic, hours, homework)


def test_a_line_that_ends_with_a_colon_names_the_section_of_those_below() -> None:
    read = read_plan("", "Введение\nГлава 1:\nСтепени\n".encode())
    assert [line.wanted.section for line in read.lines] == [None, "Глава 1"]


def test_a_line_with_impossible_hours_is_left_out_and_named() -> None:
    read = read_plan("план.txt", "Степени — 0\nКорни\n".encode("cp1251"))
    assert [line.wanted.topic for line in read.lines] == ["Корни"]
    assert [(one.code, one.place.row) for one in read.problems] == [(Code.VALUE_OUT_OF_RANGE, 1)]


def test_a_table_with_a_column_of_topics_alone_is_a_plan() -> None:
    read = read_plan("план.csv", "№;Тема урока;Кол-во часов\n1;Степени;2\n2;Корни;\n".encode())
    assert [(line.wanted.topic, line.wanted.hours) for line in read.lines] == [("Степени", 2), ("Корни", 1)]
    assert not read.is_named


@given(TOPICS, TOPICS)
def test_a_new_version_keeps_what_it_can_and_is_the_wanted_one(old: list[str], new: list[str]) -> None:
    before = plan(old)
    change = rewriting(before, [Wanted(topic) for topic in new])
    assert [(row.number, row.topic) for row in change.after] == list(enumerate(new, 1))
    kept = [row.id for row in change.after if row.id]
    assert len(kept) == len(set(kept))
    assert {row.id for row in change.gone} == {row.id for row in before} - set(kept)
    # No topic comes in anew while the same topic leaves.
    assert not {row.topic for row in change.gone} & {row.topic for row in change.added}


@given(TOPICS)
def test_the_same_version_again_changes_nothing(topics: list[str]) -> None:
    assert rewriting(plan(topics), [Wanted(topic) for topic in topics]).empty


def test_a_reworded_topic_stays_the_same_row_and_what_is_not_said_stays() -> None:
    before = [PlanRow(1, 1, "Степени", homework="§ 1"), PlanRow(2, 2, "Корни")]
    change = rewriting(before, [Wanted("Степень числа", 2), Wanted("Корни")])
    assert change.after[0] == PlanRow(1, 1, "Степень числа", hours=2, homework="§ 1")
    assert change.changed == change.after[:1]


def test_a_reworded_topic_is_known_by_its_words_where_others_come_in_beside_it() -> None:
    before = [PlanRow(1, 1, "Числовые выражения"), PlanRow(2, 2, "Корни")]
    change = rewriting(before, [Wanted("Повторение"), Wanted("Выражения с числами"), Wanted("Корни")])
    assert [row.id for row in change.after] == [0, 1, 2]


def test_topics_taken_together_are_one_step_and_skipped_ones_none() -> None:
    rows = [
        PlanRow(1, 1, "Степени"),
        PlanRow(2, 2, "Корни", state=RowState.SKIPPED),
        PlanRow(3, 3, "Дроби", state=RowState.JOINED),
        PlanRow(4, 4, "Углы", hours=2),
        PlanRow(5, 5, "Дуги", state=RowState.JOINED),
    ]
    assert [(row.id, row.topic) for row in steps(rows)] == [(1, "Степени"), (4, "Углы. Дуги")]


def test_what_is_left_of_a_skipped_topic_is_not_offered_again() -> None:
    rows = [PlanRow(1, 1, "Степени", hours=3, state=RowState.SKIPPED), PlanRow(2, 2, "Корни")]
    following = next_row(rows, {1: 1})
    assert following is not None
    assert following.id == 2


@given(TOPICS, some.data())
def test_the_next_topic_is_never_a_skipped_or_joined_one(topics: list[str], data: some.DataObject) -> None:
    rows = [
        PlanRow(row.id, row.number, row.topic, state=data.draw(some.sampled_from(RowState)))
        for row in plan(topics)
    ]
    following = next_row(rows, {row.id: data.draw(some.integers(0, 1)) for row in rows})
    assert following is None or next(row for row in rows if row.id == following.id).state is RowState.PLANNED


def test_a_plan_of_one_topic_again_and_again_is_matched_too() -> None:
    before = plan(["Повторение" if number % 2 else f"Тема {number}" for number in range(5_000)])
    wanted = [Wanted("Повторение" if number % 2 else f"Глава {number}") for number in range(5_000)]
    change = rewriting(before, wanted)
    kept = {row.topic: row.id for row in change.after if row.id}
    assert len(change.after) == 5_000
    assert "Повторение" in kept


@pytest.mark.parametrize("line", ["—" * 200_000, "д/" * 100_000, " ,;" * 50_000 + "3"])
def test_a_line_too_long_for_any_topic_is_refused_unread(line: str) -> None:
    staging = Staging(Source.XLSX)
    lines = read_lines(f"Дроби\n{line}\nКорни", staging)
    assert [one.wanted.topic for one in lines] == ["Дроби", "Корни"]
    assert [problem.code for problem in staging.build().problems] == [Code.VALUE_TOO_LONG]
