"""Options: whether a paper that compares ways of going about it has compared them.

A choice can be followed where doing nothing is one of the options, where one option of each
group is preferred, and where what the options are to be judged by is what they are judged by.
What a paper does not set out to compare is no gap: models that are only named, or a proposal
that is itself held against criteria.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.audit.checks import Check, Family, capital
from generator.audit.findings import Level
from generator.audit.things import all_placed, joined, option_at, placed, remark, thing, where_whole
from generator.core.words import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.audit.findings import Tested
    from generator.audit.subject import Subject
    from generator.core.options import Criterion, Option

ONE_EACH = "One option is taken to be asked for"
FOR_OPTIONS = "The criteria are taken to be for judging the options"


def groups_of(subject: Subject) -> dict[str, list[Option]]:
    """The options by the choice that they belong to; those of no group are one choice."""
    groups: dict[str, list[Option]] = {}
    for option in subject.case.options:
        groups.setdefault(option.group or "", []).append(option)
    return groups


def compared(options: Sequence[Option]) -> bool:
    """Whether there is a choice of which the document concludes or judges anything."""
    weighed = any(o.assessments or o.outcome is not Outcome.NOT_STATED for o in options)
    return len(options) > 1 and weighed


def _of(group: str) -> str:
    return f" of the group “{group}”" if group else ""


def _no_do_nothing(subject: Subject) -> Iterator[Tested]:
    """A note where options are compared and none of them is to change nothing."""
    options = subject.case.options
    if not compared(options) or any(option.do_nothing for option in options):
        return
    where = [option_at(subject, option) for option in options]
    said = f"{len(options)} options are compared, and none of them is to do nothing"
    yield remark(
        "no-do-nothing",
        Level.NOTE,
        where,
        title=said,
        explanation=f"{capital(said)}: {all_placed(where)}. What each would change cannot be read "
        "off against things as they are.",
        question="What would it cost, save or mean for people to leave things as they are?",
    )


def _preferred(subject: Subject) -> Iterator[tuple[str, list[Option], list[Option]]]:
    """Each choice that is made: its group, its options, and those that are preferred."""
    for group, options in groups_of(subject).items():
        if compared(options):
            yield group, options, [o for o in options if o.outcome is Outcome.PREFERRED]


def _two_preferred(subject: Subject) -> Iterator[Tested]:
    """A warning for each choice with more than one preferred option."""
    for group, _, preferred in _preferred(subject):
        if len(preferred) < 2:
            continue
        where = [option_at(subject, option) for option in preferred]
        said = f"{len(preferred)} options{_of(group)} are said to be preferred"
        yield remark(
            "two-preferred",
            Level.WARNING,
            where,
            title=said,
            explanation=f"{said}: {all_placed(where)}.",
            question=f"{said}: {all_placed(where)}. Is one of them proposed, or are they to be "
            "combined?",
            assumption=ONE_EACH,
        )


def _none_preferred(subject: Subject) -> Iterator[Tested]:
    """A note for each choice of which the document prefers nothing."""
    for group, options, preferred in _preferred(subject):
        if preferred:
            continue
        where = [option_at(subject, option) for option in options]
        short = sum(option.outcome is Outcome.SHORT_LISTED for option in options)
        several = f"; {short} {'is' if short == 1 else 'are'} short-listed" if short else ""
        said = f"None of the {len(options)} options{_of(group)} is said to be preferred{several}"
        yield remark(
            "none-preferred",
            Level.NOTE,
            where,
            title=said,
            explanation=f"{said}: {all_placed(where)}.",
            question=f"{said}. Which one is proposed, and why?",
        )


def _appraisal_missing(subject: Subject) -> Iterator[Tested]:
    """Criteria by which no option is judged, or some of a group are and others are not."""
    case = subject.case
    against = len(case.options) > 1 or any(option.do_nothing for option in case.options)
    if not case.criteria or not against:
        return
    if not any(option.assessments for option in case.options):
        yield _nothing_judged(subject)
    for group, options in groups_of(subject).items():
        # A group of which no option is judged may have grounds of its own.
        used = [c for c in case.criteria if any(_judged(option, c) for option in options)]
        gaps = [(o, [c for c in used if not _judged(o, c)]) for o in options]
        gaps = [(option, missing) for option, missing in gaps if missing]
        if gaps:
            yield _partly_judged(subject, group, len(options), gaps)


def _judged(option: Option, criterion: Criterion) -> bool:
    """Whether the document says how an option does on a criterion, named by id or title."""
    return any(a.criterion in (criterion.id, criterion.title) for a in option.assessments)


def _nothing_judged(subject: Subject) -> Tested:
    case = subject.case
    criteria = [
        thing(subject, f"criteria.{n}", f"“{c.title}”", c.line)
        for n, c in enumerate(case.criteria, start=1)
    ]
    options = [option_at(subject, option) for option in case.options]
    one = len(criteria) == 1
    said = "A criterion is set out" if one else f"{len(criteria)} criteria are set out"
    said += f", and no option is judged by {'it' if one else 'them'}"
    return remark(
        "appraisal-missing",
        Level.WARNING,
        [*criteria, *options],
        title=said,
        explanation=f"{said}: {all_placed(criteria)}. To choose from: {all_placed(options)}.",
        question=f"How {'does' if len(options) == 1 else 'do'} {all_placed(options)} do on "
        f"{all_placed(criteria)}?",
        assumption=FOR_OPTIONS,
    )


def _partly_judged(
    subject: Subject, group: str, number: int, gaps: Sequence[tuple[Option, list[Criterion]]]
) -> Tested:
    where = [option_at(subject, option) for option, _ in gaps]
    missing = [joined([f"“{criterion.title}”" for criterion in cs]) for _, cs in gaps]
    parts = [f"of {placed(w)} on {on}" for w, on in zip(where, missing, strict=True)]
    title = f"{len(gaps)} of the {number} options{_of(group)} "
    title += f"{'is' if len(gaps) == 1 else 'are'} not judged by every criterion"
    return remark(
        "appraisal-missing",
        Level.NOTE,
        where,
        title=title,
        explanation=f"Other options are judged by these criteria. Nothing is said "
        f"{'; '.join(parts)}.",
        question=f"How {'does' if len(where) == 1 else 'do'} {all_placed(where)} do on "
        f"{joined(list(dict.fromkeys(missing)))}?",
    )


CHECKS = (
    Check(
        code="no-do-nothing",
        family=Family.OPTIONS,
        title="Options without doing nothing",
        about="What an option changes shows against things as they are. A paper that compares "
        "options usually has doing nothing as one of them, if only to rule it out.",
        formula="one of the options is to change nothing",
        speaks="A note where two or more options are compared, and none is to do nothing.",
        run=where_whole(_no_do_nothing, "options"),
    ),
    Check(
        code="two-preferred",
        family=Family.OPTIONS,
        title="Two preferred options in one choice",
        about="A paper can make several choices side by side, each a group of options. In one "
        "choice a reader expects one preferred option.",
        formula="one preferred option in each group",
        speaks="Warning where a group has two or more, since they may be meant to be combined.",
        run=where_whole(_two_preferred, "options"),
    ),
    Check(
        code="none-preferred",
        family=Family.OPTIONS,
        title="A choice without a preferred option",
        about="A paper may leave a choice open for those who decide. Where it says what it makes "
        "of its options and prefers none, a reader should know that the choice is open.",
        formula="one preferred option in each group",
        speaks="A note where two or more options are judged or ruled on, and none is preferred.",
        run=where_whole(_none_preferred, "options"),
    ),
    Check(
        code="appraisal-missing",
        family=Family.OPTIONS,
        title="Criteria that options are not judged by",
        about="A paper that sets out criteria says that its options are judged by them. Criteria "
        "that judge the proposal alone, where there is nothing to choose from, leave no gap.",
        formula="each option is judged by each criterion",
        speaks="Warning where no option is judged by any criterion, since the criteria may be "
        "meant for something else. Note where some options of a choice are judged by a criterion "
        "and others are not.",
        run=where_whole(_appraisal_missing, "options", "criteria"),
    ),
)
