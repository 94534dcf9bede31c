"""A school moved into another database: what the command does, and what it says where that cannot be."""

from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.database import any_database
from bot.settings import Misconfigured, Settings
from storage.moving import MoveError, Progress, Reason, Report, move

SAID = {
    Reason.SERVED: "a bot or a command is at work on the old database: stop it first",
    Reason.STEP: "the old database stands at step {detail}: run `python -m bot migrate` first",
    Reason.NO_SCHOOL: "there is no school in the old database",
    Reason.NOT_EMPTY: "the new database is not empty, it holds {detail}: only an empty one will do",
    Reason.ENCODING: "the new database keeps letters as {detail}: make one WITH ENCODING 'UTF8'",
    Reason.REFUSED: "the new database refuses rows of the table {detail}",
    Reason.DIFFERS: "the table {detail} came back from the new database different",
    Reason.AUDIT: "the audit chain {detail} does not verify in the new database",
}
MOVED = ".moved"


async def move_school(old: Settings, new: Settings, progress: Progress) -> Report:
    """Move the school of the `old` settings' database into that of the `new`.

    The file of an embedded database is then put aside under another name, so that no bot started by mistake
    goes on with the past. Raises `Misconfigured`; nothing is in the new database then.
    """
    if (file := old.database_file) and not file.exists():
        raise Misconfigured(SAID[Reason.NO_SCHOOL])
    if old.database_url == new.database_url:
        raise Misconfigured("the new database is the old one")
    try:
        async with any_database(old, alone=True) as source:
            async with any_database(new, alone=True) as target:
                report = await move(source, target, progress)
            await source.dispose()
            if file:
                file.rename(put_aside(file))
    except MoveError as error:
        raise Misconfigured(f"not moved: {SAID[error.reason].format(detail=error.detail)}") from error
    except (SQLAlchemyError, OSError) as error:
        cause = getattr(error, "orig", None) or error
        raise Misconfigured(f"not moved: {str(cause).splitlines()[0]}") from error
    return report


def put_aside(file: Path) -> Path:
    """What the file of a moved school is called."""
    return file.with_name(file.name + MOVED)
