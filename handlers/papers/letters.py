"""The words of the information letter: templates, and a child's figures in them."""

from handlers.messages.monthly_screens import with_figures
from journal.messages.monthly import Figures
from journal.papers.letter import InformationLetter, Template
from locales.texts import Texts


def text_for(found: InformationLetter, one: Figures, t: Texts) -> str:
    """What the family of one child reads."""
    text = (
        found.what.text if found.what.template is Template.OWN else "\n".join(_lines(found.what.template, t))
    )
    return with_figures(text, one, t)


def template_name(template: Template, t: Texts) -> str:
    return {
        Template.RESULTS: t("How the child learns"),
        Template.ABSENCES: t("Missed lessons"),
        Template.MEETING: t("Invitation to a talk"),
        Template.OWN: t("Own words"),
    }[template]


def _lines(template: Template, t: Texts) -> tuple[str, ...]:
    greeting = t("Dear parents!")
    return {
        Template.RESULTS: (
            greeting,
            t("This is how your child learns in the present period: [name]."),
            t("[averages]"),
            t("[debts]"),
            t("Please talk about it at home. I shall gladly answer your questions."),
        ),
        Template.ABSENCES: (
            greeting,
            t("This is about lessons missed in the present period: [name]."),
            t("[absences]"),
            t("Please tell me the reasons, or send along the papers."),
        ),
        Template.MEETING: (
            greeting,
            t("I ask you to come to school and talk about how your child learns: [name]."),
            t("[averages]"),
            t("[absences]"),
            t("Day and hour: ______________________"),
        ),
        Template.OWN: (),
    }[template]
