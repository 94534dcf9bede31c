"""A school reads its own words: the terms of its regulation stand in what the bot says."""

from handlers import errors
from journal.errors import RefusedError
from journal.regulation import Regulation, preset
from locales.texts import Texts


def refused(code: str, regulation: Regulation) -> str:
    return errors.sentence(RefusedError(code), Texts("ru", regulation.terms))


def test_refusals_name_marks_and_the_deputy_head_as_the_regulation_does() -> None:
    school, by_marks = preset("s0"), preset("s3")
    assert refused("correction_forbidden", school) == "После сохранения оценку изменить нельзя."
    assert refused("backdated", by_marks) == "За прошедший день отметки закрыты."
    college = refused("substituted_too_late", preset("s1"))
    assert college.endswith("За прошедший день её открывает заместитель директора по ООД.")


def test_a_college_has_its_own_day_students_and_subjects() -> None:
    t = Texts("ru", preset("s1").terms)
    assert t("The {term.institution.english}'s day") == "День техникума"
    assert t("No {term.student.english_plural} here on these days.") == "В эти дни здесь нет обучающихся."
    assert "дисциплин с итоговыми" in t(
        "No {term.subject.english} of yours is marked for a period this year."
    )
