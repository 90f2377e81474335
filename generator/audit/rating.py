"""A risk's printed rating against what it follows from: a product, a matrix, or the other rows.

A rating is printed as a number, a colour or both: ``12``, ``Amber``, ``12 Amber``. A number is
held against likelihood times impact, a word against the council's own matrix, and where the
register has none, against the other risks of the log.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.audit.checks import called
from generator.audit.findings import Level, Step, Tested, Verdict, Working
from generator.audit.things import placed, remark, risk_at
from generator.core.amounts import NUMBER, exactly
from generator.core.scales import RANKS, at_most

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.audit.subject import Subject
    from generator.core.risks import Matrix, Risk

CODE = "risk-score"
MULTIPLIES = "The score is taken to be likelihood multiplied by impact"
ONE_MATRIX = "The log is taken to use the one matrix that the register holds for its council"
FOLLOWS = "The colour is taken to follow from likelihood and impact alone"
# Yellow, amber and orange are one step: most councils use one of them, by either name.
COLOURS = {"green": 0, "yellow": 1, "amber": 1, "orange": 1, "red": 2}


@dataclass(frozen=True, kw_only=True, slots=True)
class Rating:
    """A risk that is scored both ways and rated; `number` and `word` are parts of the rating."""

    risk: Risk
    likelihood: str
    impact: str
    number: int | None
    word: str

    @property
    def product(self) -> int | None:
        """Likelihood times impact, where both are numbers."""
        numbers = self.likelihood.isdigit() and self.impact.isdigit()
        return int(self.likelihood) * int(self.impact) if numbers else None

    @property
    def adds(self) -> bool:
        """Whether the printed number is likelihood and impact added."""
        return self.product is not None and self.number == int(self.likelihood) + int(self.impact)

    @property
    def gravity(self) -> tuple[str, Fraction] | None:
        """How grave the word is among its kind; of “amber/red” what lies between."""
        if self.word in RANKS:
            return "ranks", Fraction(RANKS.index(self.word))
        colours = re.findall("[a-z]+", self.word)
        if not colours or not set(colours) <= set(COLOURS):
            return None
        return "colours", Fraction(sum(COLOURS[colour] for colour in colours), len(colours))


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A council's matrix, and whether the log names it itself."""

    matrix: Matrix
    named: bool

    @property
    def words(self) -> set[str]:
        """Every rating that the matrix gives, in small letters."""
        return {word.lower() for row in self.matrix.rows for word in row.words}


def matrix_of(subject: Subject) -> Found | None:
    """The matrix that the log names, else the only one of the council."""
    matrices = subject.council.matrices if subject.council else ()
    log = subject.case.risk_log
    if log and log.matrix:
        named = next((matrix for matrix in matrices if matrix.id == log.matrix), None)
        return Found(matrix=named, named=True) if named else None
    return Found(matrix=matrices[0], named=False) if len(matrices) == 1 else None


def run_ratings(subject: Subject) -> Iterator[Tested]:
    """Each rating of the log against its product, and against the matrix or the other ratings."""
    ratings = [rating for risk in subject.case.risks if (rating := _rating(risk))]
    found = matrix_of(subject)
    words = found.words if found else set()
    by_matrix = [rating for rating in ratings if _in_words(rating, words)]
    if found and by_matrix:
        yield from _by_matrix(subject, found, by_matrix)
    else:
        yield from _by_rows(subject, ratings)
    if not any(word.isdigit() for word in words):
        yield from _numbers(subject, [rating for rating in ratings if rating.product is not None])


def _rating(risk: Risk) -> Rating | None:
    if not (risk.likelihood and risk.impact and risk.rag):
        return None
    numbers = re.findall(r"\d{1,4}", risk.rag)
    word = " ".join(re.sub(r"[^a-z/ -]", " ", risk.rag.lower()).split())
    return Rating(
        risk=risk,
        likelihood=risk.likelihood,
        impact=risk.impact,
        number=int(numbers[0]) if len(numbers) == 1 else None,
        word=word,
    )


def _in_words(rating: Rating, words: set[str]) -> str:
    """The part of a rating that is one of the matrix's, or nothing."""
    parts = (rating.word, "" if rating.number is None else str(rating.number))
    return next((part for part in parts if part and part in words), "")


def _by_matrix(subject: Subject, found: Found, ratings: Sequence[Rating]) -> Iterator[Tested]:
    for rating in ratings:
        given = found.matrix.word(rating.likelihood, rating.impact)
        if given is None or _in_words(rating, found.words) == given.lower():
            continue
        where = risk_at(subject, rating.risk)
        scores = f"likelihood {rating.likelihood} and impact {rating.impact}"
        yield remark(
            CODE,
            Level.ERROR if found.named else Level.WARNING,
            [where],
            title=f"The risk {where.figure.text} is rated {rating.risk.rag}; the council's matrix "
            f"gives {given}",
            explanation=f"The log gives {scores}. For these the council's own matrix, "
            f"“{found.matrix.id}”, gives {given}; printed is {rating.risk.rag}.",
            question=f"The risk {called(where)}, is rated {rating.risk.rag} with {scores}, for "
            f"which the council's matrix gives {given}. Which rating holds?",
            assumption="" if found.named else ONE_MATRIX,
        )


def _by_rows(subject: Subject, ratings: Sequence[Rating]) -> Iterator[Tested]:
    """A finding for each risk that scores at least as high as others and is rated lower."""
    for rating in ratings:
        graver = [other for other in ratings if _graver(other, rating)]
        if not graver:
            continue
        first, *others = [risk_at(subject, one.risk) for one in (rating, *graver)]
        higher = [f"{placed(w)}: {_said(one)}" for w, one in zip(others, graver, strict=True)]
        yield remark(
            CODE,
            Level.WARNING,
            [first, *others],
            title=f"The risk {first.figure.text} is rated {rating.risk.rag}; another that scores "
            f"no higher is rated {graver[0].risk.rag}",
            explanation=f"The risk {called(first)}, is rated {_said(rating)}. Rated higher, with "
            f"scores that are no higher: {'; '.join(higher)}.",
            question=f"The risk {called(first)}, is rated {_said(rating)}, and "
            f"{placed(others[0])} {_said(graver[0])}. What else do the ratings take into account?",
            assumption=FOLLOWS,
        )


def _graver(other: Rating, rating: Rating) -> bool:
    """Whether `other` is rated graver although it scores no higher in either way."""
    if other.gravity is None or rating.gravity is None:
        return False
    lower = at_most(other.likelihood, rating.likelihood) and at_most(other.impact, rating.impact)
    same_kind = other.gravity[0] == rating.gravity[0]
    return lower and same_kind and other.gravity[1] > rating.gravity[1]


def _said(rating: Rating) -> str:
    return f"{rating.risk.rag}, with likelihood {rating.likelihood} and impact {rating.impact}"


def _numbers(subject: Subject, ratings: Sequence[Rating]) -> Iterator[Tested]:
    """Each printed number against its product; a log may also add, and then does so throughout."""
    printed = [rating for rating in ratings if rating.number is not None]
    adds = len(printed) > 1 and all(rating.adds for rating in printed)
    multiplies = any(rating.number == rating.product for rating in printed)
    for rating in printed:
        if adds or rating.number == rating.product:
            working = _working(rating, "+" if adds else "×", rating.number)
            yield Tested(code=CODE, verdict=Verdict.AGREES, working=working)
        else:
            yield _differs(subject, rating, proven=multiplies)


def _working(rating: Rating, sign: str, result: int | None) -> Working:
    steps = (Step(sign="", text=rating.likelihood), Step(sign=sign, text=rating.impact))
    return Working(steps=steps, result=str(result))


def _differs(subject: Subject, rating: Rating, *, proven: bool) -> Tested:
    """A rating that is not the product; `proven` where the log multiplies elsewhere."""
    number, product = Decimal(rating.number or 0), Decimal(rating.product or 0)
    working = _working(rating, "×", rating.product)
    risk = risk_at(subject, rating.risk)
    where = replace(risk, amount=exactly(number, NUMBER))
    tested = remark(
        CODE,
        Level.ERROR if proven else Level.WARNING,
        [where],
        title=f"The risk {where.figure.text} is rated {rating.risk.rag}; {working.text}",
        explanation=f"Likelihood times impact is {working.text}; printed is {rating.risk.rag}.",
        question=f"The risk {called(where)}, is rated {rating.risk.rag} with likelihood "
        f"{rating.likelihood} and impact {rating.impact}. Which of the three holds?",
        assumption="" if proven else MULTIPLIES,
    )
    finding = tested.finding and replace(
        tested.finding,
        recomputed=exactly(product, NUMBER),
        difference=exactly(number - product, NUMBER),
        working=working,
    )
    return replace(tested, verdict=Verdict.DIFFERS, working=working, finding=finding, figures=())
