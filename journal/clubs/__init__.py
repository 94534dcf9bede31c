"""The prolonged day, extra activities and clubs: the class teacher keeps them, the diary shows them."""

from journal.clubs.keeping import ClubCard, ClubList, add, ask, club, clubs, end, take, whole_class
from journal.clubs.typed import Typed, read

__all__ = [
    "ClubCard",
    "ClubList",
    "Typed",
    "add",
    "ask",
    "club",
    "clubs",
    "end",
    "read",
    "take",
    "whole_class",
]
