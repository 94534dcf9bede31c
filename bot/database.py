"""The database of the settings: opened, brought up to date, and clear words where that cannot be."""

from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.settings import Misconfigured, Settings
from storage import migrations
from storage.engine import open_engine
from storage.serving import ServedError, at_work, only_bot


@asynccontextmanager
async def current_database(settings: Settings) -> AsyncIterator[AsyncEngine]:
    """The engine on a database that stands at the newest step; afterwards closed. Raises `Misconfigured`."""
    async with any_database(settings) as engine:
        await bring_up_to_date(engine)
        yield engine


@asynccontextmanager
async def any_database(settings: Settings, *, alone: bool = False) -> AsyncIterator[AsyncEngine]:
    """The engine, whatever step its database stands at; `alone`: while nobody else works on its file."""
    with ExitStack() as stack:
        if file := settings.database_file:
            _make_folder(file.parent)
            _enter(stack, file, alone)
        engine = open_engine(settings.database_url)
        try:
            yield engine
        finally:
            await engine.dispose()


async def bring_up_to_date(engine: AsyncEngine) -> tuple[str | None, str | None]:
    """Take the missing steps; returns the step before and after. Raises `Misconfigured`."""
    try:
        return await migrations.upgrade(engine)
    except migrations.NewerError as newer:
        raise Misconfigured(
            f"the database stands at step {newer}, which this program does not know: update the program"
        ) from None
    except (SQLAlchemyError, OSError) as error:
        cause = getattr(error, "orig", None) or error
        raise Misconfigured(f"the database cannot be opened: {str(cause).splitlines()[0]}") from error


@contextmanager
def only_process(settings: Settings) -> Iterator[None]:
    """The bot on a database that is a file is this process alone. Raises `Misconfigured` where it is not."""
    with ExitStack() as stack:
        if file := settings.database_file:
            _make_folder(file.parent)
            try:
                stack.enter_context(only_bot(file))
            except ServedError:
                raise Misconfigured(
                    f"{file.name} is served by another process already; several of them need PostgreSQL"
                ) from None
            except OSError as error:
                raise Misconfigured(f"the database {file} cannot be opened: {error.strerror}") from error
        yield


def _enter(stack: ExitStack, file: Path, alone: bool) -> None:
    try:
        stack.enter_context(at_work(file, alone=alone))
    except ServedError:
        told = "a bot or a command is at work on it: stop it first" if alone else "it is being moved"
        raise Misconfigured(f"the database {file} is taken: {told}") from None
    except OSError as error:
        raise Misconfigured(f"the database {file} cannot be opened: {error.strerror}") from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Misconfigured(f"the folder of the database cannot be made: {error.strerror}") from error
