"""`python -m bot import FILE` and `python -m bot template FILE`: a school's data in, empty templates out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import app, command
from bot.cli.speech import texts

if TYPE_CHECKING:
    from journal.imports.difference import Difference
    from journal.imports.limits import Progress
    from journal.imports.problems import Severity
    from journal.imports.staging import SchoolImport
    from locales.texts import Texts

# Remarks printed on the screen; `--details` writes all of them.
PRINTED = 40


@command
async def import_(
    path: Annotated[
        Path, typer.Argument(help="aSc XML, OneRoster CSV (folder or zip), or our XLSX templates.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Apply without asking.")] = False,
    keep_missing: Annotated[
        bool, typer.Option("--keep-missing", help="Do not close what the file leaves out.")
    ] = False,
    details: Annotated[
        Path | None, typer.Option(help="Write every change and remark into this workbook (.xlsx).")
    ] = None,
) -> None:
    """Show what a file would change in the school; apply exactly that once confirmed."""
    from bot import settings
    from bot.database import current_database
    from bot.operating import present_ctx
    from handlers.imports.details import book
    from journal.imports import loading
    from storage.unit_of_work import SqlStore

    t = texts()
    loaded = settings.load()
    async with current_database(loaded) as engine:
        ctx = await present_ctx(loaded, SqlStore(engine))
        staged = await _read(path)
        change = await loading.compare(ctx, staged, closing=not keep_missing)
        _show(change, t)
        if details is not None:
            details.write_bytes(book(change, t))
            typer.echo(t("Details: {file}", file=details))
        if change.empty:
            typer.echo(t("Nothing to change: everything is like this already."))
        elif yes or typer.confirm(t("Apply exactly this?")):
            await loading.apply(ctx, staged, change.fingerprint, closing=not keep_missing, file=path.name)
            typer.echo(t("Saved."))
        else:
            typer.echo(t("Nothing was changed."))


@app.command()
def template(
    path: Annotated[Path, typer.Argument(help="The workbook to write (.xlsx).")],
    sheet: Annotated[
        list[str] | None,
        typer.Option(help="Only this sheet (repeat for several): students, staff, workload, …"),
    ] = None,
) -> None:
    """Write an empty import template to be filled in."""
    from journal.imports.sheets import SHEETS
    from reports.templates import template as written

    known = [each.name for each in SHEETS]
    if unknown := [name for name in sheet or () if name not in known]:
        raise typer.BadParameter(f"{', '.join(unknown)}: choose from {', '.join(known)}")
    t = texts()
    if path.suffix.lower() != ".xlsx":
        raise typer.BadParameter(t("A template is a workbook: its name must end in .xlsx."))
    path.write_bytes(written(sheet))
    typer.echo(t("{file}: fill it in and load it with `python -m bot import`.", file=path))


async def _read(path: Path) -> "SchoolImport":
    """Read the file with a bar that shows how far it is."""
    import asyncio

    from rich.console import Console
    from rich.progress import Progress as Bar

    from journal.imports.formats import read_path

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(f"Reading {path.name}", total=None)

        def advance(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        progress: Progress = advance
        return await asyncio.to_thread(read_path, path, progress=progress)


def _show(change: "Difference", t: "Texts") -> None:
    """The numbers as a table, the remarks as lines."""
    from rich.console import Console
    from rich.table import Table

    from handlers.imports.words import kind_name, problem_line

    console = Console()
    if not change.empty:
        table = Table("", t("new"), t("changed"), t("closed"))
        for kind, numbers in change.counts().items():
            table.add_row(kind_name(kind, t), *(str(number or "") for number in numbers))
        console.print(table)
    for problem in change.problems[:PRINTED]:
        worth = _severity(problem.severity, t)
        console.print(f"{worth}: {problem_line(problem, t)}", markup=False, highlight=False)
    if len(change.problems) > PRINTED:
        console.print(t("… and {count} more remarks: see --details.", count=len(change.problems) - PRINTED))


def _severity(found: "Severity", t: "Texts") -> str:
    return {"error": t("error"), "warning": t("warning"), "note": t("note")}[found]
