"""What is told of lessons: homework, changes of the timetable, what a teacher has not entered yet."""

from notifications.lessons.changes import LessonTeller, expand_changes
from notifications.lessons.homework import HomeworkTeller, expand_homework
from notifications.lessons.reminders import ReminderTeller, expand_reminders
from notifications.lessons.requests import DecisionTeller, RequestTeller, expand_asked, expand_decided
from notifications.lessons.untold import UntoldTeller, expand_untold

__all__ = [
    "DecisionTeller",
    "HomeworkTeller",
    "LessonTeller",
    "ReminderTeller",
    "RequestTeller",
    "UntoldTeller",
    "expand_asked",
    "expand_changes",
    "expand_decided",
    "expand_homework",
    "expand_reminders",
    "expand_untold",
]
