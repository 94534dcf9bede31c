"""What is told of lessons: homework, changes of the timetable, what a teacher has not entered yet."""

from notifications.lessons.away import AwayTeller, expand_away
from notifications.lessons.changes import LessonTeller, expand_changes
from notifications.lessons.homework import HomeworkTeller, expand_homework
from notifications.lessons.reminders import ReminderTeller, expand_reminders
from notifications.lessons.requests import REQUESTS
from notifications.lessons.substitutions import SubstitutionTeller, expand_substitutions
from notifications.lessons.untold import UntoldTeller, expand_untold

__all__ = [
    "REQUESTS",
    "AwayTeller",
    "HomeworkTeller",
    "LessonTeller",
    "ReminderTeller",
    "SubstitutionTeller",
    "UntoldTeller",
    "expand_away",
    "expand_changes",
    "expand_homework",
    "expand_reminders",
    "expand_substitutions",
    "expand_untold",
]
