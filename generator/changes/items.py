"""An item that was added or removed, with its essentials: what a reader needs to know of it.

"Risk added" alone would send everybody to look it up. So a risk comes with its scores, a figure
with its amount and meaning, a row with its cells, each in one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.changes.amounts import said_amount
from generator.changes.change import Series
from generator.changes.subjects import about, figure_subject, link_words, listed, option_name
from generator.core.amounts import State, plain_number
from generator.core.case import Section
from generator.core.deciding import Change, Consultation, Decision, Exempt, Link, Person
from generator.core.figures import (
    Benefit,
    Claim,
    Description,
    Figure,
    Headline,
    Milestone,
    Split,
    Stakeholder,
    Table,
    Target,
)
from generator.core.impacts import Answer, GroupAnswer, Impacts, Protected
from generator.core.naming import context_of_headline
from generator.core.options import Assessment, Criterion, Option
from generator.core.phrases import count, joined, period_words, state_words, step_words
from generator.core.relations import Form, Relation, Term, number_words
from generator.core.risks import Dependency, Risk, RiskLog
from generator.core.words import RACI, AnswerState, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


MOST_CELLS = 8  # of a row or column in one sentence
SIGNS = {Form.SUM: ("+", "−"), Form.PRODUCT: ("×", "÷")}
RELATIONS = {
    Form.SUM: "is {formula}",
    Form.PRODUCT: "is {formula}",
    Form.MEAN: "is the mean of {names}",
    Form.SHARE: "is {rate} of {names}",
    Form.SAME: "is the same as {names}",
    Form.ADDS_UP: "adds up by {ways}",
    Form.RUNNING_TOTAL: "is the running total of {names}",
    Form.COMES_FROM: "comes from {formula}{at}",
}


def quoted_name(name: str) -> str:
    """A name as it is typed."""
    return f"“{name}”"


def _after(word: str, value: object) -> str:
    return f"{word} {value}" if value not in (None, "") else ""


def risk_scores(risk: Risk) -> str:
    """``likelihood 4, impact 5, rated red``; empty where the log scores nothing."""
    return listed(
        _after("likelihood", risk.likelihood),
        _after("impact", risk.impact),
        _after("rated", risk.rag),
    )


def series_words(series: Series) -> str:
    """``“Programme manager”: £63,000 (2013/14), £151,200 (2014/15)``."""
    told = [(axis, amount) for axis, amount in series.cells if amount.state is not State.ABSENT]
    cells = [f"{said_amount(amount)} ({axis.label})" for axis, amount in told[:MOST_CELLS]]
    more = [f"{len(told) - MOST_CELLS} more"] if len(told) > MOST_CELLS else []
    said = joined([*cells, *more]) if cells else "no amounts"
    return f"“{series.axis.label}”: {said}"


def relation_words(relation: Relation, name: Callable[[str], str] = quoted_name) -> str:
    """What a relation says: ``“Net benefits” is “Benefits” − “Costs”``.

    Args:
        relation: one line on how figures hang together.
        name: what each name in it is called; the name itself where nobody knows better.
    """
    percent = "" if relation.percent is None else f"{plain_number(relation.percent)}%"
    rate = name(relation.percent_name) if relation.percent_name else percent
    told = RELATIONS[relation.form].format(
        names=joined([_factor(term, name) for term in relation.terms] or ["nothing"]),
        formula=_formula(relation, name),
        ways=" and by ".join(_ways(relation)),
        rate=rate,
        at=f" at {rate}" if rate else "",
    )
    return f"{name(relation.result)} {told}"


def _ways(relation: Relation) -> list[str]:
    ways = (("row", relation.by_row), ("column", relation.by_column))
    return [word for word, on in ways if on]


def _formula(relation: Relation, name: Callable[[str], str]) -> str:
    told = ""
    plus, minus = SIGNS.get(relation.form, SIGNS[Form.SUM])
    for number, term in enumerate(relation.terms):
        sign = plus if term.sign > 0 else minus
        lead = f" {sign} " if number else ("−" if term.sign < 0 else "")
        told += f"{lead}{_factor(term, name)}"
    return told


def _factor(term: Term, name: Callable[[str], str]) -> str:
    return name(term.name) if term.number is None else number_words(term)


def answer_words(answer: Answer) -> str:
    """A form's answer: its text, or how it stands open."""
    if answer.state is AnswerState.TEXT:
        return f"“{' '.join(answer.answer.split())}”"
    if answer.state is AnswerState.BLANK:
        return "left blank"
    return answer.state.value


def _headline(headline: Headline) -> str:
    return f"{said_amount(headline.amount)} ({about(context_of_headline(headline))})"


def _figure(figure: Figure) -> str:
    return f"{said_amount(figure.amount)} for {figure_subject(figure)}"


def _claim(claim: Claim) -> str:
    more = listed(claim.what or "", about(claim.context))
    return f"{claim.claim} {said_amount(claim.value)}{f' ({more})' if more else ''}"


def _table(table: Table) -> str:
    size = f"{count(len(table.rows), 'row')} and {count(len(table.columns), 'column')}"
    return listed(f"“{table.title}”", f"with {size}", about(table.context))


def _split(split: Split) -> str:
    return f"“{split.name}”, {said_amount(split.amount)}"


def _target(target: Target) -> str:
    when = period_words(target.period) if target.period else f"“{target.label}”"
    return f"{said_amount(target.amount)} for {when}"


def _benefit(benefit: Benefit) -> str:
    baseline = f"baseline {said_amount(benefit.baseline)}" if benefit.baseline else ""
    targets = [_target(target) for target in benefit.targets]
    aim = f"target {joined(targets)}" if targets else ""
    due = f"by {period_words(benefit.by)}" if benefit.by else ""
    return listed(f"“{benefit.benefit}”", baseline, aim, due)


def _milestone(milestone: Milestone) -> str:
    open_ = "" if milestone.state is None else f"date {milestone.state}"
    when = period_words(milestone.when) if milestone.when else open_
    return listed(f"“{milestone.milestone}”", when)


def _stakeholder(stakeholder: Stakeholder) -> str:
    parts = [RACI.get(letter, letter) for letter in stakeholder.raci]
    return listed(f"“{stakeholder.stakeholder}”", stakeholder.group or "", *parts)


def _person(person: Person) -> str:
    who = person.name or state_words(person.state) or "nobody is named"
    return listed(f"{person.role}: {who}", person.organisation or "")


def _option(option: Option) -> str:
    known = option.outcome is not Outcome.NOT_STATED
    name = f"“{option.title}”" if option.number is None else option_name(option)
    return listed(name, option.outcome.value if known else "")


def _assessment(assessment: Assessment) -> str:
    score = said_amount(assessment.score) if assessment.score else ""
    said = listed(_after("score", score), _after("rated", assessment.rag))
    return f"“{assessment.criterion}”{f', {said}' if said else ''}"


def _criterion(criterion: Criterion) -> str:
    weight = f"weight {said_amount(criterion.weight)}" if criterion.weight else ""
    return listed(f"“{criterion.title}”", weight, _after("rated", criterion.rag))


def _dependency(dependency: Dependency) -> str:
    return listed(f"{dependency.kind} “{dependency.title}”", str(dependency.case or ""))


def _consultation(consultation: Consultation) -> str:
    opens = f"opens {period_words(consultation.opens)}" if consultation.opens else ""
    closes = f"closes {period_words(consultation.closes)}" if consultation.closes else ""
    return listed(opens, closes) or "no dates are given"


def _risk_log(log: RiskLog) -> str:
    return listed(
        _after("likelihood on the scale", log.likelihood_scale),
        _after("impact on the scale", log.impact_scale),
        _after("colours", log.rag),
        _after("matrix", log.matrix),
    )


def _impacts(impacts: Impacts) -> str:
    asked = [
        f"{name} {answer_words(answer)}"
        for name in ("affected", "positive", "negative", "neutral", "protected")
        if (answer := getattr(impacts, name))
    ]
    return "; ".join(asked) or "no answers"


def _protected(protected: Protected) -> str:
    groups = [f"{each.group}: {each.answer}" for each in protected.groups]
    return "; ".join([answer_words(protected), *groups])


ESSENTIALS: Mapping[type, Callable[[Any], str]] = {
    Change: lambda change: f"{change.kind}: {change.reason}",
    Consultation: _consultation,
    Exempt: lambda exempt: exempt.paragraph,
    Headline: _headline,
    Description: lambda description: description.kind.value,
    Split: _split,
    Table: _table,
    Series: series_words,
    Figure: _figure,
    Claim: _claim,
    Benefit: _benefit,
    Target: _target,
    Milestone: _milestone,
    Stakeholder: _stakeholder,
    Person: _person,
    Decision: lambda step: step_words(step).rstrip("."),
    Link: link_words,
    Option: _option,
    Assessment: _assessment,
    Criterion: _criterion,
    RiskLog: _risk_log,
    Risk: lambda risk: listed(f"“{risk.title}”", risk_scores(risk)),
    Dependency: _dependency,
    Impacts: _impacts,
    Answer: answer_words,
    Protected: _protected,
    GroupAnswer: lambda answer: f"{answer.group}: {answer.answer}",
    Section: lambda section: f"“{section.heading}”",
    Relation: relation_words,
}


def essentials(item: Any) -> str:  # noqa: ANN401 - an item of any list
    """What a reader needs to know of an item, without a full stop."""
    return ESSENTIALS[type(item)](item)
