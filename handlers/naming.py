"""How a child is named in a push: as much as its reader wants a locked phone to show."""

from dataclasses import replace
from typing import Any

from journal.model.access import Privacy
from journal.model.people import Child, Person


def child_name(child: Child | Person, privacy: Privacy) -> str:
    """`Аня`, or `А. И.` where the reader asked for initials."""
    if privacy is Privacy.FULL:
        return child.first_name
    return " ".join(initial(name) for name in (child.first_name, child.last_name) if name)


def initial(name: str) -> str:
    """`А.` of `Аня`, and of `А.` itself."""
    return f"{name[:1]}." if name else ""


def initialled(facts: Any) -> Any:
    """The facts of a push, its children known by their initials alone: no screen can say more than it has."""
    if getattr(facts, "child", None) is not None:
        return replace(facts, child=_initialled(facts.child))
    if getattr(facts, "children", None):
        return replace(facts, children=tuple(_initialled(child) for child in facts.children))
    return facts


def _initialled(child: Child) -> Child:
    return replace(child, first_name=initial(child.first_name), last_name=initial(child.last_name))
