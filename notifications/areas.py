"""Which area expands which event, and which speaks for which kind of push."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from journal import events
from journal.model.news import Kind
from journal.model.outbox import NewPush, Push, Told
from journal.model.subscriptions import Listener
from notifications import (
    absences,
    access,
    alarms,
    at_risk,
    attendance,
    calls,
    class_events,
    class_lists,
    classroom,
    comments,
    integrity,
    lessons,
    marks,
    meetings,
    messages,
    month_letters,
    notices,
    nudges,
    papers,
    periods,
    plans,
    profiles,
    remarks,
    watch,
    weekly,
)
from notifications.house import Round
from notifications.requests import DecisionTeller, RequestTeller
from notifications.telling import Saying, Teller
from storage.events import Waiting

Expansion = Callable[[Round, Sequence[Waiting]], Awaitable[list[NewPush]]]

EXPANSIONS: Mapping[str, Expansion] = {
    events.RegisterSaved.kind: attendance.expand_registers,
    events.AlertUnreached.kind: attendance.expand_unreached,
    events.AbsenceNoteSent.kind: alarms.expand_notes,
    events.AbsenceNoteDecided.kind: alarms.expand_decisions,
    events.ChildMissing.kind: alarms.expand_missing,
    events.ChildFound.kind: alarms.expand_found,
    events.FamilyAlerted.kind: at_risk.expand_alerts,
    events.ClassReviewDue.kind: classroom.expand_reviews,
    events.BreachesReported.kind: classroom.expand_breaches,
    events.ClassEventChanged.kind: meetings.expand_changes,
    events.MonthLetterDue.kind: month_letters.expand_due,
    events.ListDue.kind: class_lists.expand_due,
    events.ListFlawed.kind: class_lists.expand_flawed,
    events.ListMended.kind: class_lists.expand_mended,
    events.MeetingAnswered.kind: meetings.expand_answers,
    events.MeetingReminderDue.kind: meetings.expand_reminders,
    events.CommentWithdrawn.kind: comments.expand_withdrawn,
    events.ContradictionAsked.kind: integrity.expand_asked,
    events.MemoryBroken.kind: integrity.expand_broken,
    events.OutageBegan.kind: watch.expand_outages,
    events.OutageEnded.kind: watch.expand_outages,
    events.LettersLost.kind: watch.expand_letters,
    events.StarsLacking.kind: watch.expand_stars,
    events.CallAsked.kind: calls.expand_calls,
    events.PrintoutsDue.kind: papers.expand_printouts,
    events.PrintAsked.kind: papers.expand_asked,
    events.PrintSettled.kind: papers.expand_settled,
    events.MarksSaved.kind: marks.expand_marks,
    events.ResultsSaved.kind: periods.expand_results,
    events.ResultReminderDue.kind: periods.expand_reminders,
    events.ResultAsked.kind: periods.REQUESTS.expand_asked,
    events.ResultDecided.kind: periods.REQUESTS.expand_decided,
    events.ResultsOverdue.kind: periods.expand_overdue,
    events.PlansMissing.kind: plans.expand_missing,
    events.PlanReminderDue.kind: plans.expand_due,
    events.TeacherAway.kind: lessons.expand_away,
    events.RemarksGiven.kind: remarks.expand_remarks,
    events.HomeworkSaved.kind: lessons.expand_homework,
    events.LessonChanged.kind: lessons.expand_changes,
    events.LessonSubstituted.kind: lessons.expand_substitutions,
    events.MessageSent.kind: messages.expand_messages,
    events.ConversationReported.kind: messages.expand_reports,
    events.NoticeSent.kind: notices.expand_notices,
    events.NoticeShare.kind: notices.expand_shares,
    events.NoticeSigned.kind: notices.expand_signatures,
    events.NoticeNudged.kind: notices.expand_nudges,
    events.NoticeWithdrawn.kind: notices.expand_withdrawals,
    events.GuardianBound.kind: access.expand_bound,
    events.PhoneAdded.kind: access.expand_phone,
    events.AccessOpened.kind: access.expand_opened,
    events.AccessWaiting.kind: access.expand_codes,
    events.CodeLocked.kind: access.expand_codes,
    events.BindingQuestioned.kind: access.expand_doubts,
    events.BindingDisowned.kind: access.expand_disowned,
    events.AuthorityEnding.kind: access.expand_authorities,
    events.FamilyDecided.kind: access.expand_decisions,
    events.ProfileChangeAsked.kind: profiles.expand_asked,
    events.ProfileChangeDecided.kind: profiles.expand_decided,
    events.WeeklySummaryDue.kind: weekly.expand_weeks,
    events.EntryReminderDue.kind: lessons.expand_reminders,
    events.EntryAsked.kind: lessons.REQUESTS.expand_asked,
    events.EntryDecided.kind: lessons.REQUESTS.expand_decided,
    events.AbsenceNudgeDue.kind: nudges.expand_nudges,
    events.HomeworkMissingDue.kind: lessons.expand_untold,
}

# Events for many people at once: they wait while anything else is to be expanded.
PATIENT = frozenset(
    {
        events.NoticeShare.kind,
        events.WeeklySummaryDue.kind,
        events.AbsenceNudgeDue.kind,
        events.HomeworkMissingDue.kind,
        events.ClassReviewDue.kind,
    }
)

_FLAWS = class_lists.FlawTeller()
_PRINTS, _PLANS = papers.RequestTeller(), plans.PlansTeller()
_LINKS, _CODES, _PROFILES = access.LinkTeller(), access.CodeTeller(), profiles.ProfileTeller()

TELLERS: Mapping[Kind, Teller] = {
    Kind.ATTENDANCE: attendance.AttendanceTeller(),
    Kind.NOTE_SENT: absences.NoteTeller(),
    Kind.NOTE_DECIDED: absences.DecisionTeller(),
    Kind.CHILD_MISSING: alarms.MissingTeller(),
    Kind.COMMENT_WITHDRAWN: comments.CommentTeller(),
    Kind.CONTRADICTION_ASKED: integrity.AskedTeller(),
    Kind.MEMORY_BROKEN: integrity.MemoryTeller(),
    Kind.CALL_ASKED: calls.CallTeller(),
    Kind.OUTAGE: watch.OutageTeller(),
    Kind.LETTERS_LOST: watch.LettersTeller(),
    Kind.STARS_LACKING: watch.StarsTeller(),
    Kind.FAMILY_UNREACHED: attendance.UnreachedTeller(),
    Kind.MARKS: marks.MarksTeller(),
    Kind.RESULTS: periods.ResultsTeller(),
    Kind.RESULTS_DUE: periods.DueTeller(),
    Kind.RESULTS_OVERDUE: periods.OverdueTeller(),
    Kind.PLANS_MISSING: _PLANS,
    Kind.PLANS_DUE: _PLANS,
    Kind.RESULT_ASKED: RequestTeller(periods.REQUESTS),
    Kind.RESULT_DECIDED: DecisionTeller(periods.REQUESTS),
    Kind.TEACHER_AWAY: lessons.AwayTeller(),
    Kind.REMARKS: remarks.RemarkTeller(),
    Kind.HOMEWORK: lessons.HomeworkTeller(),
    Kind.LESSON_CHANGED: lessons.LessonTeller(),
    Kind.SUBSTITUTED: lessons.SubstitutionTeller(),
    Kind.HOMEWORK_MISSING: lessons.UntoldTeller(),
    Kind.ENTRY_REMINDER: lessons.ReminderTeller(),
    Kind.ENTRY_ASKED: RequestTeller(lessons.REQUESTS),
    Kind.ENTRY_DECIDED: DecisionTeller(lessons.REQUESTS),
    Kind.ABSENCE_NUDGE: nudges.NudgeTeller(),
    Kind.WEEKLY: weekly.WeekTeller(),
    Kind.PRINTOUTS_DUE: papers.PrintoutTeller(),
    Kind.PRINT_ASKED: _PRINTS,
    Kind.PRINT_SETTLED: _PRINTS,
    Kind.MESSAGE: messages.MessageTeller(),
    Kind.MESSAGES_REPORTED: messages.ReportTeller(),
    Kind.NOTICE: notices.NoticeTeller(),
    Kind.NOTICE_COUNTER: notices.CounterTeller(),
    Kind.CHILD_NEEDS_HELP: at_risk.ConcernTeller(),
    Kind.CLASS_REVIEW: classroom.ReviewTeller(),
    Kind.BREACHES: classroom.BreachTeller(),
    Kind.CLASS_EVENT: class_events.ClassEventTeller(),
    Kind.MONTH_DUE: month_letters.DueTeller(),
    Kind.LIST_DUE: class_lists.DueTeller(),
    Kind.LIST_FLAWED: _FLAWS,
    Kind.LIST_MENDED: _FLAWS,
    Kind.MEETING: meetings.MeetingTeller(),
    Kind.MEETING_COUNTER: meetings.CounterTeller(),
    Kind.GUARDIAN_BOUND: _LINKS,
    Kind.PHONE_ADDED: _LINKS,
    Kind.ACCESS_OPENED: _LINKS,
    Kind.BINDING_QUESTIONED: _LINKS,
    Kind.BINDING_DISOWNED: _LINKS,
    Kind.AUTHORITY_ENDING: access.AuthorityTeller(),
    Kind.FAMILY_DECIDED: access.DecisionTeller(),
    Kind.PROFILE_CHANGE_ASKED: _PROFILES,
    Kind.PROFILE_CHANGE_DECIDED: _PROFILES,
    Kind.CODE_LOCKED: _CODES,
    Kind.ACCESS_WAITING: _CODES,
}

# What a kind says to whoever opens its message again, where that is not what it would say to begin with.
Again = Callable[[Push, Any, Told | None, Listener | None], Saying | None]

AGAIN: Mapping[Kind, Again] = {
    Kind.ATTENDANCE: attendance.say_again,
}

# What an area writes when its pushes were delivered, in the transaction of the receipt.
Receipt = Callable[[Round, Sequence[tuple[Push, int]]], Awaitable[None]]

RECEIPTS: Mapping[Kind, Receipt] = {
    Kind.NOTICE: notices.count_deliveries,
}
