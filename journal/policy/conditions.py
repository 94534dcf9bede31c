"""How the school's regulation narrows a grant: named predicates over its parameters.

A function called with a role makes the predicate for that role.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from journal.model.people import Role
from journal.regulation.values import (
    ClassEvents,
    ClassTeacherEdit,
    GuardianMessages,
    MarkCorrection,
    PaperKeeper,
    StudentAccount,
)

if TYPE_CHECKING:
    from journal.regulation import Regulation

Condition = Callable[["Regulation"], bool]


def class_teacher_enters(kind: ClassTeacherEdit) -> Condition:
    """Whether a class teacher enters that for the own class (C7)."""
    return lambda regulation: kind in regulation.entry.class_teacher_edit


def class_teacher_enters_anything(regulation: Regulation) -> bool:
    """Whoever may enter absences at all may say why the student was absent."""
    return bool(regulation.entry.class_teacher_edit)


def management_edits(regulation: Regulation) -> bool:
    """Whether the director and deputy heads enter what teachers do (R-121)."""
    return regulation.entry.management_edit


def marks_may_change(regulation: Regulation) -> bool:
    """C6; until when they may is a rule of the entry windows."""
    return regulation.entry.mark_correction is not MarkCorrection.FORBIDDEN


def issues_staff_codes(role: Role) -> Condition:
    return lambda regulation: role in regulation.access.staff_code_issuer


def issues_guardian_codes(role: Role) -> Condition:
    return lambda regulation: role in regulation.access.guardian_code_issuer


def issues_student_codes(role: Role) -> Condition:
    return lambda regulation: role in regulation.access.student_code_issuer


def guardians_write(regulation: Regulation) -> bool:
    """C8."""
    return regulation.access.guardian_messages is GuardianMessages.CORRESPOND


def students_write(regulation: Regulation) -> bool:
    return regulation.access.student_account is StudentAccount.DIARY_AND_MESSAGES


def publishes_notices(role: Role) -> Condition:
    return lambda regulation: role in regulation.access.notice_authors


def opens_topics(role: Role) -> Condition:
    return lambda regulation: role in regulation.access.discussion_topics


def discusses(role: Role) -> Condition:
    """Members discuss only where anybody may open a topic."""
    return lambda regulation: (
        bool(regulation.access.discussion_topics) and role in regulation.access.discussion_members
    )


def alerts_families(role: Role) -> Condition:
    return lambda regulation: role in regulation.access.failing_alert_by


def class_events_monthly(regulation: Regulation) -> bool:
    return regulation.access.class_events is ClassEvents.MONTHLY


def forms_timetable(role: Role) -> Condition:
    return lambda regulation: role in regulation.periods.timetable_former


def edits_timetable(role: Role) -> Condition:
    return lambda regulation: role in regulation.periods.timetable_editor


def supplies_timetable(role: Role) -> Condition:
    return lambda regulation: role in regulation.periods.timetable_supplier


def proposes_subgroups(role: Role) -> Condition:
    return lambda regulation: role in regulation.periods.subgroup_proposer


def applies_subgroups(role: Role) -> Condition:
    return lambda regulation: role in regulation.periods.subgroup_applier


def certifies(role: Role) -> Condition:
    """Whose signature makes a print a document (C20)."""
    return lambda regulation: regulation.archive.paper_certified_by is role


def deputy_keeps_paper(regulation: Regulation) -> bool:
    return regulation.archive.paper_keeper is PaperKeeper.DEPUTY_THEN_ARCHIVE


def results_are_forecast(regulation: Regulation) -> bool:
    return regulation.control.forecast
