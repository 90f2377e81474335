"""Random cases and random edits of them, made from the model itself.

Every field of every record is filled by what its annotation allows, so that a field that is new
in the model takes part at once. All words of one item begin with letters of its own, by which a
test knows it again whatever it is called by then; where a case is to be crowded, many items
share these letters and cannot be told apart by their names.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from generator.core.amounts import PENCE, PEOPLE, POUNDS, Amount, Qualifier, State, Unit
from generator.core.case import Case, Section
from generator.core.figures import Axis, Context, Description, Table
from generator.core.identity import CaseId
from generator.core.periods import Period, day, financial_year
from generator.core.relations import Relation, Term
from generator.core.scalars import Lines
from generator.core.words import Heading

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

CODE = 6
TO_LETTERS = str.maketrans("0123456789", "ghijklmnpq")
LETTERS = "bcdfghjklmnp"
# What the table of fields calls an item by; renaming changes one of five words.
LABELS = {
    *("title", "name", "label", "what", "benefit", "milestone", "stakeholder", "criterion"),
    *("group", "role", "body", "stage", "result"),
}
# What is one value, though it has parts.
VALUES = (Amount, Period, CaseId, Lines, Term, Unit)
# Where one of these is said by a row, a column or the table alone, none hides another.
SAID_BY = {"rows": "basis", "columns": "period"}


hints_of = cache(get_type_hints)


class Maker:
    """Makes and edits cases with one source of chance."""

    def __init__(self, random: Random, *, crowded: bool = False) -> None:
        """One maker; `crowded` cases have items that share their names."""
        self.random = random
        self.crowded = crowded
        self.made = 0

    def case(self) -> Case:
        """A case with a few items in each list."""
        values = self.values(Case, self.code())
        values |= {"id": CaseId(council="anytown", year_folder="2020-21", slug="library")}
        values |= {"sections": self.sections(), "unreadable": (), "removed": ()}
        return Case(**values)

    def edited(self, case: Case) -> Case:
        """The same case after some hours of an officer's work."""
        after: Case = self.vary(case)
        lost = self.random.choices(("risks", "headline", "tables"), k=self.chance(0.1))
        return replace(after, unreadable=tuple(lost))

    def chance(self, share: float) -> int:
        return int(self.random.random() < share)

    def code(self) -> str:
        """The letters of a new item, by which it is known again."""
        self.made += 1
        number = self.random.randrange(2) if self.crowded else self.made
        # Letters that no two numbers have nearly the same.
        return sha256(str(number).encode()).hexdigest()[:CODE].translate(TO_LETTERS)

    def words(self, code: str, count: int) -> str:
        return " ".join(code + self.random.choice("aeiou") * 2 + LETTERS[n] for n in range(count))

    def sections(self) -> tuple[Section, ...]:
        headings = self.random.sample(list(Heading), 2)
        return tuple(Section(heading=h, text=self.words(self.code(), 8)) for h in headings)

    def values(self, record: type, code: str) -> dict[str, Any]:
        """A value for each field of a record."""
        hints = hints_of(record)
        return {f.name: self.value(hints[f.name], f.name, code) for f in fields(record)}

    def value(self, hint: Any, name: str, code: str) -> Any:  # noqa: ANN401 - any annotation
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return self.random.choice(list(hint))
        options = [kind for kind in get_args(hint) if kind is not type(None)]
        if get_origin(hint) in (Union, types.UnionType):
            wanted = name in LABELS or self.chance(0.6)
            return self.value(options[0], name, code) if wanted else None
        if get_origin(hint) is tuple:
            return self.many(options[0], name, code)
        if is_dataclass(hint) and hint not in VALUES:
            return self.record(hint, code)
        return self.text(name, code) if hint is str else self.plain(hint, code)

    def text(self, name: str, code: str) -> str:
        """A text that a field of this name takes."""
        if name in ("likelihood", "impact"):
            return str(self.random.randrange(1, 6))
        if name == "link":
            return f"https://{code}.example/{self.random.randrange(9)}"
        return self.words(code, 5 if name in LABELS else 8)

    def plain(self, hint: Any, code: str) -> Any:  # noqa: ANN401 - any annotation
        number = self.random.randrange(1, 40)
        when = 2000 + self.made  # no two new items are told apart by one period
        made: dict[Any, Callable[[], Any]] = {
            Amount: lambda: self.amount(number),
            Period: lambda: self.random.choice((financial_year(when), day(date(when, 3, 7)))),
            CaseId: lambda: CaseId(council="anytown", year_folder="2020-21", slug=code),
            Lines: lambda: Lines(first=number, last=number),
            Term: lambda: Term(name=self.words(code, 1), sign=self.random.choice((1, -1))),
            Unit: lambda: self.random.choice((POUNDS, PEOPLE)),
            Decimal: lambda: Decimal(number),
            date: lambda: date(when, 5, 6),
            bool: lambda: bool(self.chance(0.5)),
            int: lambda: number,
        }  # fmt: skip
        return made[hint]()

    def amount(self, number: int) -> Amount:
        if self.chance(0.2):
            blank = self.random.choice((State.ABSENT, State.NIL, State.TBC))
            return Amount(state=blank, unit=self.random.choice((POUNDS, PENCE)))
        spelling = self.random.choice((f"£{number}k", f"£{number}.0k"))
        qualifier = self.random.choice((Qualifier.EXACT, Qualifier.ABOUT))
        return Amount(number=Decimal(number * 1000), qualifier=qualifier, printed=spelling)

    def many(self, hint: Any, name: str, code: str) -> tuple[Any, ...]:  # noqa: ANN401
        count = self.random.randrange(3)
        if is_dataclass(hint) and hint not in VALUES:
            return without_twins([self.record(hint, self.code()) for _ in range(count)])
        return tuple(dict.fromkeys(self.value(hint, name, code) for _ in range(count)))

    def record(self, record: Any, code: str) -> Any:  # noqa: ANN401 - any record
        if record is Table:
            return self.table(code)
        values = self.values(record, code)
        if record is Axis:
            values["context"] = Context()
        return record(**values)

    def table(self, code: str) -> Table:
        rows = tuple(self.axis("rows") for _ in range(self.random.randrange(1, 4)))
        columns = tuple(self.axis("columns") for _ in range(self.random.randrange(1, 4)))
        amounts = tuple(
            tuple(self.amount(self.random.randrange(1, 9_999)) for _ in columns) for _ in rows
        )
        context = replace(self.record(Context, code), basis=None, period=None)
        return Table(
            id=code, title=self.words(code, 5), rows=rows, columns=columns, amounts=amounts,
            context=context, heading=self.words(code, 2),
        )  # fmt: skip

    def axis(self, name: str) -> Axis:
        axis: Axis = self.record(Axis, self.code())
        said = self.value(hints_of(Context)[SAID_BY[name]], SAID_BY[name], axis.label[:CODE])
        return replace(axis, context=replace(Context(), **{SAID_BY[name]: said}))

    def vary(self, record: Any) -> Any:  # noqa: ANN401 - any record
        """A record of which some values are others, and some lists have lost or gained."""
        if isinstance(record, Table):
            return self.vary_table(record)
        kind: Any = type(record)
        hints = hints_of(kind)
        code = code_of(record)
        changed: dict[str, Any] = {}
        names = [
            f.name
            for f in fields(record)
            if f.name not in ("id", "heading", "unreadable", "removed")
        ]
        if isinstance(record, Axis):
            names.remove("context")
        if isinstance(record, Relation):
            names.remove("result")  # one of another figure is another relation
        renamed = self.random.choice(names)  # at most one of those that an item is called by
        for name in names:
            value = getattr(record, name)
            if (
                isinstance(value, tuple)
                and value
                and is_dataclass(value[0])
                and not isinstance(value[0], Term)
            ):
                changed[name] = self.vary_list(value)
            elif is_record(value):
                changed[name] = self.vary(value)
            elif name in KEYED:
                if name == renamed and value and isinstance(value, str):
                    changed[name] = self.renamed(value)
            elif self.chance(0.15):
                changed[name] = self.value(hints[name], name, code)
        return replace(record, **changed)

    def renamed(self, label: str) -> str:
        return (
            label if isinstance(label, StrEnum) else f"{label.rpartition(' ')[0]} {label[:CODE]}new"
        )

    def vary_list(self, items: tuple[Any, ...]) -> tuple[Any, ...]:
        kept = [self.vary(item) for item in items if not self.chance(0.15)]
        if self.chance(0.2) and not isinstance(items[0], Section):
            kept.append(self.record(type(items[0]), self.code()))
        self.random.shuffle(kept)
        return without_twins(kept)

    def vary_table(self, table: Table) -> Table:
        """A table with other rows, columns and cells in another order."""
        cells = {
            (row.label[:CODE], column.label[:CODE]): table.amounts[r][c]
            for r, row in enumerate(table.rows)
            for c, column in enumerate(table.columns)
        }
        rows, columns = self.vary_axes(table.rows, "rows"), self.vary_axes(table.columns, "columns")
        amounts = tuple(
            tuple(
                self.amount(self.random.randrange(1, 9_999))
                if self.chance(0.1) or key not in cells
                else cells[key]
                for key in ((row.label[:CODE], column.label[:CODE]) for column in columns)
            )
            for row in rows
        )
        context = self.vary(table.context)
        return replace(
            table, title=self.renamed(table.title) if self.chance(0.2) else table.title,
            rows=rows, columns=columns, amounts=amounts,
            context=replace(context, basis=None, period=None),
        )  # fmt: skip

    def vary_axes(self, axes: tuple[Axis, ...], name: str) -> tuple[Axis, ...]:
        first, *others = axes
        kept = [self.vary(axis) for axis in (first, *(a for a in others if not self.chance(0.2)))]
        kept += [self.axis(name)] * self.chance(0.2)
        self.random.shuffle(kept)
        return tuple(kept)

    def rewritten(self, value: Any) -> Any:  # noqa: ANN401 - a case, or what is within it
        """The same with all lists in another order, amounts spelled anew and lines moved."""
        if isinstance(value, Amount):
            return replace(value, printed="spelled anew", quantum=Decimal(1))
        if isinstance(value, Lines):
            return Lines(first=value.first + 7, last=value.last + 9)
        if isinstance(value, Table):
            rows = self.random.sample(range(len(value.rows)), len(value.rows))
            columns = self.random.sample(range(len(value.columns)), len(value.columns))
            return replace(
                value, rows=tuple(self.rewritten(value.rows[r]) for r in rows),
                columns=tuple(self.rewritten(value.columns[c]) for c in columns),
                amounts=tuple(
                    tuple(self.rewritten(value.amounts[r][c]) for c in columns) for r in rows
                ),
            )  # fmt: skip
        if isinstance(value, tuple):
            return tuple(self.random.sample([self.rewritten(each) for each in value], len(value)))
        if (
            is_dataclass(value)
            and not isinstance(value, type)
            and not isinstance(value, Amount | Period)
        ):
            inner = {f.name: self.rewritten(getattr(value, f.name)) for f in fields(value)}
            return replace(value, **inner)
        return value


# What items are told apart by: an edit leaves all of these but one as they are.
KEYED = LABELS | {
    "by",
    "case",
    "kind",
    "claim",
    "form",
    "date",
    "period",
    "reference",
    "organisation",
}


def code_of(record: Any) -> str:  # noqa: ANN401 - any record
    """The letters with which all words of a record begin."""
    if isinstance(record, Context | CaseId):
        return "con"
    texts = (getattr(record, f.name) for f in fields(record) if f.name != "id")
    known = next((text[:CODE] for text in texts if type(text) is str), "non")
    return record.kind.value if isinstance(record, Description) else known


def without_twins(items: list[Any]) -> tuple[Any, ...]:
    """Items without those that have no letters of their own and say no more than another."""
    kinds = [item.kind if isinstance(item, Description) else n for n, item in enumerate(items)]
    return tuple(item for n, item in enumerate(items) if kinds[n] not in kinds[:n])


def is_record(value: Any) -> bool:  # noqa: ANN401 - any value
    """Whether a value is compared field by field."""
    return is_dataclass(value) and not isinstance(value, VALUES)
