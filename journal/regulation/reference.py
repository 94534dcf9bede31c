"""The reference for a deputy head: every parameter of the regulation, the presets side by side."""

import types
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin

from journal.regulation.codec import NONE, described, hints
from journal.regulation.groups import GROUPS
from journal.regulation.load import DEFAULT, PRESETS, preset
from journal.regulation.model import Clause
from journal.regulation.not_yet_read import NOT_YET_READ
from journal.regulation.nouns import Noun
from journal.regulation.russian import choice, meaning, said, words
from journal.regulation.writing import raw, text

_HEAD = """\
# Регламент школы: справочник

Файл регламента — это TOML: строка `preset = "s3"` выбирает один из пяти готовых регламентов, остальные
строки меняют отдельные значения. Чего в файле нет, то берётся из готового регламента, а если и он молчит —
из столбца «если молчит». Рядом со значением школа может назвать свой пункт и его слова: их увидит тот, кому
отказано.

```toml
preset = "s3"

[institution]
name = "Школа № 5"
regulation_title = "Положение об электронном журнале"
in_force_from = 2026-09-01
order = "№ 160 от 30.08.2026"
founder = "municipal"
responsible = [{ role = "administrator", name = "А. А. Сидорова", matter = "коды доступа" }]

[entry]
deadline = { value = "same day 18:00", clauses = { "3.2" = "до 18:00 в день урока" } }
class_teacher_edit = ["reason", "weekly_correction"]
```

Ошибка в файле не меняет ничего: называются сразу все ошибки — ключ, значение, что допустимо и ближайшее
известное слово.

| | Готовый регламент |
|---|---|
"""
_ABOUT = {
    "s0": "школа: четверти, оценки не исправляют и не ставят задним числом",
    "s1": "техникум: группы, кураторы, полугодия",
    "s2": "школа: краткие правила, запись до полудня следующего дня",
    "s3": "школа: запись до 17:00, самый полный порядок",
    "s4": "школа: запись до 21:00, самый полный набор отчётов",
}
_NOTES = """
Срок пишется словами: `same day 17:00` (в день урока до 17:00), `same day` (до конца дня), `next day 12:00`,
`7 days after work`, `1 hour after last lesson`, `checking end`, `order date`, `period end`,
`2 days before period end`; к нему можно добавить `, at latest same day 21:00`. `= entry.deadline` значит «как
там». Слово `none` значит «не ограничено».

Пункты названы так: `§4.2-T2` — второй пункт списка под заголовком роли в разделе 4.2. Роли: T — учитель,
CT — классный руководитель, DH — заместитель директора, D — директор, A — администратор, E — инженер; в S3
буквы R и D — права и обязанности. `§5-1` — первый пункт или абзац раздела 5.

Есть значения, которые программа уже знает, но ещё не применяет. О каждом так и сказано: «Пока ничего не
меняет».
"""


def document() -> str:
    """The whole reference, ending in one newline."""
    presets = "".join(f"| `{name}` | {about} |\n" for name, about in _ABOUT.items())
    sections = (_section(section) for section in GROUPS)
    return _HEAD + presets + _NOTES + "".join(sections)


def _section(section: str) -> str:
    parameters = (_parameter(f"{section}.{name}", hint) for name, hint in hints(GROUPS[section]).items())
    return f"\n## {words()['sections'][section]}\n" + "".join(parameters)


def _parameter(path: str, hint: Any) -> str:
    idle = " Пока ничего не меняет." if path in NOT_YET_READ else ""
    lines = ["", f"### `{path}`", "", meaning(path) + idle, "", f"Пишется: {_allowed(hint)}.", ""]
    own = {name: preset(name) for name in (*PRESETS, DEFAULT)}
    if all(own[name].clause(path).default for name in PRESETS):
        value = own[DEFAULT].value(path)
        return "\n".join([*lines, f"Во всех пяти: {_cell(said(value))} (`{text(raw(value))}`).", ""])
    heads = [*(name.upper() for name in PRESETS), "если молчит"]
    values = [_cell(said(regulation.value(path))) for regulation in own.values()]
    clauses = ["<br>".join(map(_clause, regulation.clauses(path))) for regulation in own.values()]
    rows = (heads, ["---"] * len(heads), values, clauses)
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows), ""])


def _clause(clause: Clause) -> str:
    return "—" if clause.default else f"§{clause.number} «{_cell(clause.words)}»"


def _cell(content: str) -> str:
    return content.replace("|", "\\|")


def _allowed(hint: Any) -> str:
    """What may be written, the words of a choice with their meaning."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return " или ".join(f"`{NONE}`" if part is types.NoneType else _allowed(part) for part in args)
    if origin in (frozenset, tuple):
        return f"список из: {_allowed(args[0])}"
    if origin is Annotated:
        return f"число от {args[1].low} до {args[1].high}"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return "; ".join(f"`{member}` — {choice(member)}" for member in hint)
    if hint is Noun:
        return "существительное из словаря или своё, описанное в `[[noun]]`; список, если слов несколько"
    return _SIMPLE.get(hint.__name__) or f"`{described(hint)}`"


_SIMPLE = {
    "bool": "`true` (да) или `false` (нет)",
    "str": "короткий текст",
    "Deadline": "срок",
    "YearDay": "день года, например `5 September`",
    "DayWindow": "числа месяца, например `20-23`",
    "ClockWindow": "часы, например `21:00-07:00`",
    "WeekMoment": "день недели и время, например `Friday 18:00`",
    "time": "время, например `20:00`",
    "timedelta": "промежуток, например `15 s`, `5 min`, `1 h`",
    "Mapping": "таблица",
}
