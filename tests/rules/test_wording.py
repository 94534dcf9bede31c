"""What of a sentence is the task itself."""

import pytest

from journal.words.wording import task_in


@pytest.mark.parametrize(
    ("said", "task"),
    [
        ("задай № 215 на завтра", "№ 215"),
        ("Задай 7Б по алгебре на пятницу: § 5, № 12", "§ 5, № 12"),
        ("задай № 215, 217 на завтра, и 7А тоже", "№ 215, 217"),
        ("дз на 15.10 № 300", "№ 300"),
        ("задай по теме «Корни» три задачи", "по теме «Корни» три задачи"),
        ("задать: повторить правила", "повторить правила"),
        # Without the order the teacher's words stand as they are.
        ("Повторить § 5 на завтра", "Повторить § 5 на завтра"),
        ("Задача № 5 на завтра", "Задача № 5 на завтра"),
        ("Поставить ударения", "Поставить ударения"),
    ],
)
def test_an_order_leaves_the_task(said: str, task: str) -> None:
    assert task_in(said) == task
