"""The areas of this floor: a folder is registered by being here, its modules by their names.

`router.py` holds the area's `router`, `menu.py` its `ENTRIES` and `CARDS` of the home screen, `errors.py` the
`SENTENCES` of its own error codes, `pushes.py` the screens of its pushes.
"""

import pkgutil
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

import handlers

# It catches what no other area understood, so it comes last.
LAST = "home"


@cache
def modules(name: str) -> tuple[ModuleType, ...]:
    """The modules of that name of all areas, in the order of the areas' names, home last."""
    folders = (found.name for found in pkgutil.iter_modules(handlers.__path__) if found.ispkg)
    areas = sorted(folders, key=lambda area: (area == LAST, area))
    paths = (f"handlers.{area}.{name}" for area in areas)
    return tuple(import_module(path) for path in paths if find_spec(path))
