"""What each preset says of each parameter, written by hand from the table of the requirements.

A row is `path: (default, S0, S1, S2, S3, S4)`; a cell is the value with its clauses, `SILENT` where the
document is silent, or `Named(clauses)` where it speaks of the matter and leaves the value open; a value
without clauses is what silence means for that kind of institution.
"""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from journal.regulation import Anchor, DayWindow, Deadline, YearDay


@dataclass(frozen=True)
class Says:
    value: Any
    clauses: str


@dataclass(frozen=True)
class Named:
    clauses: str


SILENT = None
TODAY = Deadline()
BY_17 = Deadline(at=time(17))
BY_21 = Deadline(at=time(21))
NOON_NEXT_DAY = Deadline(days=1, at=time(12))
WEEK = Deadline(days=7)
ORDER = Deadline(anchor=Anchor.ORDER_DATE)
PERIOD_END = Deadline(anchor=Anchor.PERIOD_END)
DH_A = {"deputy_head", "administrator"}
T_CT = {"teacher", "class_teacher"}
T_CT_DH = {"teacher", "class_teacher", "deputy_head"}
S3_PAPER = {"title_page", "contents", "subject_pages", "attendance_summary", "progress_summary"}
CHECKLIST = {"programme", "objectivity", "control_works", "substitutions"}
METRICS = {
    *("staff_participation", "no_mark", "one_mark", "homework", "material_covered"),
    *("guardian_participation", "student_participation"),
}
STAFF = {"director", "deputy_head", "administrator", "teacher", "class_teacher"}

TERMS: dict[str, tuple[Any, ...]] = {
    # The same word in every school, техникум in S1's own text; not a row of the table.
    "institution": ("школа", "школа", "техникум", "школа", "школа", "школа"),
    "unit": ("класс", "класс", "учебная группа", "класс, учебная группа", "класс, группа", "класс"),
    "teacher": (
        "учитель",
        "учитель, предметник",
        "преподаватель, мастер производственного обучения",
        "учитель-предметник",
        "учитель-предметник",
        "учитель-предметник, преподаватель",
    ),
    "unit_head": (
        "классный руководитель",
        "классный руководитель",
        "куратор учебной группы",
        "классный руководитель",
        "классный руководитель",
        "классный руководитель",
    ),
    "deputy": (
        "заместитель директора",
        "заместитель директора по УР",
        "заместитель директора по ООД",
        "заместитель руководителя",
        "заместитель директора по УВР, заместитель директора по учебной работе",
        "заместитель директора по УВР",
    ),
    "student": (
        "ученик",
        "учащийся",
        "обучающийся",
        "обучающийся",
        "обучающийся, учащийся",
        "ученик, учащийся, обучающийся",
    ),
    "subject": (
        "предмет",
        "предмет",
        "дисциплина, модуль, междисциплинарный курс, предмет",
        "предмет",
        "предмет",
        "предмет",
    ),
    "mark": ("оценка", "оценка, отметка", "оценка", "оценка, отметка", "отметка, оценка", "оценка"),
}

ENTRY: dict[str, tuple[Any, ...]] = {
    "entry.deadline": (
        TODAY,
        Says(TODAY, "4.2-T2"),
        Says(TODAY, "8.4"),
        Says(NOON_NEXT_DAY, "1-6"),
        Says(BY_17, "4.5-D2"),
        Says(BY_21, "4.2-T2 5-1"),
    ),
    # Silent: the same as entry.deadline, with its clause.
    "entry.lesson_mark_deadline": (
        TODAY,
        Says(TODAY, "4.2-T2"),
        Says(TODAY, "8.4"),
        Says(TODAY, "3-5"),
        Says(BY_17, "4.5-D2"),
        Says(BY_21, "4.2-T2 5-1"),
    ),
    "entry.attendance_frequency": (
        "same_day",
        Says("same_day", "4.2-T2 4.2-CT2"),
        Says("daily", "8.4"),
        Says("daily", "3-5"),
        Says("same_day", "4.5-D2 4.5-D4"),
        Says("same_day", "5-1"),
    ),
    "entry.backdating": ("allowed", Says("marks_forbidden", "4.2-T2"), *[SILENT] * 4),
    "entry.mark_correction": (
        "with_reason",
        Says("forbidden", "4.2-T2"),
        Says("until_period_mark", "4.4.1"),
        *[SILENT] * 3,
    ),
    "entry.late_entry": ("accepted", Says("marks_refused", "4.2-T2"), *[SILENT] * 4),
    "entry.edit_lock": (
        "after_period_mark",
        Says("always", "4.2-T2"),
        Says("after_period_mark", "4.4.1"),
        *[SILENT] * 3,
    ),
    # C3: in S4 the earlier of an hour after the last lesson and 21:00. S3: daily, within the journal's 17:00.
    "entry.homework_deadline": (
        TODAY,
        Says(TODAY, "4.2-T2"),
        Says(TODAY, "8.4"),
        Says(NOON_NEXT_DAY, "1-6"),
        Says(BY_17, "4.5-D3 4.5-D2"),
        Says(Deadline(anchor=Anchor.LAST_LESSON, delay=timedelta(hours=1), latest=BY_21), "5-3"),
    ),
    "entry.homework_in_advance": ("allowed", *[SILENT] * 4, Says("recommended", "5-4")),
    # G9: the checking norms of S0 name no number of days.
    "entry.written_work_deadline": (
        WEEK,
        Named("4.2-T5"),
        SILENT,
        Says(Deadline(anchor=Anchor.CHECKING_END), "3-5"),
        SILENT,
        Says(WEEK, "5-5"),
    ),
    "entry.written_work_scope": ("written", *[SILENT] * 4, Says("assessed", "5-5")),
    "entry.grade1_marks": (False, SILENT, Says(True, ""), SILENT, Says(False, "3.10"), SILENT),
    "entry.record_language": ("ru", *[SILENT] * 3, Says("ru", "4.5-D9"), Says("ru", "4.2-T8")),
    "entry.record_language_check": ("warn", *[SILENT] * 5),
    "entry.places_of_entry": (
        "any",
        SILENT,
        Says("lesson_or_assigned", "8.3"),
        Says("own_page", "3-3"),
        Says("listed", "4.5-D2"),
        Says("listed", "4.2-T2"),
    ),
    "entry.class_teacher_edit": (
        {"reason"},
        Says({"attendance", "reason"}, "4.2-CT1 4.2-CT2"),
        Named("8.3"),
        Says(set(), "3-4"),
        SILENT,
        Says({"reason", "excused_absences", "weekly_correction"}, "4.2-CT6 4.2-CT7"),
    ),
    "entry.management_edit": (False, *[SILENT] * 3, Says(False, "4.1-R5 4.2-R1"), SILENT),
    "entry.substitution_record": (
        "same_day",
        Says("by_substitute", "4.2-T3"),
        SILENT,
        SILENT,
        Says("same_day", "4.5-D11"),
        Says("at_entry", "5-1"),
    ),
}

PERIODS: dict[str, tuple[Any, ...]] = {
    # A technical college's own default is half-years.
    "periods.kinds": (
        {"quarter"},
        Says({"quarter"}, "5.2"),
        Says({"half_year"}, "5.1"),
        SILENT,
        Says({"quarter"}, "5.3"),
        Says({"quarter", "half_year"}, "4.2-T5"),
    ),
    "periods.results": (
        {"period", "year"},
        Says({"period", "year"}, "5.2"),
        Says({"period", "year", "final"}, "5.1 4.4.5"),
        SILENT,
        Says({"period", "year", "exam", "final"}, "4.5-D5"),
        Says({"period", "year", "exam", "final"}, "4.2-T5"),
    ),
    "periods.mark_due": (
        ORDER,
        SILENT,
        Says(Deadline(anchor=Anchor.PERIOD_END, days=-2), "5.3"),
        SILENT,
        Says(ORDER, "4.5-D5"),
        Says(ORDER, "4.2-T5"),
    ),
    # C4
    "periods.mark_opens_days": (None, SILENT, Says(7, "4.4.5"), *[SILENT] * 3),
    "periods.min_marks": (3, SILENT, Says(3, "5.2"), *[SILENT] * 3),
    "periods.min_marks_enforcement": ("warn", SILENT, Says("refuse", "5.2"), *[SILENT] * 3),
    "periods.required_kinds": (
        set(),
        SILENT,
        Says({"written", "laboratory", "practical"}, "5.2"),
        *[SILENT] * 3,
    ),
    "periods.lesson_plan_due": (
        YearDay(1, 9),
        Named("3.2.4"),
        SILENT,
        SILENT,
        Says(YearDay(1, 9), "4.5-D8"),
        Says(YearDay(1, 9), "4.2-T7"),
    ),
    "periods.plan_hours_check": (
        "warn",
        *[SILENT] * 3,
        Says("equal", "4.5-D8"),
        Says("equal", "4.2-T7"),
    ),
    "periods.year_setup_due": (
        YearDay(5, 9),
        SILENT,
        Named("4.5.2"),
        Says(YearDay(5, 9), "3-2"),
        SILENT,
        Named("4.2-DH2"),
    ),
    "periods.lists_due": (YearDay(1, 9), *[SILENT] * 3, Says(YearDay(1, 9), "4.9-D1"), SILENT),
    # C10: deputy head and administrator edit, the dispatcher asks; only who forms the timetable differs.
    "periods.timetable_former": (
        DH_A,
        SILENT,
        Says({"deputy_head"}, "4.5.2"),
        SILENT,
        SILENT,
        Says({"deputy_head"}, "4.2-DH2"),
    ),
    "periods.timetable_editor": (
        DH_A,
        SILENT,
        Says(DH_A, "4.2.7 4.5.2"),
        SILENT,
        Says(DH_A, "3.2-A2"),
        Says(DH_A, "4.2-DH2"),
    ),
    "periods.timetable_supplier": ({"dispatcher"}, *[SILENT] * 3, Says({"dispatcher"}, "4.3"), SILENT),
    "periods.subgroup_formation": ("any_time", SILENT, Says("year_start", "4.3.3"), *[SILENT] * 3),
    "periods.subgroup_proposer": (
        T_CT,
        SILENT,
        Says(T_CT, "4.3.3 4.4.4"),
        SILENT,
        Says(T_CT, "4.5-D10"),
        Says({"teacher"}, "4.2-T9"),
    ),
    # D3: technician and administrator hold one permission in S4.
    "periods.subgroup_applier": (
        {"administrator"},
        *[SILENT] * 3,
        Says({"administrator"}, "4.5-D10 3.2-A2"),
        Says({"technician", "administrator"}, "4.2-T9"),
    ),
    "periods.subgroup_transfer": ("any_time", *[SILENT] * 4, Says("after_period", "4.2-T9")),
}

ACCESS: dict[str, tuple[Any, ...]] = {
    "access.staff_code_issuer": (
        {"administrator"},
        Says({"administrator"}, "3.2.2"),
        Says({"administrator"}, "3.1a"),
        SILENT,
        Says({"administrator"}, "3.3"),
        Says({"technician", "administrator"}, "3.2a 4.2-A4"),
    ),
    "access.staff_code_protocol": (False, *[SILENT] * 3, Says(True, "3.3"), SILENT),
    "access.guardian_code_issuer": (
        {"class_teacher"},
        Says({"class_teacher"}, "3.1.2"),
        Says({"class_teacher"}, "3.1b"),
        SILENT,
        Says({"class_teacher", "administrator"}, "4.7-R3 4.4-D1"),
        Says({"class_teacher", "administrator"}, "3.2b 4.2-A4"),
    ),
    # G21
    "access.student_code_issuer": (
        {"class_teacher"},
        SILENT,
        Says({"class_teacher"}, "3.1b"),
        SILENT,
        Says({"class_teacher", "administrator"}, "4.4-D1"),
        Says({"class_teacher", "administrator"}, "3.2b 4.2-A4"),
    ),
    "access.external_sign_in": ("off", *[SILENT] * 3, Says("gosuslugi", "3.1.7"), SILENT),
    # S1: the matrix grants students correspondence by §2.9.
    "access.student_account": (
        "diary",
        Says("diary", "1.8 4.3-6 6"),
        Says("diary_and_messages", "4.3.8 2.9"),
        SILENT,
        Says("diary_and_messages", "3.4"),
        Says("diary_and_messages", "3.6"),
    ),
    "access.guardian_messages": (
        "correspond",
        Says("none", "3.1.3"),
        Says("correspond", "2.9 4.3.5"),
        Says("receive", "1-5"),
        Says("correspond", "3.4"),
        Says("correspond", "3.6"),
    ),
    "access.consent_required": (
        "yes",
        SILENT,
        Says("yes", "1.1"),
        Says("yes", "1-8"),
        Says("written", "1.12"),
        Says("documents", "4.2-CT5"),
    ),
    "access.service_refusal": (
        "class_teacher_flag",
        SILENT,
        Says("declared", "4.3.6"),
        SILENT,
        Says("written_to_director", "4.7-R5"),
        SILENT,
    ),
    "access.guardian_channels": (
        {"telegram"},
        Says({"diary", "reports"}, "4.1-3"),
        Says({"internal_mail", "internet"}, "4.3.5 2.8"),
        Says({"cabinet", "email", "phone", "application", "paper"}, "1-7"),
        Says({"diary", "internal_mail"}, "4.7-R2 4.5-D7"),
        Says({"diary", "internal_mail", "paper"}, "4.1-CT4 3.6"),
    ),
    "access.offline_printout": (
        "weekly_on_request",
        SILENT,
        Says("weekly_for_refusers", "4.3.6"),
        Says("weekly_on_request", "1-7"),
        SILENT,
        Says("as_needed", "4.1-CT4"),
    ),
    "access.failing_alert_by": (
        T_CT,
        Says({"class_teacher"}, "4.2-CT3"),
        Says({"class_teacher"}, "4.3.5"),
        SILENT,
        Says({"teacher"}, "4.5-D7"),
        Says(T_CT, "4.2-T6 4.2-CT9"),
    ),
    # The class teacher writes to the own class in every preset.
    "access.notice_authors": (
        T_CT_DH,
        SILENT,
        Says({"deputy_head", "class_teacher"}, "4.5.6"),
        SILENT,
        Says(T_CT_DH, "4.2-D6 4.5-R4"),
        Says(T_CT_DH, "4.1-T6 4.1-CT5 4.2-DH6"),
    ),
    "access.discussion_topics": (
        set(),
        *[SILENT] * 3,
        Says({"director"}, "4.1-R3"),
        Says({"director"}, "4.1-D2"),
    ),
    "access.discussion_members": (STAFF, *[SILENT] * 4, Says(STAFF, "4.1-DH2 4.1-A1 4.1-T3 4.1-CT2")),
    "access.class_events": (
        "monthly",
        SILENT,
        Says("view", "3.6"),
        SILENT,
        SILENT,
        Says("monthly", "4.2-CT8"),
    ),
}

CONTROL: dict[str, tuple[Any, ...]] = {
    "control.weekly": (
        {"deputy_head", "class_teacher"},
        Says({"deputy_head"}, "5.1 4.2-DH1"),
        Says({"class_teacher"}, "4.3.1"),
        SILENT,
        SILENT,
        Says({"class_teacher"}, "4.2-CT3"),
    ),
    "control.monthly": (
        {"director", "deputy_head"},
        Says({"deputy_head"}, "4.2-DH2 4.2-DH5"),
        Says({"deputy_head", "administrator"}, "4.5.5 3.5"),
        Says({"director", "deputy_head"}, "3-2"),
        Says({"director", "deputy_head"}, "5.3"),
        Says({"director", "deputy_head"}, "4.2-D2 3.5"),
    ),
    "control.period": (
        True,
        Says(True, "5.2"),
        SILENT,
        SILENT,
        Says(True, "6.4 5.3"),
        SILENT,
    ),
    "control.findings_due": (3, Named("4.2-DH1"), Named("6.2"), SILENT, Says(3, "6.4"), SILENT),
    "control.activity_report_window": (
        DayWindow(20, 23),
        *[SILENT] * 3,
        Says(DayWindow(20, 23), "6.1bis 6.2"),
        SILENT,
    ),
    "control.inspection_checklist": (CHECKLIST, *[SILENT] * 3, Says(CHECKLIST, "5.3"), SILENT),
    "control.metrics": (METRICS, *[SILENT] * 4, Says(METRICS, "3.5")),
    "control.forecast": (True, SILENT, Says(True, "2.7"), *[SILENT] * 3),
    "control.performance_reports": (
        {"period", "year"},
        Says({"period", "year"}, "5.2"),
        Says({"period", "year"}, "7.1"),
        SILENT,
        Says({"period", "year"}, "6.3"),
        Says({"period"}, "4.2-DH7"),
    ),
    "control.ct_report_due": (
        PERIOD_END,
        Says(PERIOD_END, "4.2-CT4"),
        *[SILENT] * 3,
        Says(PERIOD_END, "4.1-CT3"),
    ),
    "control.ct_report": ("duty", Says("duty", "4.2-CT4"), *[SILENT] * 3, Says("right", "4.1-CT3")),
}

ARCHIVE: dict[str, tuple[Any, ...]] = {
    "archive.paper_copy": (
        "if_needed",
        Says("after_period_if_needed", "4.2-DH3"),
        Says("if_needed", "6.3 4.5.7"),
        Says("with_archive", "1-1"),
        Says("every_year", "6.6"),
        Says("if_needed", "6-1"),
    ),
    "archive.paper_approval": (False, Says(True, "4.2-DH3"), *[SILENT] * 4),
    "archive.paper_contents": (
        S3_PAPER,
        Says({"class_lists", "marks", "attendance", "topics", "homework", "period_marks"}, "4.2-DH3"),
        SILENT,
        SILENT,
        Says(S3_PAPER, "6.6"),
        Says({"year_summary"}, "6-2"),
    ),
    "archive.paper_due": (
        None,
        Says(PERIOD_END, "4.2-DH3"),
        SILENT,
        SILENT,
        Says(YearDay(30, 6), "6.6"),
        SILENT,
    ),
    "archive.paper_certified_by": (
        "director",
        Says("deputy_head", "4.2-DH4"),
        Named("6.3"),
        SILENT,
        Says("director", "6.7 4.1-D3"),
        Named("6-1"),
    ),
    "archive.paper_certification": (
        {"numbered", "stitched", "signature", "name", "date", "seal"},
        Says({"signature", "name", "date"}, "4.2-DH4"),
        SILENT,
        SILENT,
        Says({"numbered", "stitched", "signature", "seal"}, "6.7"),
        SILENT,
    ),
    "archive.paper_keeper": (
        "secretary",
        Says("secretary", "4.2-DH4"),
        Says("deputy_then_archive", "4.5.7"),
        SILENT,
        Says("school", "6.8"),
        Says("archive", "6-2"),
    ),
    "archive.frequency": (
        {"period", "year"},
        SILENT,
        Says({"year"}, "4.5.7"),
        Named("1-1"),
        Says({"period", "year"}, "4.4-D9 5.2"),
        Says({"year"}, "6-2"),
    ),
    # C15: five and twenty-five years, never less.
    "archive.retention_years": (5, SILENT, Named("4.5.7"), SILENT, Says(5, "6.8"), Named("6-1")),
    "archive.retention_summary_years": (25, *[SILENT] * 3, Says(25, "6.8"), SILENT),
    "archive.integrity": (
        "hash_manifest",
        SILENT,
        SILENT,
        Named("1-1"),
        SILENT,
        Says("signature", "5-6"),
    ),
    "archive.copies": (2, *[SILENT] * 4, Says(2, "5-6")),
    # C11
    "archive.backup_interval_days": (7, SILENT, SILENT, Named("1-1"), Named("5.1"), Says(7, "4.2-A6")),
    "archive.backup_limit_days": (14, *[SILENT] * 4, Says(14, "4.2-A6")),
    "archive.backup_removable": (False, *[SILENT] * 4, Says(True, "4.2-A6")),
    "archive.availability": (
        "always",
        Says("always", "4.1-1"),
        Says("always", "8.2"),
        SILENT,
        Says("except_force_majeure", "5.1"),
        Says("always", "4.1a"),
    ),
}

JOURNAL_UNITS = {
    "terms.journal_units": (
        {"class", "subgroup", "individual"},
        Says({"class"}, "4.2-DH3"),
        Says({"group", "subgroup"}, "4.3.3"),
        Says({"class", "group", "individual"}, "3-3"),
        Says({"class", "subgroup"}, "3.2-A2"),
        Says({"class", "subgroup"}, "4.2-T9"),
    )
}

TABLE = {**JOURNAL_UNITS, **ENTRY, **PERIODS, **ACCESS, **CONTROL, **ARCHIVE}

# Each row of section 4 by its own name, with the parameters it became.
ROWS = {
    "unit_term": "terms.unit",
    "journal_units": "terms.journal_units",
    "teacher_term": "terms.teacher",
    "unit_head_term": "terms.unit_head",
    "deputy_term": "terms.deputy",
    "student_term": "terms.student",
    "subject_term": "terms.subject",
    "mark_term": "terms.mark",
    "entry_deadline": "entry.deadline",
    "lesson_mark_deadline": "entry.lesson_mark_deadline",
    "attendance_frequency": "entry.attendance_frequency",
    "backdating": "entry.backdating",
    "mark_correction": "entry.mark_correction",
    "late_entry": "entry.late_entry",
    "edit_lock": "entry.edit_lock",
    "homework_deadline": "entry.homework_deadline",
    "homework_in_advance": "entry.homework_in_advance",
    "written_work_deadline": "entry.written_work_deadline entry.written_work_scope",
    "grade1_marks": "entry.grade1_marks",
    "record_language": "entry.record_language entry.record_language_check",
    "places_of_entry": "entry.places_of_entry",
    "class_teacher_edit": "entry.class_teacher_edit",
    "management_edit": "entry.management_edit",
    "substitution_record": "entry.substitution_record",
    "period_kinds": "periods.kinds periods.results",
    "period_mark_due": "periods.mark_due periods.mark_opens_days",
    "min_marks": "periods.min_marks",
    "min_marks_enforcement": "periods.min_marks_enforcement",
    "required_kinds": "periods.required_kinds",
    "lesson_plan_due": "periods.lesson_plan_due",
    "plan_hours_check": "periods.plan_hours_check",
    "year_setup_due": "periods.year_setup_due periods.lists_due",
    "timetable_editor": "periods.timetable_former periods.timetable_editor periods.timetable_supplier",
    "subgroup_formation": "periods.subgroup_formation periods.subgroup_proposer periods.subgroup_applier",
    "subgroup_transfer": "periods.subgroup_transfer",
    "staff_code_issuer": "access.staff_code_issuer access.staff_code_protocol",
    "guardian_code_issuer": "access.guardian_code_issuer access.student_code_issuer",
    "external_sign_in": "access.external_sign_in",
    "student_account": "access.student_account",
    "guardian_messages": "access.guardian_messages",
    "consent_required": "access.consent_required",
    "service_refusal": "access.service_refusal",
    "guardian_channels": "access.guardian_channels",
    "offline_printout": "access.offline_printout",
    "failing_alert_by": "access.failing_alert_by",
    "notice_authors": "access.notice_authors",
    "discussion_topics": "access.discussion_topics access.discussion_members",
    "class_events": "access.class_events",
    "control_weekly": "control.weekly",
    "control_monthly": "control.monthly",
    "control_period": "control.period",
    "findings_due": "control.findings_due",
    "activity_report_window": "control.activity_report_window",
    "inspection_checklist": "control.inspection_checklist",
    "control_metrics": "control.metrics",
    "forecast": "control.forecast",
    "performance_reports": "control.performance_reports",
    "ct_report_due": "control.ct_report_due control.ct_report",
    "paper_copy": "archive.paper_copy archive.paper_approval",
    "paper_contents": "archive.paper_contents",
    "paper_due": "archive.paper_due",
    "paper_certified_by": "archive.paper_certified_by archive.paper_certification",
    "paper_keeper": "archive.paper_keeper",
    "archive_frequency": "archive.frequency",
    "retention_years": "archive.retention_years archive.retention_summary_years",
    "integrity": "archive.integrity",
    "archive_copies": "archive.copies",
    "backup_interval": "archive.backup_interval_days archive.backup_limit_days archive.backup_removable",
    "availability": "archive.availability",
}
