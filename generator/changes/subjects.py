"""What a change is about, in words: a figure with its meaning, an item by its name, a field.

A figure is never named without what it measures, its period and its basis, as far as the paper
states them. In a table the labels often say so already; then it is not said twice. That a
figure counts in the year that it is for goes without saying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.core.case import Section
from generator.core.deciding import Decision, Link, Person
from generator.core.figures import (
    Axis,
    Benefit,
    Claim,
    Context,
    Description,
    Figure,
    Headline,
    Milestone,
    Split,
    Stakeholder,
    Table,
    Target,
)
from generator.core.impacts import GroupAnswer
from generator.core.naming import context_of_headline
from generator.core.options import Assessment, Criterion, Option
from generator.core.period_forms import Form
from generator.core.phrases import in_period, measured, period_words
from generator.core.relations import Relation
from generator.core.risks import Dependency, Risk
from generator.core.words import Basis, LinkKind, Measure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.core.periods import Period

LINKS = {LinkKind.SAME_INITIATIVE: "same initiative as", LinkKind.RELATED: "related to"}
YEARS = (Form.YEAR, Form.FINANCIAL_YEAR)


def nearest(owner: Any) -> Any:  # noqa: ANN401 - a record of the model, or several
    """Of the records that give a value its meaning, the innermost."""
    return owner[-1] if isinstance(owner, tuple) else owner


def for_period(period: Period) -> str:
    """``for 2016/17``, ``from 2014/15 to 2016/17``, ``over 3 years``, ``each year``."""
    words = in_period(period)
    return f"for {words.removeprefix('in ')}" if words.startswith("in ") else words


def basis_stated(context: Context) -> str:
    """The basis, where the paper states one and the period does not say as much."""
    year = context.period is not None and context.period.meant.form in YEARS
    if context.basis is None or context.basis is Basis.NOT_STATED:
        return ""
    if context.basis is Basis.IN_YEAR and year:
        return ""
    return context.basis.value


def about(context: Context) -> str:
    """``gross saving, for 2018/19, over the plan``; empty where nothing is known."""
    counted = context.measure is Measure.COUNT  # the unit says what is counted
    parts = (
        measured(None if counted else context.measure, context.qualities),
        for_period(context.period) if context.period else "",
        basis_stated(context),
    )
    return ", ".join(filter(None, parts))


def headline_subject(headline: Headline) -> str:
    """``the saving for 2018/19``, ``the gross saving from 2014/15 to 2016/17 (over the plan)``."""
    context = context_of_headline(headline)
    when = f" {for_period(headline.period)}" if headline.period else ""
    more = ["" if headline.period else "period not stated", basis_stated(context)]
    bracket = f" ({', '.join(filter(None, more))})" if any(more) else ""
    return f"the {measured(headline.measure, headline.qualities)}{when}{bracket}"


def figure_subject(figure: Figure) -> str:
    """``“direct programme cost” (cost, over 3 years, over the plan)``."""
    return f"“{figure.what}”{_bracket(about(figure.context))}"


def claim_subject(claim: Claim) -> str:
    """``the payback``, ``the NPV (of the whole programme, over 10 years)``."""
    return f"the {claim.claim}{_bracket(listed(claim.what or '', about(claim.context)))}"


def cell_subject(table: Table, row: Axis, column: Axis) -> str:
    """``Cost by role, Programme manager, 2014/15``, with what these do not say in brackets."""
    context = row.context.over(column.context.over(table.context))
    named = f"{table.title}, {row.label or 'row without a label'}, {column.label}".rstrip(", ")
    lower, period = named.casefold(), context.period
    parts = (
        (context.measure or "", context.measure or ""),
        (period.printed, period_words(period)) if period else ("", ""),
        (basis_stated(context), basis_stated(context)),
    )
    more = (said for printed, said in parts if not _stands(printed, said, within=lower))
    return f"{named}{_bracket(listed(*more))}"


def _stands(*words: str, within: str) -> bool:
    return any(word and word.casefold() in within for word in words)


def _split(headline: Headline, split: Split) -> str:
    return f"the part “{split.name}” of {headline_subject(headline)}"


def _target(benefit: Benefit, target: Target) -> str:
    when = for_period(target.period) if target.period else f"“{target.label}”"
    return f"the target {when} of the benefit “{benefit.benefit}”"


def _score(option: Option, assessment: Assessment) -> str:
    return f"the score of {option_name(option)} on “{assessment.criterion}”"


AMOUNTS: Mapping[type, Callable[..., str]] = {
    Headline: headline_subject,
    Split: _split,
    Figure: figure_subject,
    Claim: claim_subject,
    Axis: cell_subject,
    Benefit: lambda benefit: f"the baseline of the benefit “{benefit.benefit}”",
    Target: _target,
    Criterion: lambda criterion: f"the weight of the criterion “{criterion.title}”",
    Assessment: _score,
    Option: lambda option: f"the total score of {option_name(option)}",
}


def amount_subject(owner: Any) -> str:  # noqa: ANN401 - a record of the model, or several
    """The subject of a sentence on an amount, by the records that give it its meaning."""
    records = owner if isinstance(owner, tuple) else (owner,)
    return AMOUNTS[type(records[-1])](*records)


def option_name(option: Option) -> str:
    """``option 3 (“Shared service”)``, or ``the option “Shared service”``."""
    if option.number is None:
        return f"the option “{option.title}”"
    return f"option {option.number} (“{option.title}”)"


def decision_name(step: Decision) -> str:
    """``the decision of the Cabinet (full business case)``."""
    body = f" of {_the(step.body)}" if step.body else ""
    return f"the decision{body}{_bracket(step.stage or '')}"


def _the(body: str) -> str:
    first = body.split(" ", 1)[0].lower()
    return body if first in ("the", "all", "members") else f"the {body}"


def _person(person: Person) -> str:
    return person.name or f"the {person.role}"


def link_words(link: Link) -> str:
    """``follows cambridgeshire/2018-19/shared-services``, ``part of “The city deal”``."""
    return f"{LINKS.get(link.kind, link.kind)} {link.case or f'“{link.name}”'}"


def _relation(relation: Relation) -> str:
    return f"how “{relation.result}” hangs together with other figures"


NAMES: Mapping[type, Callable[..., str]] = {
    Headline: lambda _: "the headline",
    Description: lambda one: f"the description of the headline as “{one.kind}”",
    Split: lambda split: f"the part “{split.name}” of the headline",
    Table: lambda table: f"the table “{table.title}”",
    Figure: lambda figure: f"the figure “{figure.what}”",
    Claim: lambda claim: f"the {claim.claim}{_bracket(claim.what or '')}",
    Benefit: lambda benefit: f"the benefit “{benefit.benefit}”",
    Target: lambda target: f"the target “{target.label}”",
    Milestone: lambda milestone: f"the milestone “{milestone.milestone}”",
    Stakeholder: lambda stakeholder: f"the stakeholder “{stakeholder.stakeholder}”",
    Person: _person,
    Decision: decision_name,
    Link: lambda link: f"the link “{link_words(link)}”",
    Option: option_name,
    Criterion: lambda criterion: f"the criterion “{criterion.title}”",
    Assessment: lambda assessment: f"the view on “{assessment.criterion}”",
    Risk: lambda risk: f"the risk “{risk.title}”",
    Dependency: lambda dependency: f"the dependency “{dependency.title}”",
    GroupAnswer: lambda answer: f"the answer on {answer.group}",
    Section: lambda section: f"the text under “{section.heading}”",
    Relation: _relation,
}


def name_of(owner: Any) -> str:  # noqa: ANN401 - a record of the model, or several
    """An item by its name: ``the risk “Timescales slip”``; empty for the case itself."""
    match owner:
        case (Table() as table, Axis() as axis):
            line = "column" if axis in table.columns else "row"
            return f"the {line} “{axis.label}” of “{table.title}”"
        case (Option() as option, Assessment() as assessment):
            return f"the view of {option_name(option)} on “{assessment.criterion}”"
        case (Benefit() as benefit, Target() as target):
            return f"the target “{target.label}” of the benefit “{benefit.benefit}”"
        case _:
            record = nearest(owner)
            name = NAMES.get(type(record))
            return name(record) if name else ""


def listed(*parts: str) -> str:
    """Parts that are there, with commas between them."""
    return ", ".join(filter(None, parts))


def _bracket(text: str) -> str:
    return f" ({text})" if text else ""
