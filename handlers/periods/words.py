"""Assessments, figures and doubts in words."""

from handlers.marks.naming import kind_name
from journal.model.marks import ResultKind
from journal.model.periods import Assessment, ResultPage
from journal.model.results import Figures, Flaws, Grounds
from journal.periods import rule
from journal.regulation import Regulation
from journal.regulation.values import WorkForm
from locales.texts import Texts
from locales.words import inside

# Letters of values and reasons in buttons.
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def named(one: Assessment, t: Texts) -> str:
    """`1-я четверть`, `год`."""
    return one.name or kind_named(one.kind, t)


def kind_named(kind: ResultKind, t: Texts) -> str:
    return {
        ResultKind.PERIOD: t.context("assessment", "period"),
        ResultKind.YEAR: t.context("assessment", "year"),
        ResultKind.EXAM: t.context("assessment", "exam"),
        ResultKind.FINAL: t.context("assessment", "final marks"),
    }[kind]


def title(page: ResultPage, one: Assessment, t: Texts) -> str:
    """`7Б, алгебра: 1-я четверть`."""
    return t(
        "{unit}, {subject}: {period}",
        unit=page.unit_name,
        subject=inside(page.subject),
        period=named(one, t),
    )


def form_name(form: WorkForm, t: Texts) -> str:
    """`письм.`: the form of a work, short."""
    return {
        WorkForm.ORAL: t.context("form of work", "oral"),
        WorkForm.WRITTEN: t.context("form of work", "written"),
        WorkForm.LABORATORY: t.context("form of work", "lab"),
        WorkForm.PRACTICAL: t.context("form of work", "practical"),
    }[form]


def forms(found: Figures, t: Texts) -> str:
    """`письм. 2, устн. 4`."""
    return ", ".join(
        f"{form_name(form, t)} {found.forms[form]}" for form in WorkForm if found.forms.get(form)
    )


def kinds(found: Figures, regulation: Regulation, t: Texts) -> str:
    """`контрольная работа 2, ответ на уроке 4`."""
    return ", ".join(f"{kind_name(kind, regulation, t)} {count}" for kind, count in found.kinds)


def average(found: Grounds, t: Texts) -> str:
    """`4,35`, or a dash."""
    return "–" if found.basis is None else t.number(found.basis, 2)


def missing_forms(found: Flaws, t: Texts) -> str:
    return ", ".join(form_name(form, t) for form in found.missing)


def doubt(found: Flaws, count: int, t: Texts) -> str | None:
    """What speaks against a value, for a line of the list."""
    said = []
    if found.few:
        said.append(t("marks: {count} of {least}", count=count, least=found.least))
    if found.missing:
        said.append(t("none: {forms}", forms=missing_forms(found, t)))
    if found.gap is not None:
        said.append(t("far from the average"))
    return "; ".join(said) or None


def letter_of(value: str, regulation: Regulation) -> str:
    return LETTERS[rule.values(regulation).index(value)]


def value_of(letter: str, regulation: Regulation) -> str | None:
    """The value of a button; None for what no button of ours says."""
    known = rule.values(regulation)
    place = LETTERS.find(letter) if letter else -1
    return known[place] if 0 <= place < len(known) else None


def reason_words(said: str, t: Texts) -> str:
    """The reason of a mark: one of those offered, else as it was typed."""
    offered = {
        "control": t("tests weigh more"),
        "progress": t("clear progress at the end of the period"),
        "lessons": t("the work at lessons"),
        "slip": t("a slip"),
    }
    return offered.get(said, said)
