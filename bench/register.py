"""A register of any size, made from the real cases, to measure on.

What a case costs depends on what is in it: on its tables, its prose, its links. Made-up cases
would measure the maker's fancy. So each case here is a copy of a real one, in the real
proportions and with its wording, but with numbers of its own, so that no two pages are alike
and nothing can be worked out once for many.
"""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
# About as many councils as the United Kingdom has (382 in 2024): a register of 10,000 cases
# would hold more cases of each of them, not more councils.
MOST_SETS = 100
# What a site is built from beside the cases; the hook is named in mkdocs.yml.
SURROUNDINGS = ("mkdocs.yml", "site_src", "templates", "generator/site/hook.py")

AMOUNT = re.compile(r"£\s?(\d[\d,]*(?:\.\d+)?)")
# Two amounts in a row may be a range, whose ends have an order: these are left as they are.
RANGE = re.compile(r"£\s?[\d.,]+\s?[kKmM]?\s*(?:to|and|or|[-‐–—/])\s*£?\s?[\d.,]+")
CELL = re.compile(r"\d[\d,]*(?:\.\d+)?")
YEAR = re.compile(r"(?:19|20)\d\d")
CASE_PATH = re.compile(
    r"(?<![\w/-])[\w-]+/\d{4}-\d\d/[\w-]+(?![\w/-])"
)  # one case named in another
# Columns whose numbers are no quantities, or must keep an order.
FIXED = {"line", "lines", "id", "period", "date", "when", "by", "finish", "start", "likelihood",
         "impact", "score", "value", "low", "high", "reference"}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Real:
    """A real case: where it lies and its text."""

    council: str
    year: str
    slug: str
    text: str

    @property
    def path(self) -> str:
        """Where other cases say it is."""
        return f"{self.council}/{self.year}/{self.slug}"


def real_cases(root: Path) -> tuple[Real, ...]:
    """The cases that lie below ``root/cases``, by their paths."""
    return tuple(
        Real(
            council=file.parts[-3], year=file.parts[-2], slug=file.stem,
            text=file.read_text(encoding="utf-8"),
        )
        for file in sorted((root / "cases").glob("*/*/*.md"))
    )  # fmt: skip


def make_register(folder: Path, size: int, *, root: Path = ROOT, seed: int = 1) -> None:
    """Make a whole register in a new folder: the cases, their lists, and what surrounds them.

    The same size and seed give the same files.

    Args:
        folder: where; made if it is not there.
        size: how many cases; at least as many as there are real ones.
        root: the register that the real ones lie in.
        seed: what the changed numbers are drawn from.

    Raises:
        ValueError: `size` is smaller than the real register.
    """
    cases = real_cases(root)
    if size < len(cases):
        raise ValueError(f"{size} cases cannot have the proportions of {len(cases)}")
    for name in SURROUNDINGS:
        _copy(root / name, folder / name)
    whole, rest = divmod(size, len(cases))
    for number in range(whole):
        linked = {case.path: path_of_copy(case, number) for case in cases}
        for case in cases:
            _write_case(folder, case, linked, number, seed)
    for at in range(rest):  # spread over the real ones; their links go to the first copies
        case = cases[at * len(cases) // rest]
        _write_case(folder, case, {}, whole, seed)
    _write_lists(folder / "cases", root / "cases", min(whole + bool(rest), MOST_SETS))


def copy_register(folder: Path, *, root: Path = ROOT) -> None:
    """The real register as it is, with what surrounds it, in a new folder."""
    for name in (*SURROUNDINGS, "cases"):
        _copy(root / name, folder / name)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def _write_case(
    folder: Path, case: Real, linked: Mapping[str, str], number: int, seed: int
) -> None:
    """Write the copy `number` of a case; see ``copy_of`` for `linked`."""
    file = folder / "cases" / f"{path_of_copy(case, number)}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(copy_of(case, linked, number, seed), encoding="utf-8")


def path_of_copy(case: Real, number: int) -> str:
    """Where a copy of a case lies; the first copies lie where the real cases do."""
    slug = f"{case.slug}-{number}" if number else case.slug
    return f"{case.council}{_mark(number)}/{case.year}/{slug}"


def copy_of(case: Real, linked: Mapping[str, str], number: int, seed: int) -> str:
    """The text of a copy: title, references, source, links and numbers are its own.

    Args:
        case: what is copied.
        linked: where a link to the case of a path is to lead; others stay.
        number: of the copy.
        seed: what the changed numbers are drawn from.
    """
    text = CASE_PATH.sub(lambda found: linked.get(found[0], found[0]), case.text)
    text = re.sub(r"^(title: .*[^\"\n])(\"?)$", rf"\1 ({number})\2", text, count=1, flags=re.M)
    text = re.sub(r"^( *source: [a-z0-9-]+)$", rf"\1{_mark(number)}", text, flags=re.M)
    text = re.sub(r"^references: \[(.*)\]$", lambda found: _references(found[1], number),
                  text, count=1, flags=re.M)  # fmt: skip
    return with_other_numbers(text, f"{seed} {number}")


def _mark(number: int) -> str:
    """What sets the councils of a copy apart; after so many, councils have further cases."""
    of_set = number % MOST_SETS
    return f"-{of_set}" if of_set else ""


def _references(listed: str, number: int) -> str:
    """References that no other copy has: the council's first cases keep the real ones."""
    later = number // MOST_SETS
    return f"references: [{', '.join(_reference(text, later) for text in listed.split(', '))}]"


def _reference(text: str, later: int) -> str:
    """``A/R.6.127`` becomes ``A/R.6.1127``, ``CCO`` ``CCO 1``, and ``"P&OD"`` ``"P&OD 1"``."""
    if not later:
        return text
    bare, quote = text.rstrip("\"'"), text[len(text.rstrip("\"'")) :]
    found = re.fullmatch(r"(.*?)(\d+)", bare)
    if not found:
        return f"{bare} {later}{quote}"
    return f"{found[1]}{int(found[2]) + 1000 * later:0{len(found[2])}}{quote}"


def with_other_numbers(text: str, seed: str) -> str:
    """The text with other numbers in its amounts and in the cells of its tables.

    Spellings stay: ``£3,100K`` becomes ``£3,700K`` or the like. So do noughts at the end, and
    everything that has an order or is a name: ranges, years, dates, lines.
    """
    lines = text.split("\n")
    header: list[str] = []
    for at, line in enumerate(lines):
        if not line.startswith("|"):
            header = []
            lines[at] = _amounts(line, seed)
            continue
        cells = line.split("|")
        if not header:
            header = [cell.strip() for cell in cells]
        elif len(cells) == len(header):
            lines[at] = "|".join(
                cell if name.lower() in FIXED else _cell(cell, seed)
                for name, cell in zip(header, cells, strict=True)
            )
    return "\n".join(lines)


def _cell(cell: str, seed: str) -> str:
    bare = cell.strip()
    if re.fullmatch(r"\d", bare):
        return cell  # a factor would change how two small counts stand to each other
    if CELL.fullmatch(bare) and not YEAR.fullmatch(bare):
        return cell.replace(bare, other_number(bare, seed))
    return _amounts(cell, seed)


def _amounts(text: str, seed: str) -> str:
    kept = [found.span() for found in RANGE.finditer(text)]

    def other(found: re.Match[str]) -> str:
        if any(start <= found.start() < end for start, end in kept):
            return found[0]
        return found[0].replace(found[1], other_number(found[1], seed))

    return AMOUNT.sub(other, text)


def other_number(number: str, seed: str) -> str:
    """The number times a factor of the text's own, to as many digits as were printed.

    One factor for all keeps what a text adds up adding up, to the rounding of its prints: a
    register in which no sum holds would be no more real than one without sums.
    """
    digits = number.replace(",", "")
    if not re.fullmatch(r"\d+(\.\d+)?", digits) or not Decimal(digits):
        return number
    draw = random.Random(seed)  # noqa: S311 - numbers to measure on, no secrets
    factor = Decimal(draw.randint(700, 1300)) / 1000
    exponent = Decimal(digits).as_tuple().exponent
    noughts = len(digits) - len(digits.rstrip("0")) if exponent == 0 else 0
    last = Decimal(1).scaleb(noughts if exponent == 0 else int(exponent))
    changed = max((Decimal(digits) * factor / last).to_integral_value(), Decimal(1)) * last
    return f"{changed:,f}" if "," in number else f"{changed:f}"


def _write_lists(cases: Path, real: Path, sets: int) -> None:
    """Themes as they are; councils and source documents once for each set of councils."""
    shutil.copyfile(real / "themes.yml", cases / "themes.yml")
    sources = (real / "sources.yml").read_text(encoding="utf-8")
    parts = [sources]
    for number in range(1, sets):
        mark = _mark(number)
        named = re.sub(r"^([a-z0-9-]+):$", rf"\1{mark}:", sources, flags=re.M)
        parts.append(re.sub(r"^(  council: [a-z0-9-]+)$", rf"\1{mark}", named, flags=re.M))
    (cases / "sources.yml").write_text("\n".join(parts), encoding="utf-8")
    for file in sorted(real.glob("*/council.yml")):
        text = file.read_text(encoding="utf-8")
        for number in range(sets):
            folder = cases / f"{file.parent.name}{_mark(number)}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / file.name).write_text(_council(text, number), encoding="utf-8")


def _council(text: str, number: int) -> str:
    """A council of its own name and area."""
    if not number:
        return text
    text = re.sub(r"^((?:short_)?name: .*)$", rf"\1 {number}", text, flags=re.M)
    return re.sub(
        r"^(ons_code: [A-Z]\d\d)(\d{6})$",
        lambda found: f"{found[1]}{int(found[2]) + 1000 * number:06}", text, flags=re.M,
    )  # fmt: skip
