"""The command line. A command imports what it needs when it runs: only `run` loads the messenger's client."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Annotated, Any, ParamSpec

import typer

from bot.cli.speech import told
from bot.loop import loop_factory
from bot.settings import Misconfigured
from journal.errors import JournalError

P = ParamSpec("P")
MISCONFIGURED = 2
REFUSED = 1

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Dnevnichok: the school diary's bot.",
)


@app.callback()
def common(
    school: Annotated[str | None, typer.Option(help="Which school, where SCHOOLS holds several.")] = None,
) -> None:
    """Dnevnichok: the school diary's bot."""
    if school is not None:
        from bot.schools import files

        files.name(school)


def command(work: Callable[P, Coroutine[Any, Any, None]], group: typer.Typer = app) -> Callable[P, None]:
    """A command of `app`, or of a group of it, from a coroutine; what is misconfigured is exit code 2.

    An underscore at the end of its name is left out: `import_` is `import`.
    """

    @group.command(work.__name__.rstrip("_").replace("_", "-"))
    @wraps(work)
    def invoke(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            with asyncio.Runner(loop_factory=loop_factory()) as runner:
                runner.run(work(*args, **kwargs))
        except Misconfigured as error:
            sys.stderr.write(f"{error}\n")
            raise typer.Exit(MISCONFIGURED) from None
        except JournalError as refusal:
            sys.stderr.write(f"{told(refusal)}\n")
            raise typer.Exit(REFUSED) from None

    return invoke


from bot.cli import access, audit, database, demo, health, imports, install, mail, move, play, run  # noqa: E402, F401
