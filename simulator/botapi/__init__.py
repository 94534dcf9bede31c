"""The bot's side: one module per group of methods. Importing the package registers all of them."""

from simulator.botapi import (
    bot,
    callbacks,
    card,
    chats,
    edits,
    files,
    marks,
    messages,
    passing,
    rich,
    updates,
)
from simulator.botapi.registry import METHODS, canonical

__all__ = [
    "METHODS",
    "bot",
    "callbacks",
    "canonical",
    "card",
    "chats",
    "edits",
    "files",
    "marks",
    "messages",
    "passing",
    "rich",
    "updates",
]
