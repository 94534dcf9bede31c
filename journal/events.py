"""What happened, in the past tense: written with the change, told to people afterwards."""

from dataclasses import asdict, dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Event:
    """A fact that somebody may have to be told. Payloads hold ids only, never names or texts."""

    kind: ClassVar[str]

    @property
    def subject(self) -> str:
        """What the event is about; a later event about the same subject replaces an earlier held one."""
        raise NotImplementedError

    def payload(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class RegisterSaved(Event):
    """A register was saved (or corrected: revision > 1); who was absent is read when it is told."""

    kind: ClassVar[str] = "register_saved"
    lesson_id: int
    revision: int

    @property
    def subject(self) -> str:
        return f"register:{self.lesson_id}"


@dataclass(frozen=True, slots=True)
class MarksSaved(Event):
    """Marks of one work were saved or corrected for these students."""

    kind: ClassVar[str] = "marks_saved"
    work_id: int
    student_ids: list[int]
    revision: int = 1

    @property
    def subject(self) -> str:
        return f"work:{self.work_id}:{self.revision}"


@dataclass(frozen=True, slots=True)
class HomeworkSaved(Event):
    kind: ClassVar[str] = "homework_saved"
    homework_id: int
    revision: int

    @property
    def subject(self) -> str:
        return f"homework:{self.homework_id}"


@dataclass(frozen=True, slots=True)
class AbsenceNoteSent(Event):
    """A family gave a reason (or raised an alarm); the class teacher is to decide."""

    kind: ClassVar[str] = "absence_note_sent"
    note_id: int

    @property
    def subject(self) -> str:
        return f"note:{self.note_id}:sent"


@dataclass(frozen=True, slots=True)
class AbsenceNoteDecided(Event):
    kind: ClassVar[str] = "absence_note_decided"
    note_id: int
    revision: int

    @property
    def subject(self) -> str:
        return f"note:{self.note_id}:decided"


@dataclass(frozen=True, slots=True)
class ChildMissing(Event):
    """A family does not know where the child is: urgent for the class teacher and the duty deputy head."""

    kind: ClassVar[str] = "child_missing"
    note_id: int

    @property
    def subject(self) -> str:
        return f"note:{self.note_id}:missing"


@dataclass(frozen=True, slots=True)
class ChildFound(Event):
    kind: ClassVar[str] = "child_found"
    note_id: int

    @property
    def subject(self) -> str:
        return f"note:{self.note_id}:found"


@dataclass(frozen=True, slots=True)
class NoticeSent(Event):
    kind: ClassVar[str] = "notice_sent"
    notice_id: int

    @property
    def subject(self) -> str:
        return f"notice:{self.notice_id}"


@dataclass(frozen=True, slots=True)
class NoticeSigned(Event):
    """Somebody signed a notice off: the author's living counter moves."""

    kind: ClassVar[str] = "notice_signed"
    notice_id: int

    @property
    def subject(self) -> str:
        return f"notice:{self.notice_id}:counter"


@dataclass(frozen=True, slots=True)
class NoticeNudged(Event):
    """Those who have not signed a notice off are reminded, at most once a day."""

    kind: ClassVar[str] = "notice_nudged"
    notice_id: int
    day: str

    @property
    def subject(self) -> str:
        return f"notice:{self.notice_id}:nudged:{self.day}"


@dataclass(frozen=True, slots=True)
class NoticeWithdrawn(Event):
    kind: ClassVar[str] = "notice_withdrawn"
    notice_id: int

    @property
    def subject(self) -> str:
        return f"notice:{self.notice_id}:withdrawn"


@dataclass(frozen=True, slots=True)
class GuardianBound(Event):
    """An adult was linked to a child: its other adults and the class teacher hear of it."""

    kind: ClassVar[str] = "guardian_bound"
    binding_id: int

    @property
    def subject(self) -> str:
        return f"binding:{self.binding_id}"


@dataclass(frozen=True, slots=True)
class CodeLocked(Event):
    """Five failures locked a code: the class teacher (or the administrator, for staff) hears of it."""

    kind: ClassVar[str] = "code_locked"
    code_id: int

    @property
    def subject(self) -> str:
        return f"code:{self.code_id}:locked"


@dataclass(frozen=True, slots=True)
class PhoneAdded(Event):
    """An account was linked to somebody who has others: those ask whether it was really the person."""

    kind: ClassVar[str] = "phone_added"
    binding_id: int

    @property
    def subject(self) -> str:
        return f"binding:{self.binding_id}:phone"


@dataclass(frozen=True, slots=True)
class AccessWaiting(Event):
    """A code was redeemed, but the diary opens only after the class teacher's tick."""

    kind: ClassVar[str] = "access_waiting"
    code_id: int

    @property
    def subject(self) -> str:
        return f"code:{self.code_id}:waiting"


@dataclass(frozen=True, slots=True)
class AccessOpened(Event):
    """The class teacher's tick opened the diary to the account that waited for it."""

    kind: ClassVar[str] = "access_opened"
    binding_id: int

    @property
    def subject(self) -> str:
        return f"binding:{self.binding_id}:opened"


@dataclass(frozen=True, slots=True)
class BindingQuestioned(Event):
    """Somebody of the family does not know an adult who was linked: the class teacher is to look into it."""

    kind: ClassVar[str] = "binding_questioned"
    binding_id: int
    account_id: int

    @property
    def subject(self) -> str:
        return f"binding:{self.binding_id}:questioned:{self.account_id}"


@dataclass(frozen=True, slots=True)
class BindingDisowned(Event):
    """A person said of one of the own accounts that it was somebody else's: it was cut off at once."""

    kind: ClassVar[str] = "binding_disowned"
    binding_id: int

    @property
    def subject(self) -> str:
        return f"binding:{self.binding_id}:disowned"


@dataclass(frozen=True, slots=True)
class LessonChanged(Event):
    """A lesson was substituted, moved or cancelled."""

    kind: ClassVar[str] = "lesson_changed"
    lesson_id: int
    revision: int

    @property
    def subject(self) -> str:
        return f"lesson:{self.lesson_id}:changed"


@dataclass(frozen=True, slots=True)
class WeeklySummaryDue(Event):
    """The week of these students is to be summed up for their families; one event a batch of students."""

    kind: ClassVar[str] = "weekly_summary_due"
    week_starts_on: str
    student_ids: list[int]
    batch: int

    @property
    def subject(self) -> str:
        return f"weekly:{self.week_starts_on}:{self.batch}"


@dataclass(frozen=True, slots=True)
class EntryReminderDue(Event):
    """A teacher has lessons of that day with something missing."""

    kind: ClassVar[str] = "entry_reminder_due"
    person_id: int
    day: str

    @property
    def subject(self) -> str:
        return f"reminder:{self.person_id}:{self.day}"


@dataclass(frozen=True, slots=True)
class AbsenceNudgeDue(Event):
    """Families of these students are asked again why they were absent; one event a batch of students."""

    kind: ClassVar[str] = "absence_nudge_due"
    day: str
    student_ids: list[int]
    batch: int

    @property
    def subject(self) -> str:
        return f"absence_nudge:{self.day}:{self.batch}"


@dataclass(frozen=True, slots=True)
class HomeworkMissingDue(Event):
    """Homework of these classes for that day was not entered in time; one event a batch of classes."""

    kind: ClassVar[str] = "homework_missing_due"
    day: str
    unit_ids: list[int]
    batch: int

    @property
    def subject(self) -> str:
        return f"homework_missing:{self.day}:{self.batch}"
