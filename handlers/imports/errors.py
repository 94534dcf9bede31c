"""Why a file is refused, in words."""

from handlers.errors import Sentence, WayOn
from handlers.imports.callbacks import ImportAct, ImportCb
from handlers.screen import Button
from journal.imports.problems import Refusal


def _megabytes(limit: int) -> int:
    return limit // 1_000_000


SENTENCES: dict[str, Sentence] = {
    "import_decided": lambda t, _: t("This file was decided on already."),
    "import_changed": lambda t, _: t(
        "The school's data changed since this preview. Nothing was saved: please look again."
    ),
    f"import_{Refusal.EMPTY}": lambda t, _: t("The file is empty."),
    f"import_{Refusal.NOT_FOUND}": lambda t, _: t("There is no such file."),
    f"import_{Refusal.NOT_GIVEN_OUT}": lambda t, _: t(
        "The messenger does not give this file out. Please send it again."
    ),
    f"import_{Refusal.TOO_BIG}": lambda t, params: t(
        "The file is too big: at most {limit} MB.", limit=_megabytes(params["limit"])
    ),
    f"import_{Refusal.TOO_MANY_ROWS}": lambda t, params: t(
        "The file has too many rows: at most {limit}.", limit=params["limit"]
    ),
    f"import_{Refusal.TOO_MANY_CELLS}": lambda t, params: t(
        "The file has too many cells: at most {limit}.", limit=params["limit"]
    ),
    f"import_{Refusal.TOO_MANY_FORMULAS}": lambda t, _: t(
        "The file is full of formulas. Save it with values only and send it again."
    ),
    f"import_{Refusal.TOO_MANY_FILES}": lambda t, params: t(
        "The archive holds too many files: at most {limit}.", limit=params["limit"]
    ),
    f"import_{Refusal.ZIP_BOMB}": lambda t, _: t("The archive unpacks to too much. It was not opened."),
    f"import_{Refusal.ZIP_ENCRYPTED}": lambda t, _: t(
        "The archive is locked with a password. Send it without one."
    ),
    f"import_{Refusal.ZIP_UNSAFE_NAME}": lambda t, _: t(
        "The archive holds a file with an unsafe name. It was not opened."
    ),
    f"import_{Refusal.XML_DECLARATIONS}": lambda t, _: t(
        "The file holds declarations that no school's export has. It was not read."
    ),
    f"import_{Refusal.MACROS}": lambda t, _: t(
        "The workbook holds macros. Save it as a plain workbook (.xlsx) and send it again."
    ),
    f"import_{Refusal.OLD_EXCEL}": lambda t, _: t(
        "This is an old or a locked Excel file. Save it as .xlsx without a password and send it again."
    ),
    f"import_{Refusal.PICTURE}": lambda t, _: t(
        "This is a picture; please send a workbook (XLSX), CSV files in a zip, or an XML."
    ),
    f"import_{Refusal.BROKEN}": lambda t, params: (
        t("The file is damaged: it breaks off at line {row}.", row=params["row"])
        if params.get("row")
        else t("The file is damaged. Save it anew and send it again.")
    ),
    f"import_{Refusal.UNKNOWN_FORMAT}": lambda t, _: t(
        "I do not know this kind of file. I read aSc Timetables XML, OneRoster CSV and our own templates."
    ),
    f"import_{Refusal.NOTHING_RECOGNISED}": lambda t, _: t(
        "I found no list in this file. Take a template: I read it by its headings."
    ),
    f"import_{Refusal.NO_PLAN}": lambda t, _: t(
        "I read no topics here. Send a table (XLSX, CSV) or a text with a topic a line; "
        "from a document copy the topics into a message."
    ),
    f"import_{Refusal.NO_TOPICS}": lambda t, _: t(
        "I found no column of topics in this table. Head it “Тема” and send it again."
    ),
}

WAYS_ON: dict[str, WayOn] = {
    "import_changed": lambda t, params: Button(
        t("Look again"), ImportCb(draft=params["draft"], act=ImportAct.AGAIN, mark="").pack()
    ),
}
