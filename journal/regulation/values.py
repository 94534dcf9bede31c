"""The words a regulation chooses between; their values are those of the TOML files."""

from enum import StrEnum


class InstitutionKind(StrEnum):
    SCHOOL = "school"
    COLLEGE = "college"


class Founder(StrEnum):
    """Who founded the institution: a public one may not send personal data by a messenger (D5)."""

    STATE = "state"
    MUNICIPAL = "municipal"
    PRIVATE = "private"
    UNKNOWN = "unknown"

    @property
    def public(self) -> bool:
        return self in (Founder.STATE, Founder.MUNICIPAL)


class AttendanceFrequency(StrEnum):
    # By the end of the lesson's own day, or by the entry deadline where that is earlier.
    SAME_DAY = "same_day"
    # Every day, without naming the lesson's day: by the entry deadline.
    DAILY = "daily"


class Backdating(StrEnum):
    ALLOWED = "allowed"
    MARKS_FORBIDDEN = "marks_forbidden"


class MarkCorrection(StrEnum):
    FORBIDDEN = "forbidden"
    UNTIL_PERIOD_MARK = "until_period_mark"
    WITH_REASON = "with_reason"


class LateEntry(StrEnum):
    """What becomes of an entry after its deadline; what is accepted is flagged and reported."""

    ACCEPTED = "accepted"
    MARKS_REFUSED = "marks_refused"
    REFUSED = "refused"


class EditLock(StrEnum):
    """When a saved mark is closed to its teacher."""

    ALWAYS = "always"
    AFTER_PERIOD_MARK = "after_period_mark"


class InAdvance(StrEnum):
    ALLOWED = "allowed"
    RECOMMENDED = "recommended"


class CheckedWorks(StrEnum):
    """Which works have the checking term of their own."""

    WRITTEN = "written"
    ASSESSED = "assessed"


class Enforcement(StrEnum):
    OFF = "off"
    WARN = "warn"
    REFUSE = "refuse"


class RecordLanguage(StrEnum):
    RUSSIAN = "ru"
    ANY = "any"


class EntryPlaces(StrEnum):
    ANY = "any"
    # At the lesson or in rooms set aside for it.
    LESSON_OR_ASSIGNED = "lesson_or_assigned"
    OWN_PAGE = "own_page"
    # The places the deputy head lists («точки эксплуатации»).
    LISTED = "listed"


class ClassTeacherEdit(StrEnum):
    """What a class teacher may enter in other teachers' lessons of the own class."""

    # The whole attendance page of the class.
    ATTENDANCE = "attendance"
    # Why a student was not there.
    REASON = "reason"
    # Absences for a valid reason, posted by the teacher or not.
    EXCUSED_ABSENCES = "excused_absences"
    # The week's absences, corrected.
    WEEKLY_CORRECTION = "weekly_correction"


class SubstitutionRecord(StrEnum):
    SAME_DAY = "same_day"
    BY_SUBSTITUTE = "by_substitute"
    AT_ENTRY = "at_entry"


class WorkForm(StrEnum):
    ORAL = "oral"
    WRITTEN = "written"
    LABORATORY = "laboratory"
    PRACTICAL = "practical"


class PlanHours(StrEnum):
    """How far a lesson plan's hours must equal the curriculum's; a difference is reported either way."""

    WARN = "warn"
    EQUAL = "equal"


class SubgroupFormation(StrEnum):
    ANY_TIME = "any_time"
    YEAR_START = "year_start"


class SubgroupTransfer(StrEnum):
    ANY_TIME = "any_time"
    AFTER_PERIOD = "after_period"


class SignIn(StrEnum):
    OFF = "off"
    GOSUSLUGI = "gosuslugi"


class StudentAccount(StrEnum):
    DIARY = "diary"
    DIARY_AND_MESSAGES = "diary_and_messages"


class GuardianMessages(StrEnum):
    NONE = "none"
    # Reads what the school writes, cannot answer.
    RECEIVE = "receive"
    CORRESPOND = "correspond"


class Consent(StrEnum):
    """How consent to the processing of personal data is given; the first is a tap under the full text."""

    YES = "yes"
    WRITTEN = "written"
    DOCUMENTS = "documents"

    @property
    def on_paper(self) -> bool:
        """Whether the diary opens only after the class teacher has ticked «бумага получена»."""
        return self is not Consent.YES


class ServiceRefusal(StrEnum):
    CLASS_TEACHER_FLAG = "class_teacher_flag"
    DECLARED = "declared"
    WRITTEN_TO_DIRECTOR = "written_to_director"


class Channel(StrEnum):
    """Ways a regulation names for reaching guardians; the bot stands for diary, application and cabinet."""

    TELEGRAM = "telegram"
    DIARY = "diary"
    REPORTS = "reports"
    INTERNAL_MAIL = "internal_mail"
    INTERNET = "internet"
    CABINET = "cabinet"
    EMAIL = "email"
    PHONE = "phone"
    APPLICATION = "application"
    PAPER = "paper"


class Printout(StrEnum):
    WEEKLY_FOR_REFUSERS = "weekly_for_refusers"
    WEEKLY_ON_REQUEST = "weekly_on_request"
    AS_NEEDED = "as_needed"


class ClassEvents(StrEnum):
    VIEW = "view"
    MONTHLY = "monthly"


class ChecklistItem(StrEnum):
    PROGRAMME = "programme"
    OBJECTIVITY = "objectivity"
    CONTROL_WORKS = "control_works"
    SUBSTITUTIONS = "substitutions"


class ControlMetric(StrEnum):
    STAFF_PARTICIPATION = "staff_participation"
    NO_MARK = "no_mark"
    ONE_MARK = "one_mark"
    HOMEWORK = "homework"
    MATERIAL_COVERED = "material_covered"
    GUARDIAN_PARTICIPATION = "guardian_participation"
    STUDENT_PARTICIPATION = "student_participation"


class Closing(StrEnum):
    """What comes to an end: a quarter or half-year, or the whole year."""

    PERIOD = "period"
    YEAR = "year"


class Obligation(StrEnum):
    DUTY = "duty"
    RIGHT = "right"


class PaperCopy(StrEnum):
    IF_NEEDED = "if_needed"
    # After a quarter, where needed and the director agrees.
    AFTER_PERIOD_IF_NEEDED = "after_period_if_needed"
    WITH_ARCHIVE = "with_archive"
    EVERY_YEAR = "every_year"


class PaperPart(StrEnum):
    TITLE_PAGE = "title_page"
    CONTENTS = "contents"
    SUBJECT_PAGES = "subject_pages"
    CLASS_LISTS = "class_lists"
    MARKS = "marks"
    ATTENDANCE = "attendance"
    TOPICS = "topics"
    HOMEWORK = "homework"
    PERIOD_MARKS = "period_marks"
    ATTENDANCE_SUMMARY = "attendance_summary"
    PROGRESS_SUMMARY = "progress_summary"
    YEAR_SUMMARY = "year_summary"


class Certification(StrEnum):
    """What makes a print a document."""

    NUMBERED = "numbered"
    STITCHED = "stitched"
    SIGNATURE = "signature"
    NAME = "name"
    DATE = "date"
    SEAL = "seal"


class PaperKeeper(StrEnum):
    SECRETARY = "secretary"
    DEPUTY_THEN_ARCHIVE = "deputy_then_archive"
    SCHOOL = "school"
    ARCHIVE = "archive"


class Integrity(StrEnum):
    HASH_MANIFEST = "hash_manifest"
    # The manifest and a detached signature beside it.
    SIGNATURE = "signature"


class Availability(StrEnum):
    ALWAYS = "always"
    EXCEPT_FORCE_MAJEURE = "except_force_majeure"


class MarkKind(StrEnum):
    NUMBER = "number"
    PASS_FAIL = "pass_fail"  # noqa: S105
    NOT_ASSESSED = "not_assessed"
    # From the subject, by a paper: only for a period, never for a work.
    EXEMPT = "exempt"


class RetakeCounts(StrEnum):
    """What a retaken mark counts as in the average."""

    REPLACES = "replaces"
    BOTH = "both"


class MessengerContent(StrEnum):
    """How much a messenger may carry: everything, or only that there is news (D5)."""

    FULL = "full"
    MINIMAL = "minimal"
