"""The sections of a regulation by their names in TOML."""

from collections.abc import Mapping
from typing import Any

from journal.regulation.parameters import (
    Access,
    Archive,
    Attendance,
    Control,
    Delivery,
    Entry,
    Marks,
    Periods,
    Terms,
)

GROUPS: Mapping[str, Any] = {
    "terms": Terms,
    "entry": Entry,
    "periods": Periods,
    "access": Access,
    "control": Control,
    "archive": Archive,
    "marks": Marks,
    "attendance": Attendance,
    "delivery": Delivery,
}
