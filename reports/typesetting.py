"""PDF and PNG by typst, with the fonts of one wheel and none of the machine's."""

import asyncio
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

LAYOUTS = Path(__file__).parent / "layouts"


async def pdf(layout: str, data: dict[str, Any]) -> bytes:
    """Typeset `layouts/<layout>.typ` with `data`, off the event loop.

    The layout reads the data as `json(bytes(sys.inputs.data))`: names and texts arrive as strings, which
    typst never evaluates, so nothing typed by people can become a command.
    """
    return await asyncio.to_thread(_made, layout, data, format="pdf", pdf_tags=False)


async def png(layout: str, data: dict[str, Any], ppi: float) -> bytes:
    """The one page of a layout as a picture, `ppi` pixels to its inch; otherwise as `pdf`."""
    return await asyncio.to_thread(_made, layout, data, format="png", ppi=ppi)


def _made(layout: str, data: dict[str, Any], **options: Any) -> bytes:
    # Heavy, and only wanted by whoever prints or looks at pictures.
    import typst

    compiler = typst.Compiler(
        LAYOUTS / f"{layout}.typ",
        root=LAYOUTS,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    made = compiler.compile(**options)
    if not isinstance(made, bytes):
        raise TypeError("one document or page was wanted")
    return made


@cache
def _fonts() -> "typst.Fonts":
    import font_roboto
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[font_roboto.font_directory],
    )
