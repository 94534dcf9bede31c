"""Assembling a register's sheet: draft over posted state over proposals over «present». Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from journal.absences.rules import reason_of
from journal.model.attendance import AbsenceNote, Presence, RegisterRow
from journal.model.lessons import Lesson
from journal.model.people import Person
from journal.model.register import (
    Contradiction,
    DatedStatus,
    Draft,
    Earlier,
    Proposal,
    Register,
    Sheet,
    Standing,
    Why,
)
from journal.model.statuses import StatusKind


def proposals(
    students: Collection[int],
    statuses: Iterable[DatedStatus],
    notes: Iterable[AbsenceNote],
    earlier: Iterable[Earlier],
) -> dict[int, Proposal]:
    """What to propose for whom, the strongest ground winning: status, then note, then previous lesson."""
    found: dict[int, Proposal] = {}
    for student, away in _previous(earlier).items():
        if away:
            found[student] = Proposal(Presence.ABSENT, Why.PREVIOUS)
    for note in notes:
        if reason_of(note) is None:
            # The family disputed a register: that says nothing of the lessons to come.
            continue
        status = Presence.LATE if note.reason == "will_be_late" else Presence.ABSENT
        found[note.student_id] = Proposal(status, Why.NOTE, note.reason, note.id)
    for dated in statuses:
        if StatusKind(dated.kind).away:
            found[dated.student_id] = Proposal(Presence.ABSENT, Why.STATUS, "excused")
        else:
            found.setdefault(dated.student_id, Proposal(Presence.PRESENT, Why.EXEMPT))
    return {student: proposal for student, proposal in found.items() if student in students}


def _previous(earlier: Iterable[Earlier]) -> dict[int, bool]:
    """Whether each student was absent in the last lesson he or she was expected at."""
    latest: dict[int, bool] = {}
    for register in sorted(earlier, key=lambda register: register.slot):
        for student in register.expected:
            latest[student] = student in register.absent
    return latest


def assemble(
    lesson: Lesson,
    students: Iterable[Person],
    draft: Draft,
    register: Register | None,
    proposed: Mapping[int, Proposal],
) -> Sheet:
    """The sheet of a lesson. A taken register is never reset by proposals."""
    rows = tuple(_row(student, draft.waiting, register, proposed) for student in students)
    return Sheet(lesson, rows, draft, register)


def _row(
    student: Person,
    waiting: Mapping[int, Presence],
    register: Register | None,
    proposed: Mapping[int, Proposal],
) -> RegisterRow:
    if student.id in waiting:
        return RegisterRow(student, waiting[student.id])
    if register is not None:
        standing = register.standings.get(student.id)
        if standing is None:
            return RegisterRow(student, Presence.PRESENT)
        return RegisterRow(student, standing.status, minutes=standing.minutes)
    proposal = proposed.get(student.id)
    if proposal is None:
        return RegisterRow(student, Presence.PRESENT)
    return RegisterRow(student, proposal.status, str(proposal.why))


def tapped(draft: Draft, student_id: int, status: Presence, seen: int) -> Draft:
    """The draft after a tap drawn at draft revision `seen`.

    A tap says the wanted state, so a re-sent one changes nothing; a tap on an older picture of that very
    student gives way to the newer one.
    """
    present, at = draft.taps.get(student_id, (None, 0))
    if at > seen or (present is status and at > draft.settled):
        return draft
    revision = draft.revision + 1
    taps = {**draft.taps, student_id: (status, revision)}
    return Draft(taps, revision, draft.settled, draft.posted)


def begun(draft: Draft, proposed: Mapping[int, Proposal]) -> Draft:
    """The draft of an untaken register when its first tap comes: what was proposed stands in it from then on.

    So the taps that follow need not ask for proposals again. They stand at revision 0, which any tap outruns.
    """
    if draft.revision:
        return draft
    taps = {student: (proposal.status, 0) for student, proposal in proposed.items()}
    return Draft(taps, 0, settled=-1, posted=draft.posted)


def all_present(sheet: Sheet) -> Draft:
    """The draft that puts everyone in the room."""
    draft = sheet.draft
    revision = draft.revision + 1
    away = [row.student.id for row in sheet.rows if row.status is not Presence.PRESENT]
    taps = {**draft.taps, **dict.fromkeys(away, (Presence.PRESENT, revision))}
    return Draft(taps, revision, draft.settled, draft.posted) if away else draft


def pending(draft: Draft, register: Register | None) -> int:
    """How many students a waiting tap shows otherwise than the journal has them."""
    posted = register.standings if register is not None else {}
    known = {student: standing.status for student, standing in posted.items()}
    return sum(
        status is not known.get(student, Presence.PRESENT) for student, status in draft.waiting.items()
    )


def settled(draft: Draft) -> Draft:
    """The draft after a Save: nothing waits any more."""
    return replace(draft, settled=draft.revision, posted=draft.posted + 1)


def taken_back(sheet: Sheet) -> Draft:
    """The draft after an undo: what a first Save posted waits again, a correction leaves nothing behind."""
    old = sheet.draft
    if sheet.register is None or sheet.register.before is not None:
        return replace(old, posted=old.posted + 1)
    revision = old.revision + 1
    taps = {student: (status, revision) for student, status in sheet.statuses.items()}
    return Draft(taps, revision, old.revision, old.posted + 1)


def pencilled(draft: Draft, named: Mapping[int, Presence]) -> Draft:
    """The draft with the named students put beside the tapped ones."""
    revision = draft.revision + 1
    taps = {student: (status, revision) for student, status in named.items()}
    return replace(draft, taps={**draft.taps, **taps}, revision=revision)


def answered(draft: Draft, named: Collection[int]) -> Draft:
    """The draft after the named students alone were posted: the others' taps go on waiting."""
    taps = {
        student: (status, draft.settled if student in named else at)
        for student, (status, at) in draft.taps.items()
    }
    return replace(draft, taps=taps, revision=draft.revision + 1, posted=draft.posted + 1)


def standings(
    sheet: Sheet, proposed: Mapping[int, Proposal], wanted: Mapping[int, Presence]
) -> dict[int, Standing]:
    """What to post: an unchanged status keeps its reason, a new absence takes the one known beforehand."""
    known = sheet.register.standings if sheet.register else {}
    return {
        student: _standing(status, known.get(student), proposed.get(student))
        for student, status in wanted.items()
        if status is not Presence.PRESENT
    }


def _standing(status: Presence, known: Standing | None, proposal: Proposal | None) -> Standing:
    if known is not None:
        minutes = known.minutes if known.status is status else None
        return Standing(status, known.reason, known.reason_note, known.note_id, minutes)
    if proposal is not None and proposal.why in (Why.STATUS, Why.NOTE):
        return Standing(status, proposal.reason, None, proposal.note_id)
    return Standing(status)


def contradictions(sheet: Sheet, proposed: Mapping[int, Proposal]) -> tuple[Contradiction, ...]:
    """Who would newly be put into the room although a note or a status says otherwise."""
    known = sheet.register.standings if sheet.register else None
    return tuple(
        Contradiction(row.student, away.why)
        for row in sheet.rows
        if row.status is Presence.PRESENT
        if (away := proposed.get(row.student.id)) is not None
        if away.status is Presence.ABSENT and away.why in (Why.NOTE, Why.STATUS)
        if known is None or row.student.id in known
    )


def brings_news(before: Mapping[int, Standing] | None, after: Mapping[int, Standing]) -> bool:
    """Whether a family has something worse to hear than it had: only such news is held."""
    known = before or {}
    return any(
        student not in known or known[student].status is not standing.status
        for student, standing in after.items()
    )
