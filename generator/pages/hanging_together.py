"""How the figures of a case hang together, in sentences.

Each relation is told in words, with who says so: the document, on a line, or a careful
reader, for a reason. Whether the sums come out is for the audit to say and is not said
here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.core.amounts import plain_number
from generator.core.once import once
from generator.core.relations import Form, Grounds, Relation
from generator.pages.addresses import Ref
from generator.pages.naming import Named, Names, named, names_of
from generator.pages.phrases import place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.core.case import Case
    from generator.core.relations import Term


@dataclass(frozen=True, kw_only=True, slots=True)
class RelationView:
    """A relation as a sentence.

    Attributes:
        words: the pieces of the sentence in order; the names of figures are links.
        grounds: who says so, and where or why.
    """

    words: tuple[Ref, ...]
    grounds: str

    @property
    def text(self) -> str:
        """The sentence without its links."""
        return "".join(piece.text for piece in self.words)


@once
def relation_views(case: Case, others: Mapping[str, Case]) -> tuple[RelationView, ...]:
    """Every relation of a case; `others` are the cases that it may name, by path."""
    names = names_of(case)
    return tuple(
        RelationView(words=_sentence(names, relation, others), grounds=_grounds(relation))
        for relation in case.relations
    )


def _sentence(names: Names, relation: Relation, others: Mapping[str, Case]) -> tuple[Ref, ...]:
    """The pieces of the sentence, with a capital letter at its beginning."""
    first, *rest = _pieces(names, relation, others)
    capital = Ref(text=first.text[:1].upper() + first.text[1:], url=first.url)
    return (capital, *rest, Ref(text="."))


def _pieces(  # noqa: PLR0911 - one return for each form
    names: Names, relation: Relation, others: Mapping[str, Case]
) -> list[Ref]:
    known = {name: named(names, name, others) for name in relation.names}
    result = known[relation.result]
    terms = [known[term.name] for term in relation.terms if term.name]
    match relation.form:
        case Form.ADDS_UP:
            return [result.ref(), Ref(text=f" adds up: {_ways(relation)}")]
        case Form.RUNNING_TOTAL:
            return _joined(result, [(" is the running total of ", terms[0])])
        case Form.SHARE if relation.percent is not None:
            return _joined(result, [(f" is {plain_number(relation.percent)}% of ", terms[0])])
        case Form.SHARE:
            percent = known[relation.percent_name or ""]
            return _joined(result, [(" is a share of ", terms[0]), (": as many % as ", percent)])
        case Form.SAME:
            words = (" is the same as ", *(" and as " for _ in terms[1:]))
            return _joined(result, list(zip(words, terms, strict=True)))
        case Form.SUM:
            return _joined(result, list(zip(_signs(relation, " is "), terms, strict=True)))
        case Form.MEAN:
            words = (" is the mean of ", *_between(len(terms)))
            return _joined(result, list(zip(words, terms, strict=True)))
        case Form.PRODUCT:
            return [result.ref(), Ref(text=" is "), *_factors(relation, known)]
        case Form.COMES_FROM:
            series = list(zip(_signs(relation, " comes from "), terms, strict=True))
            return [*_joined(result, series), *_rate(relation, known)]


def _joined(first: Named, others: Sequence[tuple[str, Named]]) -> list[Ref]:
    """A name, and others with the words before them; a table is named when it changes."""
    pieces = [first.ref()]
    before = first
    for words, name in others:
        pieces += [Ref(text=words), name.ref(before)]
        before = name
    return pieces


def _ways(relation: Relation) -> str:
    ways = []
    if relation.by_row:
        ways.append("each row across to its total")
    if relation.by_column:
        ways.append("each column down to its total")
    return " and ".join(ways)


def _between(terms: int) -> Iterator[str]:
    """The words before the second and each further of so many names."""
    for number in range(2, terms + 1):
        yield " and " if number == terms else ", "


def _factors(relation: Relation, known: Mapping[str, Named]) -> Iterator[Ref]:
    """The factors of a product, with what stands between them."""
    for number, term in enumerate(relation.terms):
        if number > 0 or term.sign < 0:
            yield Ref(text=" × " if term.sign > 0 else " ÷ " if number > 0 else "1 ÷ ")
        yield known[term.name].ref() if term.name else Ref(text=_number(term))


def _number(term: Term) -> str:
    number = term.number or Decimal(0)
    return f"{plain_number(number.scaleb(2))}%" if term.percent else plain_number(number)


def _rate(relation: Relation, known: Mapping[str, Named]) -> Iterator[Ref]:
    """The discount rate of what comes from a series of years, where one is named."""
    if relation.percent is not None:
        yield Ref(text=f", at {plain_number(relation.percent)}%")
    elif relation.percent_name:
        yield Ref(text=", at ")
        yield known[relation.percent_name].ref()


def _signs(relation: Relation, verb: str) -> Iterator[str]:
    """The words before the terms of a sum, the first behind a verb such as `` is ``."""
    for number, term in enumerate(relation.terms):
        if number == 0:
            yield verb if term.sign > 0 else f"{verb}minus "
        else:
            yield " plus " if term.sign > 0 else " less "


def _grounds(relation: Relation) -> str:
    where = f", {place(relation.lines)}" if relation.lines else ""
    if relation.grounds is Grounds.READ_AS:
        return f"Our reading{where}{f': {relation.reason}' if relation.reason else ''}"
    if not relation.lines and not relation.reason:
        adds_up = relation.form is Form.ADDS_UP
        return "The document prints the totals" if adds_up else "The document sets it out so"
    return f"The document{where}{f': {relation.reason}' if relation.reason else ''}"
