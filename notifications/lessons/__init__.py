"""What is told of lessons: homework, changes of the timetable, what a teacher has not entered yet."""

from notifications.lessons.changes import LessonTeller, expand_changes
from notifications.lessons.homework import HomeworkTeller, expand_homework
from notifications.lessons.reminders import ReminderTeller, expand_reminders
from notifications.lessons.untold import UntoldTeller, expand_untold

__all__ = [
    "HomeworkTeller",
    "LessonTeller",
    "ReminderTeller",
    "UntoldTeller",
    "expand_changes",
    "expand_homework",
    "expand_reminders",
    "expand_untold",
]
