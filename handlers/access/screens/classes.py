"""Screens of a class's access: who is connected, codes, paper, revocation."""

from collections.abc import Sequence

from handlers.access.callbacks import (
    AccessCb,
    AddAdultCb,
    ChangesCb,
    ChooseCapacityCb,
    ClassAccessCb,
    ClassCodesCb,
    DataPapersCb,
    EntranceCb,
    ExtendCb,
    GuardianCodeCb,
    PaperCb,
    ProtocolCb,
    ResumeCb,
    RevokeCb,
    StudentAccessCb,
    StudentCodeCb,
)
from handlers.access.screens import refusing, words
from handlers.classroom.words import not_reached, what_to_do
from handlers.home.callbacks import HOME
from handlers.screen import Button, File, Row, Screen, Style, bold, grid, screen
from journal.access.codes import deep_link, shown
from journal.access.consent import ConsentKind
from journal.access.issue import Issued
from journal.access.overview import Access, State, StudentAccess
from journal.model.access import BindingKind
from journal.model.people import Capacity, Child, Person, Unit
from journal.model.school import School
from locales.texts import Texts


def classes(units: Sequence[Unit], t: Texts) -> Screen:
    """Whose access? For whoever heads or runs several classes."""
    buttons = [Button(unit.name, ClassAccessCb(unit=unit.id).pack()) for unit in units]
    return screen(
        bold(t("Codes and access")),
        t("Choose a {term.unit.english}.") if units else t("No {term.unit.english} is in your hands yet."),
        rows=(*grid(buttons, 4), _home(t)),
    )


def class_access(
    unit: Unit, students: Sequence[StudentAccess], t: Texts, *, several: bool, changes: int = 0
) -> Screen:
    """A class at a glance: which families are connected; a tap opens one child."""
    linked = sum(student.family_linked for student in students)
    waiting = sum(one.state is State.WAITING for student in students for one in _everybody(student))
    buttons = [_student_button(student) for student in students]
    return screen(
        bold(t("{unit}: codes and access", unit=unit.name)),
        t("Families connected: {count} of {total}.", count=linked, total=len(students))
        if students
        else t("There is nobody in this {term.unit.english} yet."),
        t("Waiting for the paper: {count}.", count=waiting) if waiting else None,
        not_reached(_deaf(students), t),
        "",
        t("✓ connected  ! no messages  ✉ code given out  … waiting  – not connected"),
        rows=(
            _changes(unit, changes, t) if changes else (),
            *grid(buttons),
            *(_class_actions(unit, t) if students else ()),
            _back(several, t),
        ),
    )


def _deaf(students: Sequence[StudentAccess]) -> list[tuple[Person, Child]]:
    return [
        (one.person, student.child)
        for student in students
        for one in student.guardians
        if one.state is State.UNREACHABLE
    ]


def _student_button(student: StudentAccess) -> Button:
    states = [guardian.state for guardian in student.guardians] or [State.NEVER]
    best = min(states, key=list(words.SIGNS).index)
    # What the class teacher can mend stands out, even where another adult of the child is connected.
    first = next((one for one in (State.WAITING, State.UNREACHABLE) if one in states), best)
    sign = words.SIGNS[first]
    style = Style.GOOD if student.family_linked and State.UNREACHABLE not in states else None
    name = f"{student.child.last_name} {student.child.first_name}"
    return Button(f"{sign} {name}", StudentAccessCb(student=student.child.student_id).pack(), style=style)


def _class_actions(unit: Unit, t: Texts) -> tuple[Row, ...]:
    return (
        (
            Button(t("Codes for all families"), ClassCodesCb(unit=unit.id, kind=BindingKind.GUARDIAN).pack()),
            Button(t("Codes for all students"), ClassCodesCb(unit=unit.id, kind=BindingKind.STUDENT).pack()),
        ),
        (
            Button(t("Protocol of codes"), ProtocolCb(unit=unit.id).pack()),
            Button(t("Personal-data papers"), DataPapersCb(unit=unit.id).pack()),
        ),
        (Button(t("Page for the notice board"), EntranceCb().pack()),),
    )


def _changes(unit: Unit, count: int, t: Texts) -> Row:
    label = t("Changed data to confirm: {count}", count=count)
    return (Button(label, ChangesCb(unit=unit.id).pack(), style=Style.MAIN),)


def _back(several: bool, t: Texts) -> Row:
    to_classes = (Button(t("Other {term.unit.english}"), AccessCb().pack()),) if several else ()
    return (*to_classes, *_home(t))


def _home(t: Texts) -> Row:
    return (Button(t("Home"), HOME),)


def student_access(student: StudentAccess, school: School, t: Texts) -> Screen:
    """One child: every adult with the state of access, and what can be done about it."""
    child = student.child
    rows: list[Sequence[Button]] = []
    for one in _everybody(student):
        rows.extend(_actions(one, child.student_id, t))
    return screen(
        bold(f"{child.last_name} {child.first_name}, {child.unit_name}"),
        *(_line(one, school, t) for one in _everybody(student)),
        what_to_do(t) if _deaf([student]) else None,
        None if student.guardians else t("The register names no adult of this child yet."),
        t("The results are printed for the family.") if student.printed else None,
        rows=(
            *rows,
            (refusing.print_button(child.student_id, t, printed=student.printed),),
            (Button(t("Another adult"), AddAdultCb(student=child.student_id).pack()),),
            (Button(t("Back"), ClassAccessCb(unit=child.unit_id or 0).pack()), *_home(t)),
        ),
    )


def _everybody(student: StudentAccess) -> tuple[Access, ...]:
    return (*student.guardians, student.student)


def _line(one: Access, school: School, t: Texts) -> str:
    who = (
        one.person.first_name
        if one.kind is BindingKind.STUDENT
        else f"{one.person.full} ({words.capacity(one.capacity or Capacity.PARENT, t)})"
    )
    photo = t("photos: yes") if ConsentKind.PHOTO in one.consents else t("photos: no")
    said = f"{words.SIGNS[one.state]} {who}: {words.state(one, school, t)}"
    return f"{said}; {photo}" if one.linked and one.kind is BindingKind.GUARDIAN else said


def _actions(one: Access, student_id: int, t: Texts) -> list[list[Button]]:
    name = one.person.first_name if one.kind is BindingKind.STUDENT else one.person.formal
    if one.state is State.REFUSED:
        resume = ResumeCb(student=student_id, person=one.person.id).pack()
        return [[Button(t("Wants the diary again: {name}", name=name), resume)]]
    revoke = Button(
        t("Disconnect: {name}", name=name), RevokeCb(student=student_id, person=one.person.id).pack()
    )
    if one.state is State.WAITING and one.code_id is not None:
        paper = PaperCb(code=one.code_id).pack()
        return [[Button(t("Paper received: {name}", name=name), paper, style=Style.GOOD)], [revoke]]
    if one.linked and one.capacity is Capacity.REPRESENTATIVE:
        extend = ExtendCb(student=student_id, guardian=one.person.id).pack()
        return [[Button(t("Extend the power of attorney: {name}", name=name), extend)], [revoke]]
    if one.linked:
        return [[revoke]]
    code = (
        StudentCodeCb(student=student_id).pack()
        if one.kind is BindingKind.STUDENT
        else ChooseCapacityCb(student=student_id, guardian=one.person.id).pack()
    )
    return [[Button(t("Code: {name}", name=name), code)]]


def choose_capacity(student_id: int, guardian: Access, t: Texts) -> Screen:
    """By what right? What the register says stands out."""
    known = guardian.capacity or Capacity.PARENT
    buttons = [
        Button(
            words.capacity(capacity, t),
            GuardianCodeCb(student=student_id, guardian=guardian.person.id, capacity=capacity).pack(),
            style=Style.MAIN if capacity is known else None,
        )
        for capacity in Capacity
    ]
    return screen(
        bold(guardian.person.full),
        t("By what right does this adult stand for the child?"),
        rows=(
            *grid(buttons, 1),
            (refusing.refuse_button(student_id, guardian.person.id, t),),
            (Button(t("Back"), StudentAccessCb(student=student_id).pack()),),
        ),
    )


def ask_adult(student_id: int, t: Texts) -> Screen:
    return screen(
        t("Write the adult's last name, first name and patronymic."),
        rows=[[Button(t("Cancel"), StudentAccessCb(student=student_id).pack())]],
    )


def ask_document_end(guardian: Person, student_id: int, t: Texts, notice: str | None = None) -> Screen:
    return screen(
        notice,
        bold(guardian.full),
        t("Until which day is the power of attorney valid? For instance {example}.", example="31.08.2027"),
        rows=[[Button(t("Cancel"), StudentAccessCb(student=student_id).pack())]],
    )


def one_code(issued: Issued, bot: str, school: School, t: Texts, slip: bytes) -> Screen:
    """A fresh code with its slip; nobody can show it again."""
    child = issued.child
    whose = f"{child.last_name} {child.first_name}, {child.unit_name}" if child else ""
    return screen(
        bold(whose) if whose else None,
        issued.person.full if issued.kind is not BindingKind.STUDENT else t("the student's own account"),
        "",
        t("Code: {code}", code=bold(shown(issued.text))),
        deep_link(bot, issued.text),
        t(
            "Valid until {day}, works once. Hand it over in person: it is not shown again.",
            day=t.full_day(school.day(issued.expires_at)),
        ),
        rows=[[Button(t("Back"), StudentAccessCb(student=child.student_id).pack())]] if child else [],
        file=File(t("slip.pdf"), slip),
    )


def confirm_class_codes(unit: Unit, kind: BindingKind, count: int, t: Texts) -> Screen:
    """New codes put an end to those handed out before, so ask."""
    yes = ClassCodesCb(unit=unit.id, kind=kind, confirmed=True).pack()
    return screen(
        bold(t("{unit}: codes for all families", unit=unit.name))
        if kind is BindingKind.GUARDIAN
        else bold(t("{unit}: codes for all students", unit=unit.name)),
        t("Codes to be made: {count}, one for each person who is not connected yet.", count=count),
        t("Codes given out before and not used will stop working."),
        rows=[
            [Button(t("Make the codes"), yes, style=Style.MAIN)],
            [Button(t("Back"), ClassAccessCb(unit=unit.id).pack())],
        ],
    )


def class_codes(issued: Sequence[Issued], unit: Unit, school: School, t: Texts, slips: bytes) -> Screen:
    return screen(
        bold(t("{unit}: codes are ready", unit=unit.name)),
        t(
            "Slips: {count}. Print them, cut them apart, hand them over in person. Valid until {day}.",
            count=len(issued),
            day=t.full_day(school.day(issued[0].expires_at)),
        ),
        file=File(t("slips {unit}.pdf", unit=unit.name), slips),
    )


def protocol(title: str, file: bytes, t: Texts) -> Screen:
    name = t("protocol {title}.pdf", title=title)
    return screen(bold(t("{title}: protocol of codes", title=title)), file=File(name, file))


def data_papers(unit: Unit, file: bytes, t: Texts) -> Screen:
    """The papers with what each is for."""
    return screen(
        bold(t("{unit}: personal-data papers", unit=unit.name)),
        t(
            "In one file: the inventory of data, consent forms to sign, "
            "and the list of those with access today."
        ),
        file=File(t("personal data {unit}.pdf", unit=unit.name), file),
    )
