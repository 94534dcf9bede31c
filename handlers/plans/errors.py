"""Why a plan cannot be loaded or copied, in words."""

from handlers.plans.callbacks import AskPlanCb
from handlers.screen import Button

SENTENCES = {
    "plan_changed": lambda t, _: t(
        "The plan has changed since this preview. Nothing was saved: please open it again."
    ),
    "plan_decided": lambda t, _: t("This plan was saved or replaced by another file already."),
    "plan_hours_differ": lambda t, params: t(
        "The plan has {hours} hours, the curriculum {curriculum}: they must be equal. "
        "Correct the plan and send it again.",
        hours=params["hours"],
        curriculum=params["curriculum"],
    ),
    "plan_of_others": lambda t, _: t(
        "The file names other subjects or classes, none of yours. Check the columns “Предмет” and “Класс”."
    ),
    "no_own_pages": lambda t, _: t("No subject is assigned to you this year yet: ask the deputy head."),
    "no_own_plan": lambda t, _: t("This class or subgroup has no plan of its own. Load one first."),
    "plan_row_given": lambda t, _: t("A lesson was given by this topic: it stays in the plan."),
    "hours_unclear": lambda t, _: t("I do not understand the hours. Write, for example: Powers — 2"),
    "plan_does_not_fit": lambda t, _: t(
        "A plan is copied within one subject and parallel, and there must be one to copy."
    ),
}
WAYS_ON = {"no_own_plan": lambda t, _: Button(t("Load a plan"), AskPlanCb().pack())}
