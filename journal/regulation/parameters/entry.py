"""When, where and by whom a lesson's records are made and changed."""

from dataclasses import dataclass

from journal.regulation.deadline import Deadline
from journal.regulation.values import (
    AttendanceFrequency,
    Backdating,
    CheckedWorks,
    ClassTeacherEdit,
    EditLock,
    Enforcement,
    EntryPlaces,
    InAdvance,
    LateEntry,
    MarkCorrection,
    RecordLanguage,
    SubstitutionRecord,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Section «Entry»."""

    deadline: Deadline
    """For topics, tasks and everything that has no deadline of its own (R-038)."""
    lesson_mark_deadline: Deadline
    """For marks given for work at the lesson (R-048)."""
    attendance_frequency: AttendanceFrequency
    """Read through `attendance_deadline` (R-056)."""
    backdating: Backdating
    """Whether a mark may be set for an earlier day (R-039)."""
    mark_correction: MarkCorrection
    """Whether a saved mark may be changed; every change is logged with its reason (R-050)."""
    late_entry: LateEntry
    """What becomes of an entry after its deadline (R-038, D1)."""
    edit_lock: EditLock
    """When a saved mark is closed to its teacher (R-051)."""
    homework_deadline: Deadline
    """For homework (R-040)."""
    homework_in_advance: InAdvance
    """Homework for a later lesson before it is due (R-041)."""
    written_work_deadline: Deadline
    """For marks of the works named by `written_work_scope`; may be later than `deadline` (R-049, D4)."""
    written_work_scope: CheckedWorks
    """Which works have that term: the written ones, or any assessed work."""
    grade1_marks: bool
    """Whether grade 1 gets marks at all (R-052)."""
    record_language: RecordLanguage
    """The language of topics, tasks, homework and comments (R-042)."""
    record_language_check: Enforcement
    """What happens to a text in another script."""
    places_of_entry: EntryPlaces
    """Where entries are made (R-043)."""
    class_teacher_edit: frozenset[ClassTeacherEdit]
    """What a class teacher may enter for the own class; empty: nothing (R-057, R-058, R-059)."""
    management_edit: bool
    """Whether the director and deputy heads may edit journals (R-121)."""
    substitution_record: SubstitutionRecord
    """How a lesson given for another teacher is recorded (R-070)."""

    @property
    def attendance_deadline(self) -> Deadline:
        """Until when a register may be taken in time."""
        if self.attendance_frequency is AttendanceFrequency.DAILY:
            return self.deadline
        return self.deadline.within_the_day()
