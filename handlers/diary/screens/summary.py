"""The summary of a child: how it goes, where help is needed, what was missed, what lies ahead (R-035)."""

from collections import defaultdict
from collections.abc import Sequence

from handlers.debts.callbacks import DebtsCb
from handlers.diary.callbacks import Look, to_page
from handlers.diary.screens.attendance import day_lines, totals
from handlers.diary.screens.parts import more, no_marks, period_title, way_back, work_name
from handlers.forecast.callbacks import ForecastCb
from handlers.screen import Button, Screen, bold, grid, screen
from journal.diary.averages import rounded, takes
from journal.model.ahead import PlannedWork
from journal.model.attendance import Absence
from journal.model.diary import SubjectMarks, Summary
from journal.regulation import Regulation
from locales.texts import Texts
from locales.words import inside


def summary(found: Summary, regulation: Regulation, t: Texts) -> Screen:
    """How it goes: averages, what needs help, what was missed of late, the control works ahead."""
    child = found.child
    period = period_title(found.period, t) if found.period else t("no period has begun")
    student = child.student_id
    links = (
        Button(t("Marks"), to_page(student, Look.MARKS)),
        Button(t("Absences"), to_page(student, Look.MISSED)),
        Button(t("Debts"), DebtsCb(student=student).pack()),
        Button(t("Forecast"), ForecastCb(student=student).pack()),
    )
    return screen(
        bold(t("{child}: summary, {period}", child=child.first_name, period=period)),
        *([no_marks(t)] if found.markless else _averages(found.subjects, t)),
        *_weak(found.weak, t),
        "",
        *(totals(found.missed, t) if found.missed.lessons or found.missed.late else [t("Nothing missed.")]),
        *_lately(found.lately, t),
        *works_ahead(found.works, regulation, t),
        rows=(*grid(links), way_back(t, more(student, t))),
    )


def works_ahead(works: Sequence[PlannedWork], regulation: Regulation, t: Texts) -> list[str]:
    if not works:
        return []
    lines = [
        t(
            "{day}: {subject}, {work}",
            day=t.short_day(item.date),
            subject=inside(item.subject),
            work=work_name(item.kind, regulation, t),
        )
        for item in works
    ]
    return ["", bold(t("Tests ahead")), *lines]


def _averages(subjects: Sequence[SubjectMarks], t: Texts) -> list[str]:
    if not subjects:
        return [t("No marks yet. They appear here as soon as a teacher enters them.")]
    led: dict[int, list[str]] = defaultdict(list)
    for item in sorted(subjects, key=lambda one: one.average or 0, reverse=True):
        if item.average is not None:
            led[rounded(item.average)].append(_average(item, t))
    lines = ((mark, " · ".join(names)) for mark, names in led.items())
    return [t("{mark} so far: {averages}", mark=mark, averages=names) for mark, names in lines]


def _weak(subjects: Sequence[SubjectMarks], t: Texts) -> list[str]:
    """Where help is needed, and how little may mend it."""
    if not subjects:
        return []
    return ["", bold(t("Help is needed")), *(_mended(item, t) for item in subjects)]


def _mended(item: SubjectMarks, t: Texts) -> str:
    needed = takes(item.marks) if item.result is None else None
    if needed is None:
        return _average(item, t)
    said, lifted = _average(item, t), t.average(needed.average)
    return t.plural(
        "{subject}: {count} more five makes it {average}",
        "{subject}: {count} more fives make it {average}",
        needed.count,
        subject=said,
        average=lifted,
    )


def _lately(absences: Sequence[Absence], t: Texts) -> list[str]:
    return ["", bold(t("Missed in the last seven days")), *day_lines(absences, t)] if absences else []


def _average(item: SubjectMarks, t: Texts) -> str:
    return f"{inside(item.subject)} {t.average(item.average)}" if item.average is not None else item.subject
