"""What happens by the clock: which jobs there are, when they are due, what each of them writes."""

from notifications.jobs.table import JOBS

__all__ = ["JOBS"]
