"""`python -m bot audit …`: whether the journal's memory is as it was written, and emptying it lawfully."""

import json
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import app, command
from bot.cli.speech import texts
from journal.model.audit import Head

BROKEN = 1

group = typer.Typer(no_args_is_help=True, help="Whether the journal's memory is as it was written.")
app.add_typer(group, name="audit")


@partial(command, group=group)
async def verify(
    against: Annotated[
        Path | None, typer.Option(help="A file of `audit heads`, kept elsewhere: shows a cut-off end.")
    ] = None,
) -> None:
    """Go through the audit chains; exit code 0 when all is as it was written, 1 when not."""
    from bot import settings
    from bot.database import current_database
    from bot.operating import present_ctx
    from handlers.audit import words
    from journal.audit import verifying
    from storage.unit_of_work import SqlStore

    loaded, noted = settings.load(), _read(against) if against else []
    async with current_database(loaded) as engine:
        ctx = await present_ctx(loaded, SqlStore(engine))
        verdict = await verifying.verify(ctx, noted)
    t = texts()
    for fault in verdict.faults:
        typer.echo(words.fault(fault, t))
    typer.echo(words.verdict(verdict, t))
    if verdict.faults:
        raise typer.Exit(BROKEN)


@partial(command, group=group)
async def heads(
    path: Annotated[Path | None, typer.Argument(help="The file to write; without it the screen.")] = None,
) -> None:
    """Print the last entry of every chain. Keep it on another machine: `verify --against` reads it."""
    from bot import settings
    from bot.database import current_database
    from bot.operating import present_ctx
    from journal.audit import verifying
    from storage.unit_of_work import SqlStore

    loaded = settings.load()
    async with current_database(loaded) as engine:
        found = await verifying.heads(await present_ctx(loaded, SqlStore(engine)))
    written = json.dumps({head.chain: [head.number, head.digest] for head in found}, indent=1)
    if path is None:
        typer.echo(written)
    else:
        path.write_text(f"{written}\n", "utf-8")


@partial(command, group=group)
async def erase(
    chain: Annotated[str, typer.Argument(help="The chain as `verify` names it: school, unit:121.")],
    number: Annotated[int, typer.Argument(help="The number of the entry in it.")],
    reason: Annotated[str, typer.Option(help="On whose lawful request, e.g. «запрос № 3 от 12.10.2026».")],
) -> None:
    """Empty the values of one entry on a lawful request; the chain still verifies, and says who did it."""
    from bot import settings
    from bot.database import current_database
    from bot.operating import present_ctx
    from journal.audit import erasing
    from storage.unit_of_work import SqlStore

    loaded = settings.load()
    async with current_database(loaded) as engine:
        await erasing.erase(await present_ctx(loaded, SqlStore(engine)), chain, number, reason)
    typer.echo(texts()("The values are taken out."))


def _read(path: Path) -> list[Head]:
    """The heads of a file written by `heads`; what is none is refused in one line."""
    try:
        noted = json.loads(path.read_text("utf-8"))
        return [Head(str(chain), int(number), str(digest)) for chain, (number, digest) in noted.items()]
    except (OSError, UnicodeDecodeError, ValueError, TypeError, AttributeError):
        raise typer.BadParameter(f"{path}: not a file of `audit heads`") from None
