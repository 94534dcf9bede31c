"""A local Telegram: an honest Bot API server and a web page of phones. Imports nothing of ours."""

from simulator.client.controls import Control
from simulator.messages import Button, SimMessage
from simulator.person import Person
from simulator.server import Simulator

__all__ = ["Button", "Control", "Person", "SimMessage", "Simulator"]
