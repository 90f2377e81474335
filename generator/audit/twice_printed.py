"""One saving in two places of a plan: two cases, two references, two cases that warn of it.

Every pair of cases would give chance agreements without end, so only cases are compared that
are linked: their headlines, and the parts that one of them splits by a reference of the other. A
part of a programme prints what the programme prints, and a case that follows another
repeats it: neither is counted twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.audit.alike import is_distinct
from generator.audit.checks import Check, Family, called, capital
from generator.audit.findings import Level
from generator.audit.things import joined, remark
from generator.audit.years import period_of, said
from generator.core.identity import normal_reference
from generator.core.operands import HEADLINE, Item, split_name
from generator.core.words import GAINS, LinkKind, SplitBy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.audit.findings import Tested, Where
    from generator.audit.subject import Subject
    from generator.core.case import Case
    from generator.core.figures import Split

# Cases that print the same saving with good reason.
ONE_WITHIN_OTHER = (LinkKind.PART_OF, LinkKind.FOLLOWS)


def _saving_twice(subject: Subject) -> Iterator[Tested]:
    yield from _under_two_references(subject)
    for other in _neighbours(subject):
        ours, theirs = _savings(subject, subject.case), _savings(subject, other)
        shared = _share_a_reference(subject.case, other)
        for mine, its in ((a, b) for a in ours for b in theirs):
            told = _one_by_reference(mine, its, other) or _one_by_reference(its, mine, subject.case)
            alike = shared or is_distinct(mine.amount.meant.number if mine.amount else None)
            if _equal(mine, its) and (told or (alike and _both_headlines(mine, its))):
                yield _in_two_cases(subject, mine, its, other)
                break


def _neighbours(subject: Subject) -> Iterator[Case]:
    """The cases that this one links to; of two that link to each other, the first path tells.

    Cases that nothing connects are not looked at: amounts are often alike by chance, and who
    looked at every pair would take the square of the register's size.
    """
    linked = sorted({str(link.case) for link in subject.case.links if link.case})
    for path in linked:
        other = subject.others.get(path)
        if other is None or path == subject.path or _stands_within(subject.case, other):
            continue
        if path > subject.path or not _links(other, subject.case):
            yield other


def _links(case: Case, other: Case) -> bool:
    return any(link.case == other.id for link in case.links)


def _stands_within(case: Case, other: Case) -> bool:
    pairs = ((case, other), (other, case))
    return any(
        link.case == b.id and link.kind in ONE_WITHIN_OTHER for a, b in pairs for link in a.links
    )


def _references(case: Case) -> set[str]:
    return {normal_reference(reference) for reference in case.references}


def _share_a_reference(case: Case, other: Case) -> bool:
    return bool(_references(case) & _references(other))


def _splits(case: Case) -> tuple[Split, ...]:
    splits = case.headline.splits if case.headline else ()
    return tuple(split for split in splits if split.by is SplitBy.REFERENCE)


def _savings(subject: Subject, case: Case) -> list[Where]:
    """The headline of a case and its parts by reference, as far as they are savings in pounds."""
    prefix = "" if case.id == subject.case.id else f"{case.id}#"
    if case.headline is None or case.headline.measure not in GAINS:
        return []
    named = {HEADLINE: case.headline.amount}
    named |= {split_name(s.name): s.amount for s in _splits(case)}
    where = [
        subject.where(Item(key="", name=f"{prefix}{name}", amount=amount))
        for name, amount in named.items()
    ]
    return [each for each in where if each.amount and each.amount.meant.number]


def _equal(one: Where, other: Where) -> bool:
    """Whether two savings are the same amount for periods that are the same or not stated."""
    mine, its = period_of(one), period_of(other)
    amounts = [each.amount.meant for each in (one, other) if each.amount]
    return amounts[0] == amounts[1] and (mine == its or mine is None or its is None)


def _both_headlines(one: Where, other: Where) -> bool:
    return one.figure.name == other.figure.name == HEADLINE


def _one_by_reference(part: Where, whole: Where, case: Case) -> bool:
    """Whether `part` is a part of a headline under a reference of `case`, whose headline it is."""
    references = {split_name(reference) for reference in case.references}
    return part.figure.name in references and whole.figure.name == HEADLINE


def _in_two_cases(subject: Subject, mine: Where, its: Where, other: Case) -> Tested:
    printed = said(mine)
    titles = f"“{subject.case.title}” and “{other.title}”"
    return remark(
        "saving-twice",
        Level.WARNING,
        (mine, its),
        title=f"{printed} is printed as a saving of both {titles}",
        explanation=f"In “{subject.case.title}”, {called(mine)}, is {printed}; in “{other.title}”, "
        f"{called(its)}, is {printed} too. The two cases are linked.",
        question=f"Is the {printed} of {titles} one saving, and is it counted once in the plan?",
        assumption="The two are one saving",
    )


def _under_two_references(subject: Subject) -> Iterator[Tested]:
    """A headline that two references each have whole."""
    headline, splits = subject.case.headline, _splits(subject.case)
    if headline is None or headline.measure not in GAINS or not headline.amount.meant.number:
        return
    whole = [s for s in splits if s.amount.meant == headline.amount.meant]
    if len(whole) > 1:
        items = [(HEADLINE, headline.amount)]
        items += [(split_name(s.name), s.amount) for s in whole]
        where = [subject.where(Item(key="", name=name, amount=a)) for name, a in items]
        printed, names = said(where[0]), joined([f"“{split.name}”" for split in whole])
        yield remark(
            "saving-twice",
            Level.WARNING,
            where,
            title=f"The headline is printed as {printed}, and so is its part under each of {names}",
            explanation=f"{capital(called(where[0]))}, is {printed} and is divided by reference. "
            f"The parts under {names} are {printed} each, as much as the whole.",
            question=f"Is the {printed} under {names} one saving, and is it counted once in the "
            "plan?",
            assumption="The parts are one saving",
        )


def _overlap_warned(subject: Subject) -> Iterator[Tested]:
    for link in subject.case.links:
        if link.kind is not LinkKind.OVERLAPS:
            continue
        other = subject.others.get(str(link.case)) if link.case else None
        titled = other.title if other else link.name or str(link.case or "another case")
        where = [*_headline(subject, subject.case), *(_headline(subject, other) if other else ())]
        if where:
            yield _overlap(where, titled, link.text or "")


def _headline(subject: Subject, case: Case) -> Iterable[Where]:
    if case.headline is None:
        return ()
    prefix = "" if case.id == subject.case.id else f"{case.id}#"
    item = Item(key="", name=f"{prefix}{HEADLINE}", amount=case.headline.amount)
    return (subject.where(item),)


def _overlap(where: list[Where], titled: str, text: str) -> Tested:
    amounts = joined([said(each) for each in where])
    why = f" {text.rstrip('.')}." if text else ""
    return remark(
        "overlap-warned",
        Level.WARNING,
        where,
        title=f"The document warns that {said(where[0])} here may overlap with “{titled}”",
        explanation=f"{capital(called(where[0]))}, is {said(where[0])}. The document itself says "
        f"that what it counts may overlap with “{titled}”.{why} The amounts printed are {amounts}; "
        "how much of them is the same money is not said by these figures.",
        question=f"How much of {said(where[0])} in {called(where[0])}, is also counted in "
        f"“{titled}”?",
        assumption="The two can only be added up once what they share is taken out",
    )


CHECKS = (
    Check(
        code="saving-twice",
        family=Family.DOUBLE,
        title="One saving in two cases",
        about="Two cases of a plan that print one saving count it twice in the plan's total. Only "
        "cases that are linked are compared; a part of a programme, and a case that follows "
        "another, repeat figures with good reason.",
        formula="one saving = one case and one reference",
        speaks="Warning where the headlines of two such cases are the same amount for the same "
        "period (with three digits or more, or with a shared reference), where a part under a "
        "reference is the headline of the case with that reference, and where two references of "
        "one case each have the whole headline.",
        run=_saving_twice,
    ),
    Check(
        code="overlap-warned",
        family=Family.DOUBLE,
        title="An overlap that the document warns of",
        about="Some documents say themselves that their savings overlap with those of another "
        "programme. Amounts of the two cannot simply be added up.",
        formula="saving of both = the two added up − what they share",
        speaks="Warning wherever a case is linked as one that overlaps with another.",
        run=_overlap_warned,
    ),
)
