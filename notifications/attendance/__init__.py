"""What families hear of a child's presence: one living message a day, a new one only when it must sound."""

from notifications.attendance.expansion import expand_registers
from notifications.attendance.reaching import UnreachedTeller, expand_unreached
from notifications.attendance.teller import AttendanceTeller, say_again

__all__ = ["AttendanceTeller", "UnreachedTeller", "expand_registers", "expand_unreached", "say_again"]
