"""The sheet a letter is written on: HTML that mail programs show alike, without pictures or scripts."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from handlers.channels.plain import whole_lines
from handlers.screen import Part
from handlers.table import Table, across
from locales.texts import Texts

# A label and where it leads.
Link = tuple[str, str]
_SANS = Markup("font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif")
_PAGE = Markup(
    '<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta name="color-scheme" content="light dark"><title>{school}</title></head>\n'
    '<body style="margin:0;padding:16px 8px;background:#eef1f4">{cover}'
    '<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center">'
    '<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:560px;'
    'background:#ffffff;border-radius:12px;{sans};font-size:{size}px;line-height:1.5;color:#1d2733">\n'
    '<tr><td style="padding:16px 24px 0;font-size:13px;color:#66727f">{school}</td></tr>\n'
    '<tr><td style="padding:8px 24px 8px">{body}</td></tr>\n'
    '<tr><td style="padding:8px 24px 24px">{opening}</td></tr>\n{foot}'
    "</table></td></tr></table></body></html>\n"
)
_FOOT = Markup(
    '<tr><td style="padding:12px 24px 16px;border-top:1px solid #e3e8ed;font-size:13px;color:#66727f">'
    "{}</td></tr>\n"
)
_BUTTON = Markup(
    '<a href="{}" style="display:inline-block;padding:10px 20px;border-radius:8px;background:#1f6fb5;'
    'color:#ffffff;text-decoration:none">{}</a>'
)
_SMALL = Markup('<a href="{}" style="color:#66727f">{}</a>')
# Seen in a list of letters alone; what fills it up keeps the letter's first words out of there.
_COVER = Markup(
    '<div style="display:none;max-height:0;overflow:hidden;font-size:1px;color:#eef1f4">{}</div>\n'
)
_FILLING = Markup("&#847;&zwnj;&nbsp;") * 150
_LINE = Markup('<p style="margin:0 0 {}px">{}</p>')
# Below a line of a group, and below its last.
_NEAR, _FAR = 4, 16
_QUOTE = Markup(
    '<blockquote style="margin:0 0 8px;padding:4px 12px;border-left:3px solid #b9c6d3;color:#3d4a57">'
)
_TABLE = Markup(
    '<table cellspacing="0" cellpadding="0" style="width:100%;border-collapse:collapse;margin:0 0 8px">'
    "{}</table>"
)
_STYLE = Markup("padding:4px 8px 4px 0;border-bottom:1px solid #e3e8ed;text-align:left;vertical-align:top")
_HEAD, _CELL = Markup('<th style="{}">{}</th>'), Markup('<td style="{}">{}</td>')
_ACROSS = Markup('<tr><td colspan="{}" style="{}">{}</td></tr>')


def page(
    parts: Sequence[Part],
    *,
    school: str,
    opening: Link | None,
    said: Sequence[str],
    stop: Link | None,
    t: Texts,
    cover: str | None = None,
) -> str:
    """The whole sheet with the links that there are; `cover` is what a list of letters shows of it."""
    foot = [*said, *([_SMALL.format(stop[1], stop[0])] if stop else [])]
    return _PAGE.format(
        lang=t.locale,
        school=school,
        sans=_SANS,
        cover=_COVER.format(Markup.escape(cover) + _FILLING) if cover else "",
        size=20 if t.large else 16,
        body=Markup("\n").join(_part(part) for part in parts),
        opening=_BUTTON.format(opening[1], opening[0]) if opening else "",
        foot=_FOOT.format(Markup("<br>").join(foot)) if foot else "",
    )


def _part(part: Part) -> Markup:
    if isinstance(part, Table):
        return _table(part)
    lines = whole_lines(part)
    below = [*lines[1:], Markup("")]
    return Markup("\n").join(
        _line(line, _NEAR if after else _FAR) for line, after in zip(lines, below, strict=True) if line
    )


def _line(line: Markup, space: int) -> Markup:
    broken = line.replace("\n", Markup("<br>"))
    if not broken.startswith("<blockquote"):
        return _LINE.format(space, broken)
    return broken.replace("<blockquote expandable>", Markup("<blockquote>")).replace("<blockquote>", _QUOTE)


def _table(table: Table) -> Markup:
    shown = table.filled
    rows = [_row((table.columns[n].title for n in shown), _HEAD)]
    rows += [
        _ACROSS.format(max(1, len(shown)), _STYLE, line.cells[0])
        if across(line)
        else _row((line.cells[n] for n in shown), _CELL)
        for line in table.lines
    ]
    return _TABLE.format(Markup("\n").join(rows))


def _row(cells: Iterable[str], cell: Markup) -> Markup:
    return Markup("<tr>{}</tr>").format(Markup("").join(cell.format(_STYLE, one) for one in cells))
