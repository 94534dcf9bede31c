"""Facts that pushes tell; long, a class for each kind.

They are loaded at the moment of sending, so that nobody is told what no longer stands.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.model.access_news import AuthorityNews, BoundNews, DecidedNews, LockedNews
from journal.model.at_risk import ConcernNews
from journal.model.attendance import AbsenceNote, Presence
from journal.model.audit import MemoryNews
from journal.model.class_events import ClassEventNews
from journal.model.class_lists import FlawNews, ListNews
from journal.model.class_week import BreachNews, ReviewNews
from journal.model.comments import CommentNews
from journal.model.control import CallNews, UnreachedNews
from journal.model.covering import AwayLessons
from journal.model.day import ReminderNews
from journal.model.integrity import AskedNews
from journal.model.lessons import Lesson
from journal.model.meetings import MeetingCounterNews, MeetingNews
from journal.model.messages import MessageNews, MonthNews, ReportedNews
from journal.model.notices import CounterNews, Notice, NoticeStatus
from journal.model.papers import AskedPrint, PrintoutNews
from journal.model.people import Child, Person
from journal.model.periods import ResultRequest
from journal.model.profile import ProfileChange
from journal.model.programme import PlansNews
from journal.model.remarks import RemarkNews
from journal.model.requests import EntryRequest
from journal.model.results import ResultsDueNews, ResultsNews
from journal.model.trouble import LettersNews, OutageNews, StarsNews
from journal.model.week import WeekNews


class Kind(StrEnum):
    """What a push is about; each kind has one row of `notifications.kinds` and one screen."""

    ATTENDANCE = "attendance"
    NOTE_SENT = "note_sent"
    NOTE_DECIDED = "note_decided"
    CHILD_MISSING = "child_missing"
    ABSENCE_NUDGE = "absence_nudge"
    MARKS = "marks"
    RESULTS = "results"
    RESULTS_DUE = "results_due"
    RESULTS_OVERDUE = "results_overdue"
    PLANS_MISSING = "plans_missing"
    PLANS_DUE = "plans_due"
    RESULT_ASKED = "result_asked"
    RESULT_DECIDED = "result_decided"
    HOMEWORK = "homework"
    HOMEWORK_MISSING = "homework_missing"
    LESSON_CHANGED = "lesson_changed"
    SUBSTITUTED = "substituted"
    REMARKS = "remarks"
    TEACHER_AWAY = "teacher_away"
    ENTRY_REMINDER = "entry_reminder"
    ENTRY_ASKED = "entry_asked"
    ENTRY_DECIDED = "entry_decided"
    NOTICE = "notice"
    NOTICE_COUNTER = "notice_counter"
    GUARDIAN_BOUND = "guardian_bound"
    CODE_LOCKED = "code_locked"
    PHONE_ADDED = "phone_added"
    ACCESS_WAITING = "access_waiting"
    ACCESS_OPENED = "access_opened"
    BINDING_QUESTIONED = "binding_questioned"
    BINDING_DISOWNED = "binding_disowned"
    FAMILY_DECIDED = "family_decided"
    AUTHORITY_ENDING = "authority_ending"
    PROFILE_CHANGE_ASKED = "profile_change_asked"
    PROFILE_CHANGE_DECIDED = "profile_change_decided"
    CHILD_NEEDS_HELP = "child_needs_help"
    CLASS_EVENT = "class_event"
    MONTH_DUE = "month_due"
    LIST_DUE = "list_due"
    LIST_FLAWED = "list_flawed"
    LIST_MENDED = "list_mended"
    MEETING = "meeting"
    MEETING_COUNTER = "meeting_counter"
    CLASS_REVIEW = "class_review"
    BREACHES = "breaches"
    WEEKLY = "weekly"
    CALL_ASKED = "call_asked"
    FAMILY_UNREACHED = "family_unreached"
    OUTAGE = "outage"
    LETTERS_LOST = "letters_lost"
    STARS_LACKING = "stars_lacking"
    COMMENT_WITHDRAWN = "comment_withdrawn"
    CONTRADICTION_ASKED = "contradiction_asked"
    MEMORY_BROKEN = "memory_broken"
    PRINTOUTS_DUE = "printouts_due"
    PRINT_ASKED = "print_asked"
    PRINT_SETTLED = "print_settled"
    MESSAGE = "message"
    MESSAGES_REPORTED = "messages_reported"


@dataclass(frozen=True, slots=True)
class LessonPresence:
    """One lesson of a child's day; `presence` is None while families may not hear of it yet."""

    lesson_id: int
    slot: int
    subject: str
    starts_at: datetime
    presence: Presence | None
    # The school itself sent the child elsewhere (an order, home teaching, let go at an hour).
    expected_away: bool = False


@dataclass(frozen=True, slots=True)
class AttendanceDay:
    """A child's lessons of one day in order, with what the family said about them."""

    child: Child
    day: date
    lessons: tuple[LessonPresence, ...]
    notes: tuple[AbsenceNote, ...] = ()
    current: bool = True


class AttendanceForm(StrEnum):
    """What the message about a child's day says first."""

    ABSENT = "absent"
    # Was there and is not any more: always heard.
    VANISHED = "vanished"
    ARRIVED = "arrived"
    LATE = "late"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class AttendanceNews:
    form: AttendanceForm
    child: Child
    day: date
    absent: tuple[LessonPresence, ...]
    # The lesson the child was first seen at again.
    arrived: LessonPresence | None = None
    late: tuple[LessonPresence, ...] = ()
    # The lesson of that day the child was last seen at before it vanished.
    seen: LessonPresence | None = None
    # Whether the absence itself was told already, so that an arrival need not repeat it.
    known: bool = False
    note: AbsenceNote | None = None
    # Whether the day is the one on which it is told.
    current: bool = True
    # Told to this adult because another could not be reached.
    instead: bool = False


@dataclass(frozen=True, slots=True)
class NoteNews:
    """A family's note: to the class teacher for a decision, or the decision to the family."""

    note: AbsenceNote
    child: Child
    author: Person | None
    # What the child missed on the first of the note's days, or today where it covers today.
    missed: tuple[LessonPresence, ...] = ()
    # Whether the note covers the day on which this is told.
    current: bool = True


@dataclass(frozen=True, slots=True)
class MissingNews:
    """A child whose whereabouts the family does not know, until the note says otherwise."""

    note: AbsenceNote
    child: Child
    author: Person | None
    # What the child missed that day.
    missed: tuple[LessonPresence, ...] = ()


@dataclass(frozen=True, slots=True)
class NudgeNews:
    """Absences that nobody explained."""

    child: Child
    absences: tuple[tuple[date, int, str], ...]


@dataclass(frozen=True, slots=True)
class GivenMark:
    value: str
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class MarksNews:
    """The marks of one child for one work; empty when they were withdrawn."""

    child: Child
    work_id: int
    subject_id: int
    subject: str
    day: date
    # The code of the work type in the regulation.
    kind: str
    title: str | None
    marks: tuple[GivenMark, ...]
    retake_until: date | None = None
    # The values told before, when this corrects them.
    before: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class HomeworkNews:
    child: Child
    homework_id: int
    lesson_id: int
    subject: str
    due: date
    text: str
    bring: str | None
    no_work: bool
    attachments: int
    revision: int
    withdrawn: bool = False
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class HomeworkMissingNews:
    """Subjects of a day for which no homework was entered in time."""

    child: Child
    due: date
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LessonNews:
    """A lesson that was substituted, moved or cancelled; `child` is None for staff."""

    lesson: Lesson
    child: Child | None
    substitute: Person | None = None
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class NoticeNews:
    notice: Notice
    author: Person
    # Which of the reader's children it is for; empty for staff.
    children: tuple[Child, ...] = ()
    signed: bool = False
    # Asked again, because it is not signed off yet.
    reminder: bool = False

    @property
    def asks(self) -> bool:
        """Whether the reader is asked to sign it off."""
        return self.notice.sign_off and not self.signed and self.notice.status is NoticeStatus.SENT


@dataclass(frozen=True, slots=True)
class ProfileNews:
    """A change of somebody's data: to the class teacher for a decision, or the decision to who asked."""

    child: Child | None
    change: ProfileChange

    @property
    def person(self) -> Person:
        """Who asked."""
        return self.change.asked_by


Facts = (
    AttendanceNews
    | NoteNews
    | MissingNews
    | NudgeNews
    | MarksNews
    | RemarkNews
    | AwayLessons
    | ResultsNews
    | ResultsDueNews
    | ResultRequest
    | PlansNews
    | HomeworkNews
    | HomeworkMissingNews
    | LessonNews
    | ReminderNews
    | EntryRequest
    | NoticeNews
    | CounterNews
    | ClassEventNews
    | ListNews
    | MonthNews
    | FlawNews
    | MeetingNews
    | MeetingCounterNews
    | ReviewNews
    | BreachNews
    | ConcernNews
    | BoundNews
    | LockedNews
    | DecidedNews
    | AuthorityNews
    | ProfileNews
    | WeekNews
    | CallNews
    | UnreachedNews
    | OutageNews
    | LettersNews
    | StarsNews
    | AskedNews
    | CommentNews
    | MemoryNews
    | PrintoutNews
    | AskedPrint
    | MessageNews
    | ReportedNews
)


@dataclass(frozen=True, slots=True)
class News:
    """One fact to tell, with what it is about."""

    kind: Kind
    facts: Facts
