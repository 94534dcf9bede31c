"""Buttons of the access area. They carry ids only; what a code was is kept by the bot, never in a button."""

from aiogram.filters.callback_data import CallbackData

from journal.access.consent import ConsentKind
from journal.access.ending import EndReason
from journal.model.access import BindingKind, Hat
from journal.model.people import Capacity, Role
from journal.model.profile import Field


class TypeCodeCb(CallbackData, prefix="ac-type"):
    """«Ввести снова»."""


class ContinueCb(CallbackData, prefix="ac-go"):
    """The greeting was read."""


class AcceptCb(CallbackData, prefix="ac-yes"):
    """Consent is given; for staff: yes, it is me."""


class DeclineCb(CallbackData, prefix="ac-no"):
    pass


class ConsentFormsCb(CallbackData, prefix="ac-form"):
    """The consents as a form to be answered on paper."""


class KnowBindingCb(CallbackData, prefix="ac-know"):
    """«Знаю», about an adult who was linked to the child."""

    binding: int


class QuestionBindingCb(CallbackData, prefix="ac-ask"):
    """«Сообщить классному»."""

    binding: int


class DisownBindingCb(CallbackData, prefix="ac-not-me"):
    """«Это был не я», about another phone under the own name."""

    binding: int


class OwnPhoneCb(CallbackData, prefix="ac-me"):
    """«Это я»."""

    binding: int


class AccessCb(CallbackData, prefix="ac"):
    """Codes and links: the classes one may see."""


class EntranceCb(CallbackData, prefix="ac-in"):
    """The page with the way in, for a notice board."""


class ClassAccessCb(CallbackData, prefix="ac-class"):
    unit: int


class StudentAccessCb(CallbackData, prefix="ac-child"):
    student: int


class AddAdultCb(CallbackData, prefix="ac-adult"):
    """An adult of the child whom the register does not know yet."""

    student: int


class ChooseCapacityCb(CallbackData, prefix="ac-cap"):
    student: int
    guardian: int


class GuardianCodeCb(CallbackData, prefix="ac-code"):
    student: int
    guardian: int
    capacity: Capacity


class ExtendCb(CallbackData, prefix="ac-ext"):
    """The representative brought a new power of attorney: until when?"""

    student: int
    guardian: int


class StudentCodeCb(CallbackData, prefix="ac-scode"):
    student: int


class ClassCodesCb(CallbackData, prefix="ac-all"):
    """Codes for the whole class; asks first, since codes handed out before stop working."""

    unit: int
    # Guardians, or students.
    kind: BindingKind
    confirmed: bool = False


class ProtocolCb(CallbackData, prefix="ac-prot"):
    """The receipt protocol of a class."""

    unit: int


class DataPapersCb(CallbackData, prefix="ac-pdoc"):
    """The personal-data papers of a class: inventory, consent form, who has access."""

    unit: int


class PaperCb(CallbackData, prefix="ac-paper"):
    """«Бумага получена»."""

    code: int


class RevokeCb(CallbackData, prefix="ac-end"):
    """End a person's access to a student's diary: asks for the reason."""

    student: int
    person: int


class RevokeReasonCb(CallbackData, prefix="ac-why"):
    student: int
    person: int
    reason: EndReason


class RefuseCb(CallbackData, prefix="ac-ref"):
    """The adult refused the diary in writing; asks first whether the application is there."""

    student: int
    person: int
    confirmed: bool = False


class ResumeCb(CallbackData, prefix="ac-res"):
    """The adult wants the diary after all."""

    student: int
    person: int


class PrintResultsCb(CallbackData, prefix="ac-print"):
    """Whether the child's results are printed for the family."""

    student: int
    wanted: bool


class OwnAccessCb(CallbackData, prefix="ac-own"):
    """«Доступ и согласия»: the diaries that are one's own."""


class OwnChildCb(CallbackData, prefix="ac-my"):
    """One's own access to one diary: consents, phones, data."""

    student: int


class ConsentCb(CallbackData, prefix="ac-con"):
    """One consent: read it, give it, take it back."""

    student: int
    consent: ConsentKind


class GiveConsentCb(CallbackData, prefix="ac-give"):
    student: int
    consent: ConsentKind


class WithdrawCb(CallbackData, prefix="ac-take"):
    """Take a consent back; asks first, since what it carried ends."""

    student: int
    consent: ConsentKind
    confirmed: bool = False


class UnlinkCb(CallbackData, prefix="ac-leave"):
    """«Отключить этот телефон»; asks first."""

    student: int
    confirmed: bool = False


class PhonesCb(CallbackData, prefix="ac-fones"):
    """The phones under one's own name."""

    student: int


class ProfileCb(CallbackData, prefix="ac-data"):
    """«Мои данные»: what the school's register holds of the adult and the child."""

    student: int


class ExportCb(CallbackData, prefix="ac-export"):
    """Everything the school holds on the child, as files."""

    student: int


class EditProfileCb(CallbackData, prefix="ac-edit"):
    """Which value of the adult's, or of the child's, has changed?"""

    student: int
    of_child: bool


class EditValueCb(CallbackData, prefix="ac-val"):
    student: int
    of_child: bool
    field: Field


class DropChangeCb(CallbackData, prefix="ac-drop"):
    """Whoever asked has changed their mind."""

    change: int


class ChangesCb(CallbackData, prefix="ac-chs"):
    """What the families of a class want changed."""

    unit: int


class DecideChangeCb(CallbackData, prefix="ac-chg"):
    change: int
    confirmed: bool


class HatCb(CallbackData, prefix="ac-hat"):
    """Wear another hat: staff who are parents keep one account."""

    hat: Hat


class InviteCb(CallbackData, prefix="ac-inv"):
    """A code for a colleague: which role?"""


class InviteClassCb(CallbackData, prefix="ac-icls"):
    """A code for a class teacher: of which class?"""


class InviteRoleCb(CallbackData, prefix="ac-role"):
    role: Role
    unit: int | None = None


class InvitePersonCb(CallbackData, prefix="ac-who"):
    role: Role
    # None: somebody new, by the name that was typed.
    person: int | None = None
    unit: int | None = None


class StaffCodeCb(CallbackData, prefix="ac-staff"):
    person: int


class RevokeStaffCb(CallbackData, prefix="ac-sfire"):
    """End a colleague's access on every phone: asks for the reason."""

    person: int


class StaffProtocolCb(CallbackData, prefix="ac-sprot"):
    """The receipt protocol of the staff's codes."""


class WithoutOrderCb(CallbackData, prefix="ac-noord"):
    """The order's number is not known yet."""
