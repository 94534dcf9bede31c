"""What happened, in the past tense: written with the change, told to people afterwards."""

from journal.events.absences import (
    AbsenceNoteDecided,
    AbsenceNoteSent,
    AbsenceNudgeDue,
    ChildFound,
    ChildMissing,
)
from journal.events.access import (
    AccessOpened,
    AccessWaiting,
    AuthorityEnding,
    BindingDisowned,
    BindingQuestioned,
    CodeLocked,
    FamilyDecided,
    GuardianBound,
    PhoneAdded,
    ProfileChangeAsked,
    ProfileChangeDecided,
)
from journal.events.at_risk import FamilyAlerted
from journal.events.attendance import (
    AlertUnreached,
    RegisterSaved,
)
from journal.events.class_events import ClassEventChanged
from journal.events.class_lists import ListDue, ListFlawed, ListMended
from journal.events.control import (
    BreachesReported,
    CallAsked,
    ClassReviewDue,
    CommentWithdrawn,
    ContradictionAsked,
    MemoryBroken,
)
from journal.events.delivery import LettersLost, OutageBegan, OutageEnded, StarsLacking
from journal.events.diary import (
    WeeklySummaryDue,
)
from journal.events.event import Event
from journal.events.lessons import (
    EntryAsked,
    EntryDecided,
    EntryReminderDue,
    HomeworkMissingDue,
    HomeworkSaved,
    LessonChanged,
    LessonSubstituted,
    TeacherAway,
)
from journal.events.marks import (
    MarksSaved,
)
from journal.events.meetings import MeetingAnswered, MeetingReminderDue
from journal.events.messages import (
    ConversationReported,
    MessageSent,
    MonthLetterDue,
)
from journal.events.notices import (
    NoticeNudged,
    NoticeSent,
    NoticeShare,
    NoticeSigned,
    NoticeWithdrawn,
)
from journal.events.papers import PrintAsked, PrintoutsDue, PrintSettled
from journal.events.periods import ResultAsked, ResultDecided, ResultReminderDue, ResultsOverdue, ResultsSaved
from journal.events.plans import PlanReminderDue, PlansMissing
from journal.events.remarks import RemarksGiven

__all__ = [
    "AbsenceNoteDecided",
    "AbsenceNoteSent",
    "AbsenceNudgeDue",
    "AccessOpened",
    "AccessWaiting",
    "AlertUnreached",
    "AuthorityEnding",
    "BindingDisowned",
    "BindingQuestioned",
    "BreachesReported",
    "CallAsked",
    "ChildFound",
    "ChildMissing",
    "ClassEventChanged",
    "ClassReviewDue",
    "CodeLocked",
    "CommentWithdrawn",
    "ContradictionAsked",
    "ConversationReported",
    "EntryAsked",
    "EntryDecided",
    "EntryReminderDue",
    "Event",
    "FamilyAlerted",
    "FamilyDecided",
    "GuardianBound",
    "HomeworkMissingDue",
    "HomeworkSaved",
    "LessonChanged",
    "LessonSubstituted",
    "LettersLost",
    "ListDue",
    "ListFlawed",
    "ListMended",
    "MarksSaved",
    "MeetingAnswered",
    "MeetingReminderDue",
    "MemoryBroken",
    "MessageSent",
    "MonthLetterDue",
    "NoticeNudged",
    "NoticeSent",
    "NoticeShare",
    "NoticeSigned",
    "NoticeWithdrawn",
    "OutageBegan",
    "OutageEnded",
    "PhoneAdded",
    "PlanReminderDue",
    "PlansMissing",
    "PrintAsked",
    "PrintSettled",
    "PrintoutsDue",
    "ProfileChangeAsked",
    "ProfileChangeDecided",
    "RegisterSaved",
    "RemarksGiven",
    "ResultAsked",
    "ResultDecided",
    "ResultReminderDue",
    "ResultsOverdue",
    "ResultsSaved",
    "StarsLacking",
    "TeacherAway",
    "WeeklySummaryDue",
]
