"""A plan before it is saved: whose it is, what it would change, what is wrong with it; and after."""

from collections.abc import Sequence

from handlers.errors import by_clause
from handlers.home.screens import back
from handlers.imports.callbacks import TemplateCb
from handlers.imports.words import problem_line
from handlers.plans.callbacks import PLANS, CopyCb, CopyToCb, FileAct, FileCb, to_plan
from handlers.plans.screens import named, topic
from handlers.screen import Button, Row, Screen, Style, bold, folded, grid, italic, quote, screen
from journal.imports.problems import Severity
from journal.imports.sheets.teaching import LESSON_PLAN
from journal.model.periods import ResultPage
from journal.model.plans import PlanRow
from journal.plans.copying import Copy
from journal.plans.loading import Preview
from journal.plans.previewing import PageEffect
from locales.texts import Texts

# The sheet as a workbook, its columns explained.
TEMPLATE = TemplateCb(name=LESSON_PLAN.name).pack()
# So many remarks, and so many topics of a list, stand on the screen.
LISTED = 6


def asked(page: ResultPage | None, t: Texts) -> Screen:
    """How a plan is sent."""
    return screen(
        bold(named(page.unit_name, page.subject, t)) if page else bold(t("Load a plan")),
        t("Send a file (XLSX, CSV or TXT) or type the topics here, a line each:"),
        quote(t("Linear equations — 3\nTasks on motion — 2 — homework: § 12\nTest No. 1")),
        t("After the dash come the hours; without them it is one. Homework is optional."),
        t("First I show what would change. Nothing is saved until you confirm."),
        rows=((Button(t("An empty table"), TEMPLATE),), (Button(t("Lesson plans"), PLANS), back(t))),
    )


def whose(found: Preview, t: Texts) -> Screen:
    """Which page the plan is for."""
    topics = len(found.reading.lines)
    return screen(
        bold(found.file or t("Your topics")),
        t.plural("{count} topic was read.", "{count} topics were read.", topics),
        *_problems(found, t),
        t("Which class is this plan for?"),
        rows=(
            *grid(
                Button(
                    named(page.unit_name, page.subject, t),
                    FileCb(draft=found.draft, unit=page.unit_id, subject=page.subject_id).pack(),
                )
                for page in found.choices
            ),
            (_discard(found, t),),
        ),
    )


def preview(found: Preview, t: Texts) -> Screen:
    """What saving would do to each page, the worst problems, and the decision."""
    return screen(
        bold(found.file or t("Your topics")),
        *(line for one in found.effects for line in _effect(one, t)),
        *_problems(found, t),
        *_ending(found, t),
        rows=_decisions(found, t),
    )


def saved(found: Preview, t: Texts) -> Screen:
    """Done, and the way to the same plan for another class."""
    first = found.effects[0].page
    return screen(
        bold(t("Saved.")),
        *(_figures(one, t) for one in found.effects),
        rows=(
            (
                Button(t("Open the plan"), to_plan(first.unit_id, first.subject_id)),
                Button(
                    t("Copy to another class"), CopyCb(unit=first.unit_id, subject=first.subject_id).pack()
                ),
            ),
            (Button(t("Lesson plans"), PLANS), back(t)),
        ),
    )


def discarded(t: Texts) -> Screen:
    return screen(t("All right, nothing was changed."), rows=((Button(t("Lesson plans"), PLANS), back(t)),))


def copy_targets(source: ResultPage, pages: Sequence[ResultPage], t: Texts) -> Screen:
    """Where the plan may be copied to."""
    back_to = Button(t("Open the plan"), to_plan(source.unit_id, source.subject_id))
    return screen(
        bold(named(source.unit_name, source.subject, t)),
        t("Copy this plan to which class?")
        if pages
        else t("You have no other class of this subject and parallel."),
        rows=(
            *grid(Button(page.unit_name, _copy(source, page.unit_id)) for page in pages),
            (back_to, back(t)),
        ),
    )


def copy_preview(found: Copy, t: Texts) -> Screen:
    """What the copy would change."""
    source, one = found.source, found.effect
    rows: list[Row] = []
    if not one.change.empty and not one.hours.refused:
        data = _copy(source, one.page.unit_id, found.mark)
        rows.append((Button(t("Save"), data, style=Style.GOOD),))
    return screen(
        bold(t("The plan of {page}", page=named(source.unit_name, source.subject, t))),
        *_effect(one, t),
        t("Days and given lessons stay as they are.") if not one.change.empty else None,
        rows=(*rows, (Button(t("Do not copy"), to_plan(source.unit_id, source.subject_id)),)),
    )


def copied(found: Copy, t: Texts) -> Screen:
    page = found.effect.page
    return screen(
        bold(t("Saved.")),
        _figures(found.effect, t),
        rows=(
            (
                Button(t("Open the plan"), to_plan(page.unit_id, page.subject_id)),
                Button(
                    t("Copy to another class"),
                    CopyCb(unit=found.source.unit_id, subject=found.source.subject_id).pack(),
                ),
            ),
            (back(t),),
        ),
    )


def _copy(source: ResultPage, target: int, mark: str = "") -> str:
    return CopyToCb(unit=source.unit_id, subject=source.subject_id, target=target, mark=mark).pack()


def _figures(one: PageEffect, t: Texts) -> str:
    """`7Б, алгебра: тем 68, часов 102`."""
    return t(
        "{page}: topics {topics}, hours {hours}",
        page=named(one.page.unit_name, one.page.subject, t),
        topics=len(one.change.after),
        hours=one.change.hours,
    )


def _effect(one: PageEffect, t: Texts) -> list[str]:
    """A page: its figures, the hours against the curriculum, and what changes topic by topic."""
    change = one.change
    lines = [_figures(one, t), *_hours(one, t)]
    if change.empty:
        return [*lines, t("Nothing changes: the plan is like this already.")]
    if not change.before:
        return [*lines, folded(_listed([topic(row, t) for row in change.after], t))]
    changed = [_changed(row, change.before, t) for row in change.changed]
    said = (
        (t("New: {count}", count=len(change.added)), [topic(row, t) for row in change.added]),
        (t("Changed: {count}", count=len(changed)), changed),
        (t("Leave the plan: {count}", count=len(change.gone)), [topic(row, t) for row in change.gone]),
    )
    for head, topics in said:
        lines += [italic(head), _listed(topics, t)] if topics else []
    if not (change.added or change.changed or change.gone):
        lines.append(t("Only the order changes."))
    return lines


def _hours(one: PageEffect, t: Texts) -> list[str]:
    hours = one.hours
    if hours.curriculum is None:
        return []
    if not hours.differs:
        return [t("By the curriculum: {hours}, they agree.", hours=hours.curriculum)]
    gap = hours.planned - hours.curriculum
    more = t("{count} too many", count=gap) if gap > 0 else t("{count} are missing", count=-gap)
    said = [t("By the curriculum: {hours}; {gap}.", hours=hours.curriculum, gap=more)]
    if hours.refused:
        must = t("The hours must be equal. Correct the plan and send it again.")
        said.append(by_clause(must, hours.clause, t))
        said += [quote(hours.clause.words)] if hours.clause.words else []
    return said


def _changed(row: PlanRow, before: Sequence[PlanRow], t: Texts) -> str:
    """The topic, and what of it was otherwise: its words or its hours; anything else needs no words."""
    known = next(old for old in before if old.id == row.id)
    if (known.topic, known.hours) == (row.topic, row.hours):
        return topic(row, t)
    return t("{topic}, before: {old}", topic=topic(row, t), old=topic(known, t))


def _listed(topics: Sequence[str], t: Texts) -> str:
    """The first topics, a line each, the rest by their number."""
    more = len(topics) - LISTED
    rest = [t("and {count} more topics", count=more)] if more > 0 else []
    return "\n".join([*topics[:LISTED], *rest])


def _problems(found: Preview, t: Texts) -> list[str]:
    if not found.problems:
        return []
    worst = sorted(found.problems, key=lambda each: list(Severity).index(each.severity))
    errors = found.reading.errors
    head = t("Errors: {errors}, remarks: {remarks}.", errors=errors, remarks=len(worst) - errors)
    lines = ["", head, *(problem_line(each, t) for each in worst[:LISTED])]
    if len(worst) > LISTED:
        lines.append(t("and {count} more remarks", count=len(worst) - LISTED))
    if errors:
        lines.append(t("Rows with errors stay out: correct them and send the file again."))
    return lines


def _ending(found: Preview, t: Texts) -> list[str]:
    said: list[str] = []
    if found.is_typed:
        said.append(italic(t("If there are more lines, send them: I add them at the end.")))
    if not found.empty and not found.refused:
        given = any(one.change.before for one in found.effects)
        said.append(t("Given lessons keep their topics.") if given else "")
        said.append(t("Nothing is saved until you confirm."))
    return ["", *(line for line in said if line)] if said else []


def _decisions(found: Preview, t: Texts) -> list[Row]:
    rows: list[Row] = []
    if not found.empty and not found.refused:
        data = FileCb(
            draft=found.draft, unit=found.unit_id, subject=found.subject_id, act=FileAct.SAVE, mark=found.mark
        )
        rows.append((Button(t("Save"), data.pack(), style=Style.GOOD),))
    return [*rows, (_discard(found, t),)]


def _discard(found: Preview, t: Texts) -> Button:
    return Button(t("Do not load"), FileCb(draft=found.draft, act=FileAct.DISCARD).pack())
