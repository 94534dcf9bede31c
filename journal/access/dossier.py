"""What the school holds on a child, gathered for an adult of it on request, a few times a day (R-143).

The adult gets the child's data and the own; of other adults only who they are, by the school's register.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from journal import gate
from journal.access.mine import mine_of
from journal.errors import RefusedError
from journal.model.attendance import Absence, AbsenceNote
from journal.model.channels import Destination
from journal.model.codes import AccessEvent, AccessEventKind, Binding, Consent, Guardianship
from journal.model.marks import Mark, Result
from journal.model.people import Child, Person
from journal.model.profile import KeptLetter, KeptNotice, Profile, Stay
from journal.model.remarks import Remark
from journal.model.school import Period
from journal.model.span import Span
from journal.model.statuses import StudentStatus
from journal.policy import Permission

if TYPE_CHECKING:
    from journal.context import Ctx
    from journal.ports import Work

A_DAY = 3
ALWAYS = Span(date(1990, 1, 1), date(2200, 1, 1))


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything in one piece; lists are oldest first."""

    child: Child
    made_at: datetime
    of_child: Profile
    own: Profile
    adults: tuple[tuple[Person, Guardianship], ...]
    stays: tuple[Stay, ...]
    consents: tuple[Consent, ...]
    phones: tuple[Binding, ...]
    addresses: tuple[Destination, ...]
    marks: tuple[Mark, ...]
    periods: dict[int, Period]
    results: tuple[Result, ...]
    absences: tuple[Absence, ...]
    remarks: tuple[Remark, ...]
    notes: tuple[AbsenceNote, ...]
    statuses: tuple[StudentStatus, ...]
    letters: tuple[KeptLetter, ...]
    notices: tuple[KeptNotice, ...]


async def dossier(ctx: Ctx, student_id: int) -> Dossier:
    """Gather it, and note in the log and in the audit chain that it was handed out.

    Raises `RefusedError("exports_limited")` once an account has had its share of the day.
    """
    async with ctx.writing() as work:
        child = await gate.student(work, student_id, Permission.REPORT_DATA_CHANGE)
        await work.serialise("account", work.actor.account_id)
        since = work.now - timedelta(days=1)
        if await work.access.happened(AccessEventKind.EXPORTED, since) >= A_DAY:
            raise RefusedError("exports_limited", allowed=A_DAY)
        own = (await mine_of(work, student_id)).person_id
        found = await _gather(work, child, own)
        await work.access.log(AccessEvent(AccessEventKind.EXPORTED, None, own, student_id))
        work.audit("access.export", "student", student_id, unit_id=child.unit_id, after={"person": own})
        await work.commit()
        return found


async def _gather(work: Work, child: Child, own: int) -> Dossier:
    student_id = child.student_id
    profiles = await work.profiles.profiles([own, student_id])
    held = await work.access.guardianships([student_id])
    adults = await work.people.persons({one.guardian_id for one in held})
    periods = await work.periods.of_student(student_id)
    results = [
        result
        for year in sorted({period.year_id for period in periods})
        for result in await work.diary.results(student_id, year)
    ]
    return Dossier(
        child=child,
        made_at=work.now,
        of_child=profiles[student_id],
        own=profiles[own],
        adults=tuple((adults[one.guardian_id], one) for one in held),
        stays=tuple(await work.profiles.stays(student_id)),
        consents=tuple(one for one in await work.access.consents_of([student_id]) if one.person_id == own),
        phones=tuple(one for one in await work.access.bindings_of([student_id]) if one.person_id == own),
        addresses=tuple(await work.channels.of_account(work.actor.account_id)),
        marks=tuple(await work.diary.marks([student_id], ALWAYS)),
        periods={period.id: period for period in periods},
        results=tuple(results),
        absences=tuple(await work.diary.absences([student_id], ALWAYS)),
        remarks=tuple(await work.remarks.of_student(student_id)),
        notes=tuple(reversed(await work.absences.notes_on(student_id, ALWAYS.first, ALWAYS.last))),
        statuses=tuple(await work.statuses.of_student(student_id, ALWAYS.first)),
        letters=tuple(await work.profiles.letters(own, student_id)),
        notices=tuple(await work.profiles.notices(own, student_id)),
    )
