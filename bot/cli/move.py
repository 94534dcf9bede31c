"""`python -m bot move URL`: the school into another database, from SQLite to PostgreSQL or back."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import command
from bot.cli.speech import texts

if TYPE_CHECKING:
    from storage.moving import Report


@command
async def move(
    url: Annotated[
        str,
        typer.Argument(
            envvar="NEW_DATABASE_URL",
            help="The empty database to move into; better in the environment, as it holds a password.",
        ),
    ],
) -> None:
    """Move the school into another, empty database: all of it, compared table by table, or nothing."""
    import time

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    from sqlalchemy.engine import make_url

    from bot import settings
    from bot.moving import move_school, put_aside

    old, new = settings.load(), settings.load(database_url=url)
    columns = (TextColumn("{task.description:<24}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    began = time.monotonic()
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def advance(table: str, done: int, total: int) -> None:
            bar.update(task, description=table, completed=done, total=total)

        report = await move_school(old, new, advance)
    _show(report, time.monotonic() - began)
    t = texts()
    typer.echo(t("Now put this into .env and start the bot; SECRET stays the same:"))
    typer.echo(f"DATABASE_URL={make_url(url).render_as_string(hide_password=True)}")
    if old.database_file:
        typer.echo(t("The old database is kept as {file}.", file=put_aside(old.database_file)))
    else:
        typer.echo(t("The old database is left as it was; let no bot start on it again."))


def _show(report: "Report", seconds: float) -> None:
    """Every table that holds something, then the sums."""
    from rich.console import Console
    from rich.table import Table

    from handlers.audit.words import fault

    t = texts()
    table = Table(t("table"), t("rows"), t("checksum, the same on both sides"))
    table.columns[1].justify = "right"
    for copied in report.tables:
        if copied.rows:
            table.add_row(copied.table, str(copied.rows), copied.checksum)
    Console().print(table)
    typer.echo(
        t(
            "Moved: {rows} rows of {tables} tables in {seconds} s, read back and compared.",
            rows=t.number(report.rows),
            tables=len(report.tables),
            seconds=t.number(round(seconds, 1)),
        )
    )
    typer.echo(t("Audit: {entries} entries gone through in the new database.", entries=report.audit_entries))
    for found in report.faults:
        typer.echo(fault(found, t))
