"""How each field of the model is compared: one line for every field of every record.

A field that says where something stands, or under which name the register keeps it, takes no
part; all others do, and a test holds this table against the model. What a change is about is
said here too: for the fields of a case one by one, and below them where a field is about
something else than the record that it belongs to.
"""

from __future__ import annotations

from dataclasses import fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.changes.change import Did, Topic
from generator.changes.shape import How, Rule, Shape, by, by_alone
from generator.core.case import Case, Section
from generator.core.deciding import Change, Consultation, Decision, Exempt, Link, Person
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
from generator.core.impacts import Answer, GroupAnswer, Impacts, Protected
from generator.core.options import Assessment, Criterion, Option
from generator.core.relations import Relation
from generator.core.risks import Dependency, Risk, RiskLog

if TYPE_CHECKING:
    from collections.abc import Mapping


WORDING = Topic.WORDING

ABOUT_A_CASE: Mapping[str, Topic] = MappingProxyType(
    {
        "headline": Topic.MONEY,
        "tables": Topic.MONEY,
        "figures": Topic.MONEY,
        "claims": Topic.MONEY,
        "kind": Topic.DECISION,
        "section": Topic.DECISION,
        "committee": Topic.DECISION,
        "stage": Topic.DECISION,
        "decisions": Topic.DECISION,
        "consultation": Topic.DECISION,
        "key_decision": Topic.DECISION,
        "call_in_deadline": Topic.DECISION,
        "exempt": Topic.DECISION,
        "area": Topic.SCOPE,
        "dependencies": Topic.SCOPE,
        "links": Topic.SCOPE,
        "milestones": Topic.SCOPE,
        "options": Topic.OPTIONS,
        "criteria": Topic.OPTIONS,
        "risk_log": Topic.RISK,
        "risks": Topic.RISK,
        "impacts": Topic.IMPACT,
        "benefits": Topic.IMPACT,
        "people": Topic.PEOPLE,
        "stakeholders": Topic.PEOPLE,
    }
)

SHAPES: Mapping[type, Shape] = MappingProxyType(
    {
        Case: Shape(
            names=("id", "title"),
            values=(
                *("kind", "source", "references", "section", "committee", "area", "stage"),
                *("version", "dated", "themes", "summary", "key_decision", "call_in_deadline"),
            ),
            records=("change", "consultation", "exempt", "headline", "risk_log", "impacts"),
            items=(
                *("people", "decisions", "options", "criteria", "risks", "dependencies", "links"),
                *("sections", "tables", "figures", "claims", "benefits", "milestones"),
                *("stakeholders", "relations"),
            ),
            apart=("unreadable", "removed"),
            about=ABOUT_A_CASE,
        ),
        Section: Shape(
            places=("heading",), values=("text",), keys=(by("heading"),), called=("heading",)
        ),
        Change: Shape(values=("kind", "reason")),
        Person: Shape(
            values=("name", "role", "organisation", "state"),
            apart=("line",),
            keys=(by("name", "role", "organisation"), by_alone("role"), by_alone("name")),
            called=("name", "role"),
        ),
        Decision: Shape(
            values=("body", "date", "stage", "outcome", "link", "state"),
            apart=("line",),
            keys=(
                *(by("body", "stage", "date"), by("body", "stage")),
                *(by_alone("stage"), by_alone("body")),
            ),
            called=("body", "stage"),
        ),
        Consultation: Shape(values=("opens", "closes", "link", "text"), apart=("line",)),
        Exempt: Shape(values=("paragraph", "text"), apart=("line",)),
        Link: Shape(
            values=("kind", "case", "name", "text"),
            apart=("line",),
            keys=(by("kind", "case", "name"), by_alone("case", "name")),
            called=("case", "name"),
        ),
        Headline: Shape(
            values=(
                *("amount", "measure", "qualities", "period", "basis", "certainty", "text"),
            ),
            items=("described", "splits"),
            # The unit heads the amount where it stands, and the amount holds it already.
            apart=("line", "unit"),
            about=MappingProxyType({"text": WORDING}),
        ),
        Description: Shape(values=("kind",), apart=("line",), keys=(by("kind"),)),
        Split: Shape(
            names=("name",),
            places=("by",),
            values=("amount",),
            apart=("line",),
            keys=(by("by", "name"), by("name")),
            about=MappingProxyType({"name": WORDING}),
        ),
        Table: Shape(
            names=("title",),
            values=("note", "heading"),
            records=("context",),
            grid=("rows", "columns", "amounts"),
            apart=("id",),
            keys=(by("id"), by("title")),
            about=MappingProxyType(dict.fromkeys(("title", "note", "heading"), WORDING)),
        ),
        Axis: Shape(
            names=("label",),
            places=("part", "category"),
            values=("confidence", "note"),
            records=("context",),
            apart=("id",),
            keys=(by("id"), by("label"), by_alone("context.period")),
            about=MappingProxyType(dict.fromkeys(("label", "part", "category", "note"), WORDING)),
        ),
        # Each amount carries its own unit, so that the unit of a row or column says nothing more.
        Context: Shape(
            values=("measure", "period", "basis", "qualities", "source"),
            apart=("unit", "lines"),
            about=MappingProxyType({"source": WORDING}),
        ),
        Figure: Shape(
            names=("what",),
            values=("amount", "certainty", "note"),
            records=("context",),
            apart=("id",),
            keys=(by("id"), by("what")),
            about=MappingProxyType(dict.fromkeys(("what", "note"), WORDING)),
        ),
        Claim: Shape(
            names=("what",),
            values=("claim", "value"),
            records=("context",),
            apart=("id",),
            keys=(by("id"), by("claim", "what")),
            called=("claim", "what"),
            about=MappingProxyType({"what": WORDING}),
        ),
        Benefit: Shape(
            names=("benefit",),
            places=("category",),
            values=("baseline", "by", "note"),
            records=("context",),
            items=("targets",),
            apart=("id",),
            keys=(by("id"), by("benefit")),
            about=MappingProxyType({"note": WORDING}),
        ),
        Target: Shape(
            names=("label",),
            values=("amount", "period"),
            keys=(by("label"), by_alone("period")),
            about=MappingProxyType({"label": WORDING}),
        ),
        Milestone: Shape(
            names=("milestone",),
            values=("when", "state", "note"),
            records=("context",),
            keys=(by("milestone"),),
            about=MappingProxyType({"note": WORDING}),
        ),
        Stakeholder: Shape(
            names=("stakeholder",),
            places=("group",),
            values=("raci", "note"),
            records=("context",),
            keys=(by("group", "stakeholder"), by("stakeholder")),
            about=MappingProxyType({"note": WORDING}),
        ),
        Option: Shape(
            names=("title",),
            places=("group",),
            values=("number", "do_nothing", "outcome", "text", "total"),
            items=("assessments",),
            apart=("id", "line"),
            keys=(by("id"), by("title")),
            about=MappingProxyType({"number": WORDING}),
        ),
        Assessment: Shape(
            names=("criterion",),
            values=("score", "rag", "text"),
            apart=("line",),
            keys=(by("criterion"),),
        ),
        Criterion: Shape(
            names=("title",),
            values=("weight", "text", "rag"),
            apart=("id", "line"),
            keys=(by("id"), by("title")),
        ),
        RiskLog: Shape(
            values=("likelihood_scale", "impact_scale", "rag", "matrix", "text"), apart=("line",)
        ),
        Risk: Shape(
            names=("title",),
            values=(
                *("reference", "likelihood", "impact", "rag", "mitigation", "owner", "text"),
            ),
            apart=("id", "line"),
            keys=(by("id"), by_alone("reference"), by("title")),
            about=MappingProxyType({"reference": WORDING}),
        ),
        Dependency: Shape(
            names=("title",),
            values=("kind", "case", "text"),
            apart=("id", "line"),
            keys=(by("id"), by("kind", "title"), by("title")),
            # Which case of the register is meant is the register's own note, not the paper's.
            about=MappingProxyType({"case": WORDING}),
        ),
        Impacts: Shape(records=("affected", "positive", "negative", "neutral", "protected")),
        Answer: Shape(values=("answer", "elsewhere"), apart=("line",)),
        Protected: Shape(values=("answer", "elsewhere"), items=("groups",), apart=("line",)),
        GroupAnswer: Shape(
            names=("group",), values=("answer",), keys=(by("group"),)
        ),
        Relation: Shape(
            values=(
                *("form", "result", "terms", "percent", "percent_name", "by_row", "by_column"),
                *("grounds", "reason"),
            ),
            apart=("lines",),
            keys=(by("form", "result"), by("result")),
            told_by=("terms", "percent", "percent_name"),
            close=False,
            called=("result",),
        ),
    }
)  # fmt: skip


def _rules(record: type, shape: Shape) -> tuple[Rule, ...]:
    ways: dict[str, tuple[How, Did]] = {}
    ways |= dict.fromkeys(shape.names, (How.VALUE, Did.RENAMED))
    ways |= dict.fromkeys(shape.places, (How.VALUE, Did.MOVED))
    ways |= dict.fromkeys(shape.values, (How.VALUE, Did.CHANGED))
    ways |= dict.fromkeys(shape.records, (How.RECORD, Did.CHANGED))
    ways |= dict.fromkeys(shape.items, (How.ITEMS, Did.CHANGED))
    ways |= dict.fromkeys(shape.grid, (How.GRID, Did.CHANGED))
    otherwise = WORDING if record is Case else None
    return tuple(
        Rule(name=name, how=how, did=did, topic=shape.about.get(name, otherwise))
        for name, (how, did) in ((f.name, ways[f.name]) for f in fields(record) if f.name in ways)
    )


# How each field of a record is compared, in the order of the model, without those apart.
RULES: Mapping[type, tuple[Rule, ...]] = MappingProxyType(
    {record: _rules(record, shape) for record, shape in SHAPES.items()}
)


def called(item: Any) -> str:  # noqa: ANN401 - an item of any list
    """What an item of a list is called: its title, label or name, as printed."""
    values = (getattr(item, name) for name in SHAPES[type(item)].label)
    return ", ".join(str(value) for value in values if value)
