"""School years, periods and subjects of an export."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from journal.imports.formats.oneroster.export import Export
from journal.imports.names import fold
from journal.imports.problems import Code, Place
from journal.imports.rows import Kind, PeriodRow, SubjectRow, YearRow
from journal.imports.staging import Staging
from journal.model.school import PeriodKind

_WORDS = {
    "четверт": PeriodKind.QUARTER,
    "quarter": PeriodKind.QUARTER,
    "полугод": PeriodKind.HALF_YEAR,
    "half": PeriodKind.HALF_YEAR,
    "семестр": PeriodKind.SEMESTER,
    "semester": PeriodKind.SEMESTER,
}
_TYPES = {
    "gradingperiod": PeriodKind.QUARTER,
    "semester": PeriodKind.SEMESTER,
    "term": PeriodKind.HALF_YEAR,
    "quarter": PeriodKind.QUARTER,
}


@dataclass(frozen=True, slots=True)
class _Session:
    key: str
    place: Place
    title: str
    kind: PeriodKind
    starts_on: date
    ends_on: date


def stage(export: Export, staging: Staging) -> None:
    _stage_sessions(export, staging)
    for record in export.records("courses", (Kind.SUBJECT,)):
        key, title = record.text("sourcedId", required=True), record.text("title", required=True)
        if key and title:
            staging.add(SubjectRow(key=key, place=record.place, name=title))
    schools = [
        record.text("name") or ""
        for record in export.records("orgs")
        if fold(record.text("type") or "") == "school"
    ]
    if len(schools) > 1:
        staging.warn(Code.SEVERAL_SCHOOLS, Place(export.file("orgs")), count=len(schools))


def _stage_sessions(export: Export, staging: Staging) -> None:
    sessions = []
    for record in export.records("academicsessions"):
        key, title = record.text("sourcedId", required=True), record.text("title", required=True)
        said = fold(record.text("type") or "").replace(" ", "")
        starts_on, ends_on = record.date("startDate", required=True), record.date("endDate", required=True)
        if not (record.sound and key and title and starts_on and ends_on):
            continue
        if starts_on >= ends_on:
            record.fail(Code.VALUE_OUT_OF_RANGE, "endDate", value=f"{ends_on:%d.%m.%Y}")
        elif said == "schoolyear":
            staging.add(
                YearRow(key=key, place=record.place, name=title, starts_on=starts_on, ends_on=ends_on)
            )
        elif (kind := _kind(title, said)) is None:
            record.fail(Code.VALUE_UNKNOWN, "type", value=said[:60], nearest=None)
        else:
            sessions.append(_Session(key, record.place, title, kind, starts_on, ends_on))
    _stage_periods(sessions, staging)


def _stage_periods(sessions: list[_Session], staging: Staging) -> None:
    """Periods of a kind are numbered by their dates."""
    numbers: Counter[PeriodKind] = Counter()
    for each in sorted(sessions, key=lambda session: (session.starts_on, session.key)):
        numbers[each.kind] += 1
        staging.add(
            PeriodRow(
                key=each.key,
                place=each.place,
                period_kind=each.kind,
                number=numbers[each.kind],
                name=each.title,
                starts_on=each.starts_on,
                ends_on=each.ends_on,
            )
        )


def _kind(title: str, said: str) -> PeriodKind | None:
    named = (kind for word, kind in _WORDS.items() if word in fold(title))
    return next(named, _TYPES.get(said))
