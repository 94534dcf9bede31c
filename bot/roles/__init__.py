"""What a process is there for: any of three roles, each in as many processes as are needed."""

from enum import StrEnum


class Role(StrEnum):
    """`web` answers people, `sender` tells them what happened, `scheduler` does what is due by the clock."""

    WEB = "web"
    SENDER = "sender"
    SCHEDULER = "scheduler"


def roles_of(names: str) -> frozenset[Role]:
    """The roles of `web,sender`. Raises `ValueError` for others, and for none."""
    named = [name.strip() for name in names.split(",") if name.strip()]
    unknown = [name for name in named if name not in list(Role)]
    if unknown or not named:
        raise ValueError(f"ROLES must be some of {', '.join(Role)}, separated by commas")
    return frozenset(map(Role, named))
