"""Queries about codes, bindings, consents and their log."""

from storage.access.bindings import BindingQueries
from storage.access.codes import CodeQueries
from storage.access.consents import ConsentQueries
from storage.access.log import LogQueries
from storage.access.register import RegisterQueries
from storage.access.staff import StaffQueries


class AccessQueries(CodeQueries, BindingQueries, ConsentQueries, RegisterQueries, StaffQueries, LogQueries):
    """Implements `journal.ports.access.Access`."""
