"""PDF and PNG by typst, with the fonts of one wheel and none of the machine's."""

import asyncio
import json
import threading
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

LAYOUTS = Path(__file__).parent / "layouts"
_own = threading.local()


async def pdf(layout: str, data: dict[str, Any]) -> bytes:
    """Typeset `layouts/<layout>.typ` with `data`, off the event loop.

    The layout reads the data as `json(bytes(sys.inputs.data))`: names and texts arrive as strings, which
    typst never evaluates, so nothing typed by people can become a command.
    """
    return await asyncio.to_thread(_made, layout, data, format="pdf", pdf_tags=False)


async def png(layout: str, data: dict[str, Any], ppi: float) -> bytes:
    """What `picture(data)` of a layout draws, `ppi` pixels to its inch, off the event loop.

    The data is one string literal to typst, read as JSON: nothing typed by people can become a command.
    `sys.inputs` would do the same, but a change there makes typst forget all it has laid out before, and
    the next child's subjects are mostly those of the last.
    """
    return await asyncio.to_thread(_drawn, layout, data, ppi)


def _made(layout: str, data: dict[str, Any], **options: Any) -> bytes:
    # Heavy, and only wanted by whoever prints or looks at pictures.
    import typst

    compiler = typst.Compiler(
        LAYOUTS / f"{layout}.typ",
        root=LAYOUTS,
        font_paths=_fonts(),
        sys_inputs={"data": _json(data)},
    )
    return _one(compiler.compile(**options))


def _drawn(layout: str, data: dict[str, Any], ppi: float) -> bytes:
    source = f'#import "{layout}.typ": picture\n#picture(json(bytes("{_escaped(_json(data))}")))'
    return _one(_compiler().compile(source.encode(), format="png", ppi=ppi))


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)


def _escaped(text: str) -> str:
    """For the inside of a string literal of typst, which ends at a quote and knows no command."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _one(made: object) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("one document or page was wanted")
    return made


def _compiler() -> "typst.Compiler":
    """The compiler of this thread: none may be used by two at once."""
    if not hasattr(_own, "compiler"):
        import typst

        _own.compiler = typst.Compiler(root=LAYOUTS, font_paths=_fonts())
    compiler: typst.Compiler = _own.compiler
    return compiler


@cache
def _fonts() -> "typst.Fonts":
    import font_roboto
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[font_roboto.font_directory],
    )
