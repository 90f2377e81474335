"""Money that is another one now, without a word on why.

A figure may be corrected, rebased, or decided anew, and the file has a place to say so. Where
it does not, a reader who saw the earlier figure cannot know which of the two to go by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.audit.checks import Check, Family, called
from generator.audit.findings import Level, Where
from generator.audit.things import joined, numbered, remark, thing
from generator.changes.compare import changes_between
from generator.changes.money import money_changes, pounds_moved
from generator.changes.named import named_anew
from generator.core.amounts import Amount
from generator.core.figures import Axis, Benefit, Claim, Figure, Headline, Split, Table, Target
from generator.core.identity import slug_of
from generator.core.money_format import as_printed
from generator.core.naming import describe
from generator.core.operands import HEADLINE, split_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.findings import Tested
    from generator.audit.subject import Subject
    from generator.changes.change import Change
    from generator.core.case import Case


def _silent_change(subject: Subject) -> Iterator[Tested]:
    """A warning where money differs from what the case said when it last named a version."""
    base = _last_named(subject)
    if base is None:
        return
    moved = money_changes(changes_between(base, subject.case))
    if not moved:
        return
    ordered = sorted(moved, key=pounds_moved, reverse=True)
    said = [(_where(subject, change), *_amounts(change)) for change in ordered]
    (first, before, after), *others = said
    more = f"; {numbered(len(others), 'other figure')} changed too" if others else ""
    each = [f"{called(where)}, as {now} (before: {then})" for where, then, now in said]
    yield remark(
        "silent-change",
        Level.WARNING,
        [where for where, _, _ in said],
        title=f"This register gave {first.figure.text} as {before} and now gives it as {after}, "
        f"without a reason{more}",
        explanation="For the same version of the document, this register now gives "
        f"{joined(each)}. It names neither a new version or date of the document nor a "
        "reason for the change.",
        question="Which of these figures does the document print, and why was it changed?",
        assumption="It may be a correction of how this register had read the document",
    )


def _last_named(subject: Subject) -> Case | None:
    """What the case said when something of its version's name was last new; None if that is now.

    What was edited before a version was named is part of that version.
    """
    states = (*subject.earlier, subject.case)
    named = named_anew(states)
    last = max((at for at, new in enumerate(named) if new), default=0)
    reason = [at for at in range(last + 1, len(states)) if _gives_a_reason(states, at)]
    base = max([last, *reason])
    return states[base] if base < len(states) - 1 else None


def _gives_a_reason(states: tuple[Case, ...], at: int) -> bool:
    """Whether the reason for a change is another one than before."""
    now, then = states[at].change, states[at - 1].change
    return now is not None and (then is None or now.reason != then.reason)


def _amounts(change: Change) -> tuple[str, str]:
    return _printed(change.before), _printed(change.after)


def _printed(value: object) -> str:
    if isinstance(value, Headline):
        return as_printed(value.amount)
    return as_printed(value) if isinstance(value, Amount) else "not given"


def _where(subject: Subject, change: Change) -> Where:
    """The figure that changed, as the case has it now."""
    owner = change.owners[1]
    now = change.after.amount if isinstance(change.after, Headline) else change.after
    amount = now if isinstance(now, Amount) else None
    name = _name(change, owner if isinstance(owner, tuple) else (owner,))
    if name and not (name == HEADLINE and subject.case.headline is None):
        return Where(figure=describe(subject.case, name), amount=amount)
    named = [step.after or step.before for step in change.path if step.key]
    text = f"“{', '.join(named)}”" if named else f"the {change.field}"
    return thing(
        subject, ".".join(step.key or step.field for step in change.path), text, None, amount
    )


def _name(change: Change, owners: tuple[object, ...]) -> str:
    """The name of the figure, as relations write it; empty where it has none."""
    match owners:
        case (Headline(),):
            return HEADLINE
        case (Headline(), Split(name=name)):
            return split_name(name)
        case (Figure(id=id_) | Claim(id=id_),):
            return id_
        case (Table(id=id_), Axis(id=row), Axis(id=column)):
            return f"{id_}.{row}.{column}"
        case (Benefit(id=id_), Target(label=label)):
            return f"{id_}.{slug_of(label)}"
    return HEADLINE if change.field == HEADLINE else ""


CHECKS = (
    Check(
        code="silent-change",
        family=Family.VERSIONS,
        title="Money changed without a reason",
        about="Each case is held against what this register said of it when it last named a "
        "version. An amount that is another one now needs a word on why: the document was "
        "published again, a decision was taken, or this register corrects how it had read it.",
        formula="an amount now = the same amount when the version was named",
        speaks="A warning where an amount in pounds is another one, or the headline came or went, "
        "and the file gives neither a new version, date or stage nor a new reason. What was "
        "edited before a version was named belongs to that version. Figures that were added to "
        "what this register holds, other spellings of the same amount and moved lines are no "
        "change.",
        run=_silent_change,
    ),
)
