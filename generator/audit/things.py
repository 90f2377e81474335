"""What the audit says of things that are no figures: a risk, an option, a criterion, an answer.

They have a name, a title and a line like a figure and no amount, so that a finding can point
at them as it points at figures; what is said of them rests on no sum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.audit.checks import cases_of
from generator.audit.findings import Finding, Level, Tested, Where
from generator.core.figures import Context
from generator.core.naming import Described

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.audit.checks import Run
    from generator.audit.subject import Subject
    from generator.core.amounts import Amount
    from generator.core.options import Option
    from generator.core.risks import Risk
    from generator.core.scalars import Lines

MOST_NAMED = 5


def where_whole(run: Run, *fields: str) -> Run:
    """The check `run`, silent where one of these fields of the case could not be read whole.

    What is missing from a field with a problem may well stand in the document.
    """

    def careful(subject: Subject) -> Iterable[Tested]:
        lost = set(fields) & set(subject.case.unreadable)
        return () if lost else run(subject)

    return careful


def thing(
    subject: Subject, name: str, text: str, lines: Lines | None, amount: Amount | None = None
) -> Where:
    """Something with a place in a case, such as ``risks.2``, called `text` in quotation marks."""
    context = Context(lines=lines)
    figure = Described(case=subject.path, name=name, text=text, context=context)
    return Where(figure=figure, amount=amount)


def risk_at(subject: Subject, risk: Risk) -> Where:
    """A risk with its title and its line."""
    name = risk.id or str(subject.case.risks.index(risk) + 1)
    return thing(subject, f"risks.{name}", f"“{risk.title}”", risk.line)


def option_at(subject: Subject, option: Option) -> Where:
    """An option with its title, its line and the total that is printed for it."""
    name = option.id or str(subject.case.options.index(option) + 1)
    return thing(subject, f"options.{name}", f"“{option.title}”", option.line, option.total)


def remark(  # noqa: PLR0913 - a finding says all of this
    code: str,
    level: Level,
    where: Sequence[Where],
    *,
    title: str,
    explanation: str,
    question: str,
    assumption: str = "",
) -> Tested:
    """A finding that rests on no sum. `where` holds at least what it is about."""
    sentences = (explanation, f"{assumption}." if assumption else "")
    finding = Finding(
        code=code,
        level=level,
        title=title,
        explanation=" ".join(sentence for sentence in sentences if sentence),
        question=question,
        cases=cases_of(*where),
        published=where[0].amount,
        where=tuple(where),
        assumption=assumption,
    )
    figures = ((each.figure.case, each.figure.name) for each in where if each.amount is not None)
    return Tested(code=code, figures=tuple(dict.fromkeys(figures)), finding=finding)


def joined(names: Sequence[str], *, most: int = MOST_NAMED) -> str:
    """Names as a sentence lists them: ``a, b and c``; of many the first and how many more."""
    if len(names) > most + 1:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def placed(where: Where) -> str:
    """What stands in a list of its kind: ``“Builders leave” (line 12)``."""
    lines = where.figure.context.lines
    if lines is None:
        return where.figure.text
    word = "line" if lines.first == lines.last else "lines"
    return f"{where.figure.text} ({word} {str(lines).replace('-', ' to ')})"


def all_placed(where: Sequence[Where]) -> str:
    """Several such: ``“A” (line 12), “B” (line 13) and 4 more``."""
    return joined([placed(each) for each in where])


def numbered(count: int, one: str, many: str = "") -> str:
    """``1 risk``, ``3 risks``; `many` where the plural is not made with an s."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"
