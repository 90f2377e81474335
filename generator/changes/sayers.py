"""Which sentence a change gets: one line for every field of every record of the model.

A field added to the model without a line here fails a test, since a change of it would be
passed over in silence or told in the words of something else. The lines say by what a field is
called; how a value of its kind is told stands in
``leaves`` and ``particular``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.changes.leaves import (
    Prose,
    Sayer,
    day_of,
    document,
    label,
    place_in,
    several,
    value,
    yes_or_no,
)
from generator.changes.particular import (
    amount,
    answer,
    cell,
    identity,
    item,
    line,
    measured_as,
    new_relation,
    outcome,
    person_name,
    relation,
    scored,
    section,
    when_due,
)
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

OF_CASE: Final[Mapping[str, Sayer]] = {
    "id": identity,
    "title": document("The case is now called {now}; it was called {then}."),
    "kind": document("The document is now recorded as {now}; it was recorded as {then}."),
    "source": document("The case is now read from the document {now}; it was read from {then}."),
    "references": several("reference", "references"),
    "section": value("section of the plan"),
    "committee": value("committee"),
    "area": several("area concerned", "areas concerned"),
    "stage": value("stage"),
    "version": value("version of the document"),
    "dated": value("date of the document"),
    "change": item("Reason", "Reason given", "Reason no longer given"),
    "themes": several("theme", "themes"),
    "summary": Prose("summary in plain English"),
    "people": item("Person"),
    "decisions": item("Decision"),
    "consultation": item("Consultation"),
    "key_decision": yes_or_no("{it} is now {not}a key decision", "whether it is a key decision"),
    "call_in_deadline": day_of("call-in deadline"),
    "exempt": item("A part kept from the public"),
    "headline": item("Headline"),
    "options": item("Option"),
    "criteria": item("Criterion"),
    "risk_log": item("Scale of the risk log"),
    "risks": item("Risk"),
    "dependencies": item("Dependency"),
    "impacts": item("Answers on impact"),
    "links": item("Link"),
    "sections": section,
    "tables": item("Table"),
    "figures": item("Figure"),
    "claims": item("Claim"),
    "benefits": item("Benefit"),
    "milestones": item("Milestone"),
    "stakeholders": item("Stakeholder"),
    "relations": new_relation,
}
OF_RECORDS: Final[Mapping[type, Mapping[str, Sayer]]] = {
    Section: {"heading": place_in("heading"), "text": Prose("")},
    Change: {"kind": value("kind of change given"), "reason": Prose("reason given for a change")},
    Person: {
        "name": person_name,
        "role": value("role"),
        "organisation": value("organisation"),
        "state": value("note in place of a name"),
    },
    Decision: {
        "body": value("body"),
        "date": when_due,
        "stage": value("stage"),
        "outcome": Prose("outcome"),
        "link": value("link"),
        "state": value("note in place of a date"),
    },
    Consultation: {
        "opens": day_of("opening of the consultation"),
        "closes": day_of("closing date of the consultation"),
        "link": value("link to the consultation"),
        "text": Prose("text on the consultation"),
    },
    Exempt: {
        "paragraph": value("legal paragraph for keeping a part from the public"),
        "text": Prose("text on the part kept from the public"),
    },
    Link: {
        "kind": value("kind"),
        "case": value("case"),
        "name": value("name"),
        "text": Prose("text"),
    },
    Headline: {
        "amount": amount,
        "measure": measured_as,
        "qualities": measured_as,
        "period": measured_as,
        "basis": measured_as,
        "certainty": measured_as,
        "text": Prose("text on the headline"),
        "described": item("Also described by the text"),
        "splits": item("Part of the headline"),
    },
    Description: {"kind": value("description")},
    Split: {"by": value("way of dividing"), "name": label, "amount": amount},
    Table: {
        "title": label,
        "rows": line("Row"),
        "columns": line("Column"),
        "amounts": cell,
        "note": Prose("note"),
        "heading": value("heading of the labels"),
    },
    Axis: {
        "label": label,
        "part": value("place in the table"),
        "confidence": value("confidence"),
        "category": place_in("category"),
        "note": Prose("note"),
    },
    Context: {
        "measure": measured_as,
        "period": measured_as,
        "basis": measured_as,
        "qualities": measured_as,
        "source": value("document"),
    },
    Figure: {
        "what": label,
        "amount": amount,
        "certainty": measured_as,
        "note": Prose("note"),
    },
    Claim: {"what": label, "claim": value("kind"), "value": amount},
    Benefit: {
        "benefit": label,
        "category": place_in("category"),
        "baseline": amount,
        "targets": item("Target"),
        "by": when_due,
        "note": Prose("note"),
    },
    Target: {"label": label, "amount": amount, "period": measured_as},
    Milestone: {
        "milestone": label,
        "when": when_due,
        "state": value("note in place of a date"),
        "note": Prose("note"),
    },
    Stakeholder: {
        "stakeholder": label,
        "group": place_in("group"),
        "raci": several("part", "parts"),
        "note": Prose("note"),
    },
    Option: {
        "title": label,
        "group": place_in("group"),
        "number": value("number"),
        "do_nothing": yes_or_no(
            "{it} is now {not}the option of doing nothing", "whether it does nothing"
        ),
        "outcome": outcome,
        "text": Prose("text"),
        "total": amount,
        "assessments": item("Judgement"),
    },
    Assessment: {
        "criterion": label,
        "score": amount,
        "rag": value("rating"),
        "text": Prose("text"),
    },
    Criterion: {
        "title": label,
        "weight": amount,
        "text": Prose("text"),
        "rag": value("rating"),
    },
    RiskLog: {
        "likelihood_scale": value("scale of likelihood"),
        "impact_scale": value("scale of impact"),
        "rag": value("meaning of the colours"),
        "matrix": value("risk matrix"),
        "text": Prose("text on the risk log"),
    },
    Risk: {
        "title": label,
        "reference": value("reference"),
        "likelihood": scored,
        "impact": scored,
        "rag": scored,
        "mitigation": Prose("mitigation"),
        "owner": value("owner"),
        "text": Prose("text"),
    },
    Dependency: {
        "title": label,
        "kind": value("direction"),
        "case": value("case of this register"),
        "text": Prose("text"),
    },
    Impacts: {
        "affected": item("Answer on who is affected"),
        "positive": item("Answer on positive impact"),
        "negative": item("Answer on negative impact"),
        "neutral": item("Answer on neutral impact"),
        "protected": item("Answer on protected characteristics"),
    },
    Answer: {"answer": answer, "elsewhere": value("document that holds")},
    Protected: {
        "answer": answer,
        "elsewhere": value("document that holds"),
        "groups": item("Answer on a group"),
    },
    GroupAnswer: {"group": label, "answer": Prose("")},
    Relation: dict.fromkeys(
        (
            *("form", "result", "terms", "percent", "percent_name", "by_row", "by_column"),
            *("grounds", "reason"),
        ),
        relation,
    ),
}
SAYERS: Final[Mapping[tuple[str, str], Sayer]] = {
    (record.__name__, field): sayer
    for record, sayers in ({Case: OF_CASE} | dict(OF_RECORDS)).items()
    for field, sayer in sayers.items()
}
# Where the value is a text, shown with the words that were added and removed.
PROSE: Final = frozenset(
    {place for place, sayer in SAYERS.items() if isinstance(sayer, Prose)}
    | {("Answer", "answer"), ("Protected", "answer")}
)
