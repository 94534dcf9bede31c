"""How a child is named in a push: as much as its reader wants a locked phone to show."""

from journal.model.access import Privacy
from journal.model.people import Child


def child_name(child: Child, privacy: Privacy) -> str:
    """`Аня`, or `А. И.` where the reader asked for initials."""
    if privacy is Privacy.FULL:
        return child.first_name
    return " ".join(f"{name[0]}." for name in (child.first_name, child.last_name) if name)
