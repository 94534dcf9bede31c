"""Whether something did not arrive that nobody was told of; told together, a few times a day."""

from datetime import datetime, timedelta

from journal.delivery.letters import undelivered
from journal.delivery.rules import KEPT
from notifications.house import Round
from storage import watch
from storage.delivery import DeliveryQueries

# Between two reports.
PAUSE = timedelta(hours=4)
REPORTED = "letters"


async def fresh_letters(round_: Round, machine_now: datetime) -> bool:
    """Whether to report now; notes that it was, in the round's transaction."""
    reported = await watch.moment(round_.db, REPORTED)
    if reported is not None and timedelta(0) <= round_.now - reported < PAUSE:
        return False
    since = max(reported or round_.now - KEPT, round_.now - KEPT)
    if not undelivered(await DeliveryQueries(round_.db).setbacks(since)):
        return False
    await watch.keep(round_.db, REPORTED, machine_now, round_.now)
    return True
