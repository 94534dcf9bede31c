"""How far a page's plan is fulfilled: planned, given, left, and by how many hours it is behind. Pure."""

from journal.model.programme import Fulfilment, Held, PlanTotal


def fulfilment(held: Held, plan: PlanTotal | None) -> Fulfilment:
    """The figures of one page in the span that `held` and `plan` were counted over.

    What was to be given by now are the hours the plan names days for; a plan that names no days, or not all
    of them, is followed by the timetable, lesson by lesson, and no farther than it goes. A cancelled lesson
    is one behind until its hour is given. Without a plan the timetable alone is the measure.
    """
    if plan is None:
        planned, hours, left = held.due, None, None
    else:
        by_days = plan.hours > 0 and not plan.undated
        planned = plan.dated if by_days else min(held.due, plan.hours)
        hours, left = plan.hours, max(0, plan.hours - held.year_given)
    return Fulfilment(planned, held.given, held.unfilled, held.cancelled, hours, left)
