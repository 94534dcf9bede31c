"""`python -m bot migrate` and `python -m bot secret`."""

import typer

from bot.cli import app, command


@command
async def migrate() -> None:
    """Bring the database up to date; `run` does it by itself."""
    from bot import settings
    from bot.database import any_database, bring_up_to_date

    async with any_database(settings.load()) as engine:
        before, after = await bring_up_to_date(engine)
    told = "is up to date" if before == after else f"went from step {before or 'nothing'}"
    typer.echo(f"The database {told} (step {after}).")


@app.command()
def secret() -> None:
    """Print a new secret for SECRET or WEBHOOK_SECRET."""
    import secrets

    typer.echo(secrets.token_urlsafe(32))
