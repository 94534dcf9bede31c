"""What holds for every kind of push: its lane, its topic, how long it matters, whether the night stops it."""

from dataclasses import dataclass
from datetime import timedelta

from journal.model.news import Kind
from journal.model.outbox import Grouping, Lane
from journal.model.subscriptions import Topic


@dataclass(frozen=True, slots=True)
class Rule:
    lane: Lane
    # What a family subscribes to; None where the area itself decides, or where nobody is asked.
    topic: Topic | None
    # After this it is too late to matter.
    life: timedelta
    grouping: Grouping = Grouping.ALONE
    # Whether quiet hours hold it back.
    waits_at_night: bool = True


RULES: dict[Kind, Rule] = {
    # An absence is told on its day (`expires` of the expansion), a school day having no quiet hours (G6).
    Kind.ATTENDANCE: Rule(Lane.URGENT, None, timedelta(days=1), waits_at_night=False),
    Kind.CHILD_MISSING: Rule(Lane.URGENT, None, timedelta(days=1), waits_at_night=False),
    Kind.NOTE_SENT: Rule(Lane.NORMAL, None, timedelta(days=7), Grouping.FEW),
    Kind.NOTE_DECIDED: Rule(Lane.NORMAL, None, timedelta(days=7), Grouping.FEW),
    Kind.ABSENCE_NUDGE: Rule(Lane.BULK, Topic.ABSENCES, timedelta(hours=20), Grouping.FEW),
    Kind.MARKS: Rule(Lane.NORMAL, Topic.MARKS, timedelta(days=14), Grouping.FEW),
    Kind.RESULTS: Rule(Lane.NORMAL, Topic.MARKS, timedelta(days=30), Grouping.FEW),
    Kind.RESULTS_DUE: Rule(Lane.NORMAL, None, timedelta(hours=3)),
    Kind.RESULTS_OVERDUE: Rule(Lane.NORMAL, None, timedelta(hours=12)),
    Kind.PLANS_MISSING: Rule(Lane.NORMAL, None, timedelta(days=3)),
    Kind.PLANS_DUE: Rule(Lane.NORMAL, None, timedelta(days=7)),
    Kind.RESULT_ASKED: Rule(Lane.NORMAL, None, timedelta(days=7)),
    Kind.RESULT_DECIDED: Rule(Lane.NORMAL, None, timedelta(days=7)),
    Kind.TEACHER_AWAY: Rule(Lane.NORMAL, None, timedelta(days=3), waits_at_night=False),
    Kind.REMARKS: Rule(Lane.NORMAL, Topic.MARKS, timedelta(days=14), Grouping.FEW),
    Kind.HOMEWORK: Rule(Lane.NORMAL, Topic.HOMEWORK, timedelta(days=14), Grouping.FEW),
    Kind.HOMEWORK_MISSING: Rule(Lane.BULK, Topic.HOMEWORK, timedelta(hours=12), Grouping.FEW),
    Kind.LESSON_CHANGED: Rule(Lane.NORMAL, Topic.TIMETABLE, timedelta(days=14), Grouping.FEW),
    Kind.SUBSTITUTED: Rule(Lane.NORMAL, None, timedelta(days=2)),
    Kind.ENTRY_REMINDER: Rule(Lane.NORMAL, None, timedelta(hours=3)),
    Kind.ENTRY_ASKED: Rule(Lane.NORMAL, None, timedelta(days=7)),
    Kind.ENTRY_DECIDED: Rule(Lane.NORMAL, None, timedelta(days=7)),
    Kind.NOTICE: Rule(Lane.NORMAL, None, timedelta(days=30)),
    Kind.NOTICE_COUNTER: Rule(Lane.NORMAL, None, timedelta(days=30), waits_at_night=False),
    Kind.CHILD_NEEDS_HELP: Rule(Lane.NORMAL, None, timedelta(days=7), Grouping.FEW),
    Kind.CLASS_REVIEW: Rule(Lane.NORMAL, None, timedelta(days=3)),
    Kind.BREACHES: Rule(Lane.NORMAL, None, timedelta(days=7)),
    Kind.CLASS_EVENT: Rule(Lane.BULK, Topic.NOTICES, timedelta(days=14), Grouping.FEW),
    Kind.MONTH_DUE: Rule(Lane.NORMAL, None, timedelta(days=3)),
    Kind.LIST_DUE: Rule(Lane.NORMAL, None, timedelta(days=3)),
    Kind.LIST_FLAWED: Rule(Lane.NORMAL, None, timedelta(days=14)),
    Kind.LIST_MENDED: Rule(Lane.NORMAL, None, timedelta(days=14)),
    Kind.MEETING: Rule(Lane.NORMAL, None, timedelta(days=30)),
    Kind.MEETING_COUNTER: Rule(Lane.NORMAL, None, timedelta(days=30), waits_at_night=False),
    Kind.MESSAGE: Rule(Lane.NORMAL, None, timedelta(days=30)),
    Kind.MESSAGES_REPORTED: Rule(Lane.NORMAL, None, timedelta(days=14)),
    Kind.GUARDIAN_BOUND: Rule(Lane.NORMAL, None, timedelta(days=30)),
    Kind.CODE_LOCKED: Rule(Lane.NORMAL, None, timedelta(days=14)),
    Kind.PHONE_ADDED: Rule(Lane.NORMAL, None, timedelta(days=30), waits_at_night=False),
    Kind.ACCESS_WAITING: Rule(Lane.NORMAL, None, timedelta(days=14), Grouping.FEW),
    Kind.ACCESS_OPENED: Rule(Lane.NORMAL, None, timedelta(days=30)),
    Kind.BINDING_QUESTIONED: Rule(Lane.NORMAL, None, timedelta(days=30)),
    Kind.BINDING_DISOWNED: Rule(Lane.NORMAL, None, timedelta(days=30)),
    Kind.FAMILY_DECIDED: Rule(Lane.NORMAL, None, timedelta(days=30), Grouping.FEW),
    Kind.AUTHORITY_ENDING: Rule(Lane.NORMAL, None, timedelta(days=14)),
    Kind.PROFILE_CHANGE_ASKED: Rule(Lane.NORMAL, None, timedelta(days=30), Grouping.FEW),
    Kind.PROFILE_CHANGE_DECIDED: Rule(Lane.NORMAL, None, timedelta(days=30)),
    Kind.COMMENT_WITHDRAWN: Rule(Lane.NORMAL, None, timedelta(days=14)),
    Kind.CONTRADICTION_ASKED: Rule(Lane.NORMAL, None, timedelta(days=3)),
    Kind.MEMORY_BROKEN: Rule(Lane.NORMAL, None, timedelta(days=14)),
    # Somebody has to call now; tomorrow it is another day's.
    Kind.FAMILY_UNREACHED: Rule(Lane.URGENT, None, timedelta(hours=8), waits_at_night=False),
    Kind.OUTAGE: Rule(Lane.NORMAL, None, timedelta(days=1)),
    Kind.LETTERS_LOST: Rule(Lane.NORMAL, None, timedelta(days=1)),
    Kind.STARS_LACKING: Rule(Lane.NORMAL, None, timedelta(days=1)),
    Kind.CALL_ASKED: Rule(Lane.NORMAL, None, timedelta(days=2)),
    Kind.PRINTOUTS_DUE: Rule(Lane.NORMAL, None, timedelta(days=3)),
    Kind.PRINT_ASKED: Rule(Lane.NORMAL, None, timedelta(days=7)),
    Kind.PRINT_SETTLED: Rule(Lane.NORMAL, None, timedelta(days=7)),
    Kind.WEEKLY: Rule(Lane.BULK, Topic.WEEKLY, timedelta(days=3), Grouping.FEW),
}
