"""A local Telegram: an honest Bot API server and a web page of phones. Imports nothing of ours.

    async with Simulator("123:ABC", [Person(1001, "Ольга", "Иванова", "Родитель")]) as sim:
        ...                                       # a bot polls sim.base_url, or sets a webhook on loopback
        olga = sim.person(1001)
        await olga.say("/start")
        menu = await olga.sees("Здравствуйте")    # fails with the printed chat when it does not come
        await olga.press(menu, "Сегодня")
        assert not sim.journal.refused()          # Telegram would have had nothing to complain of

What goes wrong can be ordered (`sim.faults.add`), time can pass (`sim.clock.advance`), the allowance can be
changed (`sim.limits`), and every call is kept (`sim.journal`). Only private chats exist, HTML is the only
parse mode, and what the real server would pass over in silence, such as a misspelt parameter, is refused.
"""

from simulator.client.controls import Control
from simulator.messages import Button, SimMessage
from simulator.person import Person
from simulator.server import HOST, Simulator

__all__ = ["HOST", "Button", "Control", "Person", "SimMessage", "Simulator"]
