"""What words mean, as data: texts beside this module, read when somebody first writes in plain words."""

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a text of this folder, without comments and blanks."""
    text = files(__name__).joinpath(f"{name}.txt").read_text("utf-8").replace("ё", "е")
    bare = (line.partition(" #  ")[0].strip() for line in text.splitlines())
    return tuple(line for line in bare if line and not line.startswith("# "))


@cache
def common() -> frozenset[str]:
    """Words that say nothing by themselves."""
    return frozenset(word for line in lines("common") for word in line.split())
