"""Days in buttons: an ordinal that every calendar has, so that a forged one is not understood."""

from datetime import date
from typing import Annotated

from pydantic import Field

Ordinal = Annotated[int, Field(ge=date(2000, 1, 1).toordinal(), le=date(2100, 1, 1).toordinal())]
