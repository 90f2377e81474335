"""What a council's year is made of, part by part: committees, themes, measures, and what is new.

The parts are worked out in ``compare.year``. Here each gets its words, and each number the list of
its cases. A part is told with what it comes to and with how many of its cases are in no total, so
that it is never taken for more than it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.year import AS_CALLED, NO_HEADLINE, Partner
from generator.core import phrases
from generator.core.case_amounts import BY_TEXT
from generator.core.money_format import format_amount
from generator.core.words import Nature
from generator.pages.addresses import Ref, committee_address, link, theme_address
from generator.pages.phrases import count, joined, measured, sentence
from generator.pages.proposed import total_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.compare.year import CouncilYear, Part
    from generator.core.adding_up import AddedUp, Total
    from generator.pages.behind import Behind
    from generator.pages.shelf import Shelf

NEW_OR_NOT = (
    "Not every paper says whether its amount is new. Some do say that an amount is not what its "
    "form calls it."
)
ALL_AS_CALLED = (
    "Not every paper says whether its amount is new. None describes its amount as something other "
    "than what it is called."
)
ONE_AS_CALLED = (
    "The paper may leave open whether its amount is new. It describes the amount as nothing other "
    "than what it is called."
)
BY_THEME = (
    "A case can stand on several themes, so these lines overlap and are not to be added. Each is "
    "the share of its cases in the totals above. The page of a theme adds its own cases up by "
    "themselves, which may come to more."
)
NOT_ADDED = "not added up, since some may be the same money"
NATURES: dict[str, str] = {
    AS_CALLED: "what the paper’s form calls it",
    **{nature: phrases.NATURES[nature] for nature in BY_TEXT},
    NO_HEADLINE: "nothing: there is no headline",
}
PARTNERS = {
    Partner.PAYS: "another fund or body pays all of it or a part",
    Partner.SPLIT: "a part of its amount is a partner’s",
    Partner.SAME_CASE: "a case of another council is about the same, or is needed for it",
    Partner.THEME: "the register lists it under a theme of working with others",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class PartTotal:
    """What some cases of a part come to: the amount, what it measures, and how many they are."""

    amount: str
    what: str
    cases: Ref


@dataclass(frozen=True, kw_only=True, slots=True)
class PartRow:
    """A part of the year; `left` counts those of its cases that are in no total."""

    name: Ref
    cases: Ref
    totals: tuple[PartTotal, ...]
    left: Ref


@dataclass(frozen=True, kw_only=True, slots=True)
class PartTable:
    """The year in parts of one sort.

    Attributes:
        column: the head of the names' column.
        note: what has to be known to read it.
    """

    id: str
    title: str
    column: str
    note: str
    rows: tuple[PartRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class NewView:
    """What of the year is new, in sentences and by what the texts describe."""

    sentences: tuple[str, ...]
    follows: Ref | None
    table: PartTable | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PartnerView:
    """What depends on a partner: how many cases and what they come to, then why."""

    sentences: tuple[str, ...]
    row: PartRow
    why: tuple[tuple[str, Ref], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LargeCase:
    """One of the few large cases."""

    case: Ref
    amount: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FewView:
    """The few large cases and the many small ones."""

    sentence: str
    large: tuple[LargeCase, ...]
    small: Ref


def part_tables(year: CouncilYear, behind: Behind, shelf: Shelf, here: str) -> Iterator[PartTable]:
    """The year by committee, theme and measure, for its page, which is at `here`."""
    folder, plan = here.split("/")[1:3]

    def committee(key: str) -> Ref:
        address = committee_address(folder, plan, key)
        return Ref(text=key or "No committee named", url=link(address, here) if address else "")

    def theme(key: str) -> Ref:
        address = theme_address(key) if key in shelf.register.themes else None
        return Ref(text=theme_title(key, shelf), url=link(address, here) if address else "")

    if any(part.key for part in year.by_committee):
        yield _table("committee", year.by_committee, committee, behind)
    if year.by_theme:
        yield _table(
            "theme", year.by_theme, theme, behind,
            BY_THEME,
        )  # fmt: skip
    if len(year.by_measure) > 1:
        yield _table("measure", year.by_measure, lambda key: Ref(text=sentence(key)), behind)


def theme_title(key: str, shelf: Shelf) -> str:
    """What a theme is called, or its key where the register does not list it."""
    known = shelf.register.themes.get(key)
    return known.title if known else key


def new_view(year: CouncilYear, behind: Behind) -> NewView:
    """What is new, what only takes another's place, and what takes up an earlier plan."""
    parts = sorted(year.by_nature, key=lambda part: list(NATURES).index(part.key))
    return NewView(
        sentences=tuple(_new(parts)),
        follows=behind.number(year.follows, "takes up a case of an earlier plan", "case")
        if year.follows
        else None,
        table=None
        if len(parts) == 1
        else _table(
            "new", parts, lambda key: Ref(text=sentence(NATURES[key])), behind,
            "What a form calls a saving is added to savings only where the text of the same paper "
            "describes nothing else. Each line is added up by itself.",
            column="What the text describes",
        ),
    )  # fmt: skip


def partner_view(year: CouncilYear, behind: Behind) -> PartnerView:
    """What depends on a partner, as far as files say so."""
    return PartnerView(
        sentences=tuple(_on_partners(year)),
        row=_row(year.on_partners, Ref(text="depends on a partner"), behind),
        why=tuple(
            (sentence(words), behind.number(those, words, "case"))
            for why, words in PARTNERS.items()
            if (those := [found.path for found in year.partners if why in found.why])
        ),
    )


def few_view(year: CouncilYear, behind: Behind) -> FewView | None:
    """The few large cases of the largest total; None where there are hardly any cases."""
    found = year.few_and_many
    if found is None:
        return None
    (total, *_) = year.whole.totals
    amounts = {one.path: one.headline.amount for one in total.ones if one.headline}
    return FewView(
        sentence=found.sentence,
        large=tuple(
            LargeCase(case=behind.case(path), amount=format_amount(amounts[path]))
            for path in found.large
        ),
        small=behind.number(found.small, "one of the many smaller cases", "other case"),
    )


def totals_said(added: AddedUp) -> str:
    """``£1.4 million (saving, 3 cases) and £200,000 (income, 1 case)``; or nothing."""
    said = [
        f"{total_words(total)} "
        f"({measured(total.measure, total.qualities)}, {count(len(total.ones), 'case')})"
        for total in added.totals
        if total.amount is not None
    ]
    return joined(said) if said else ""


def _on_partners(year: CouncilYear) -> Iterator[str]:
    """Of how many cases the papers say it, and how many only stand on such a theme."""
    themed = sum(found.why == (Partner.THEME,) for found in year.partners)
    said = len(year.partners) - themed
    of = sum(len(part.paths) for part in year.by_nature)
    if said == of == 1:
        yield "By its paper, the case depends on a partner."
    elif said:
        verb = "depends" if said == 1 else "depend"
        yield f"By their papers, {said} of {count(of, 'case')} {verb} on a partner."
    else:
        yield "No case is noted here as having an amount that a partner pays or shares."
    if themed:
        verb = "stands" if themed == 1 else "stand"
        number = f"{themed} more" if said else f"{themed}"
        yield (
            f"{number} {verb} on a theme that is about working with others, and may depend on a "
            "partner for more than money."
        )


def _new(parts: Sequence[Part]) -> Iterator[str]:
    """How much is what it is called, and how much is something else."""
    if [part.key for part in parts] in ([AS_CALLED], [AS_CALLED, NO_HEADLINE]):
        yield ONE_AS_CALLED if sum(len(part.paths) for part in parts) == 1 else ALL_AS_CALLED
        return
    yield NEW_OR_NOT
    for part in parts:
        said = totals_said(part.added)
        if part.key == AS_CALLED:
            yield f"The totals above hold {said}." if said else "Nothing is in a total."
        elif said and part.key == Nature.INCOME_GIVEN_UP:
            yield f"They do not hold {said}: it only takes the place of income that is given up."
        elif said:
            yield f"They do not hold {said}: by the text it is {NATURES[part.key]}."


def _table(  # noqa: PLR0913 - a table is told whole
    id_: str,
    parts: Sequence[Part],
    named: Callable[[str], Ref],
    behind: Behind,
    note: str = "",
    *,
    column: str = "",
) -> PartTable:
    return PartTable(
        id=f"by-{id_}",
        title=f"By {(column or id_)[:1].lower()}{(column or id_)[1:]}",
        column=column or sentence(id_),
        note=note,
        rows=tuple(_row(part, named(part.key), behind) for part in parts),
    )


def _row(part: Part, name: Ref, behind: Behind) -> PartRow:
    left = [item.one.path for item in part.added.left_out]
    return PartRow(
        name=name,
        cases=behind.number(part.paths, name.text),
        totals=tuple(_total(total, name, behind) for total in part.added.totals),
        left=behind.number(left, f"{name.text}, in no total"),
    )


def _total(total: Total, name: Ref, behind: Behind) -> PartTotal:
    paths = [one.path for one in total.ones]
    what = measured(total.measure, total.qualities)
    return PartTotal(
        amount=sentence(total_words(total) or NOT_ADDED),
        what=what,
        cases=behind.number(paths, f"{name.text}, in the total of {what}", "case"),
    )
