"""Marks of periods, years and exams: suggested, set by the teacher, watched over by the deputy head."""

from journal.periods.board import Board, TeacherPages, board, remind, view
from journal.periods.closing import ask_reopen, close, reopen
from journal.periods.drafting import accept, accept_all, choose, clear, sheet
from journal.periods.orders import OrderBook, ask_order, orders, set_order
from journal.periods.own import shelf
from journal.periods.requests import ask, ask_why
from journal.periods.saving import save, undo

__all__ = [
    "Board",
    "OrderBook",
    "TeacherPages",
    "accept",
    "accept_all",
    "ask",
    "ask_order",
    "ask_reopen",
    "ask_why",
    "board",
    "choose",
    "clear",
    "close",
    "orders",
    "remind",
    "reopen",
    "save",
    "set_order",
    "sheet",
    "shelf",
    "undo",
    "view",
]
