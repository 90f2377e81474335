"""What each field of a case file holds, said to an officer in one line.

The same line stands in the skeleton of a new case and in the help that an editor shows, so
that both say the same. The words that a field may hold are not repeated here: they are
taken from the lists they are read with.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, get_args, get_type_hints

from generator.core.impacts import Answer
from generator.core.words import AnswerState, listed

NOTES = {
    "Front.title": "The title as the document prints it, without its reference.",
    "Front.source": (
        "Key of the document in cases/sources.yml, such as plymouth-2014-transformation-programme."
    ),
    "Front.kind": "What the document is",
    "Front.summary": "What is proposed, how much and who is concerned, in at most 60 plain words.",
    "Front.references": "Each reference as the document writes it, such as [A/R.6.224, F/R.6.110].",
    "Front.section": "The section of the plan in which it stands, such as A.",
    "Front.committee": "The committee under which it is listed, such as Adults Committee.",
    "Front.themes": "Keys of cases/themes.yml, such as [shared-services, back-office].",
    "Front.stage": "Where the case stands, such as draft, or agreed in principle.",
    "Front.version": 'The version that the document prints, such as "1.0".',
    "Front.dated": "The day of that version, such as 20 December 2013.",
    "Front.change": "Why a figure is not what the version before printed: a kind and a reason.",
    "Front.area": "The wards or the area concerned, such as [Stoke, Devonport].",
    "Front.people": (
        "Who answers for it, such as - {role: senior responsible officer, name: Jo Day, line: 48}"
    ),
    "Front.decisions": (
        "Who decides, such as - {body: Cabinet, date: 9 February 2016, outcome: agreed, line: 161}"
    ),
    "Front.consultation": "When and where the public can or could speak to it.",
    "Front.key_decision": "Whether it is a key decision: yes or no.",
    "Front.call_in_deadline": "The last day on which it can be called in, such as 3 March 2016.",
    "Front.exempt": "A part kept from the public, with the legal paragraph that is claimed.",
    "Front.headline": "The figure that the case is known by.",
    "Front.options": (
        "What was weighed, such as - {title: Do nothing, do_nothing: yes, "
        "outcome: not recommended, line: 94}"
    ),
    "Front.criteria": (
        "What it is judged by, such as - {title: Cost, id: cost, weight: 40%, line: 101}"
    ),
    "Front.risk_log": "How the document's list of risks measures them.",
    "Front.risks": (
        "Each risk, such as - {title: No partner is found, likelihood: 3, impact: 5, line: 97}"
    ),
    "Front.dependencies": (
        "What it needs or delivers to, such as - {title: Delt, kind: depends on, line: 60}"
    ),
    "Front.impacts": "What the document says of those affected: a sentence of yours, or a word.",
    "Front.links": (
        "Other cases, such as - {kind: follows, case: plymouth/2014-15/customer-services, line: 12}"
    ),
    "Person.role": "The role, such as senior responsible officer.",
    "Person.name": "The name; leave it out where the document names nobody.",
    "Person.organisation": "The organisation, where it is not the council.",
    "Person.state": "Where the name is open: blank, or TBC.",
    "Person.line": "Line of the source where it stands.",
    "Decision.body": "Who decides, such as Cabinet.",
    "Decision.date": "When, as exactly as the document says, such as 9 February 2016.",
    "Decision.stage": "Which step it is, such as outline business case.",
    "Decision.outcome": "What was decided, such as agreed.",
    "Decision.link": "Address of the minutes, beginning with https://.",
    "Decision.state": "Where it is open: blank, expected, or TBC.",
    "Decision.line": "Line of the source where it stands.",
    "Consultation.opens": "The day on which it opens, such as 4 January 2016.",
    "Consultation.closes": "The day on which it closes, such as 31 January 2016.",
    "Consultation.link": "Where to take part, beginning with https://.",
    "Consultation.text": "What was asked and what people said, in a few sentences.",
    "Consultation.line": "Line of the source where it stands, such as 4890-4906.",
    "Change.kind": "Why it changed",
    "Change.reason": "The reason in a sentence, such as: The contract was let for less.",
    "Exempt.paragraph": "The legal paragraph, such as paragraph 3 of schedule 12A.",
    "Exempt.text": "What is kept back, in a sentence.",
    "Exempt.line": "Line of the source where it stands.",
    "Headline.amount": "As printed, such as £900K; or in words, such as Cost Neutral.",
    "Headline.unit": "What heads a bare number where it stands, such as £k.",
    "Headline.measure": "What the document calls it",
    "Headline.described": ("What its text describes instead, such as - {kind: income, line: 4727}"),
    "Headline.qualities": "What else is true of it, as a list such as [gross, revenue]",
    "Headline.period": "The period it is for, such as 2018/19; or: not stated.",
    "Headline.basis": "How it counts over time",
    "Headline.certainty": "How sure the document is of it",
    "Headline.text": "What else a reader has to know of it, in a sentence.",
    "Headline.splits": (
        "Its parts, such as - {by: reference, name: F/R.6.110, amount: £128k, line: 2330}"
    ),
    "Headline.line": "Line of the source where it stands, such as 7285.",
    "Description.kind": "What the text describes it to be",
    "Description.line": "Line of the source where the text does so, such as 4727.",
    "Split.by": "By what it is divided",
    "Split.name": "The part, such as F/R.6.110 or 2018/19.",
    "Split.amount": "The part's amount as printed, such as £128k.",
    "Split.line": "Line of the source where it stands.",
    "Option.title": "The option as the document calls it, such as Do nothing.",
    "Option.id": "A short name of your own, such as in-house.",
    "Option.number": "Its number in the document, such as 3.",
    "Option.group": "The choice it belongs to, where the document makes several.",
    "Option.do_nothing": "Whether it is the option to change nothing: yes or no.",
    "Option.outcome": "What the document concludes",
    "Option.text": "What it is and why it was taken or not, in a sentence or two.",
    "Option.assessments": "How it does, such as - {criterion: cost, score: 4, line: 110}",
    "Option.total": "Where options are scored, the total printed for it, such as 3.65.",
    "Option.line": "Line of the source where it stands.",
    "Assessment.criterion": "The criterion's id or title.",
    "Assessment.score": "The score as printed, such as 4.",
    "Assessment.rag": "The colour in words, such as green.",
    "Assessment.text": "What the document says, in a sentence.",
    "Assessment.line": "Line of the source where it stands.",
    "Criterion.title": "The criterion as the document calls it.",
    "Criterion.id": "A short name of your own, such as cost.",
    "Criterion.weight": "Its weight as printed, such as 40%.",
    "Criterion.text": "What the document says on it, in a few sentences.",
    "Criterion.rag": "The colour in words, such as green.",
    "Criterion.line": "Line of the source where it stands.",
    "RiskLog.likelihood_scale": "The scale for how likely, such as 1 to 5; or: not stated.",
    "RiskLog.impact_scale": "The scale for how bad, such as 1 to 5; or: not stated.",
    "RiskLog.rag": "Whether it has colours, such as: as words, or: not legible.",
    "RiskLog.matrix": "Key of the council's own matrix in its council.yml.",
    "RiskLog.text": "What else is true of it, in a sentence.",
    "RiskLog.line": "Lines of the source where it stands, such as 2492-2511.",
    "Risk.title": "The risk in one sentence.",
    "Risk.id": "A short name of your own.",
    "Risk.reference": "Its number in the document, such as R1.",
    "Risk.likelihood": "How likely, as the document prints it, such as 3 or medium.",
    "Risk.impact": "How bad, as the document prints it, such as 5 or high.",
    "Risk.rag": "The colour in words, such as amber.",
    "Risk.mitigation": "What is done against it, in a sentence.",
    "Risk.owner": "Who looks after it.",
    "Risk.text": "What else the document says of it.",
    "Risk.line": "Line of the source where it stands.",
    "Dependency.title": "What it depends on or delivers to.",
    "Dependency.id": "A short name of your own.",
    "Dependency.kind": "Which way it points",
    "Dependency.case": "The other case, such as plymouth/2014-15/customer-services.",
    "Dependency.text": "What is needed or delivered, in a sentence.",
    "Dependency.line": "Line of the source where it stands.",
    "Impacts.affected": "Who is affected; or one of these words",
    "Impacts.positive": "What gets better for them; or one of these words",
    "Impacts.negative": "What gets worse for them; or one of these words",
    "Impacts.neutral": "What stays as it is; or one of these words",
    "Impacts.protected": "What is said of protected groups; or one of these words",
    "Answer.answer": "A sentence of yours, or: not asked, blank, N/A, none, unclear.",
    "Answer.elsewhere": "The document that holds the answer, where this one only refers to it.",
    "Answer.line": "Line of the source where it stands.",
    "Protected.answer": "A sentence of yours, or: not asked, blank, N/A, none, unclear.",
    "Protected.elsewhere": "The document that holds the answer, where this one only refers to it.",
    "Protected.groups": "What is said of each group, such as age: Older carers feel it most.",
    "Protected.line": "Line of the source where it stands.",
    "Link.kind": "How the two stand to each other",
    "Link.case": "The other case, such as plymouth/2014-15/customer-services.",
    "Link.name": "What it is called, where it is not in this register.",
    "Link.text": "What joins the two, in a sentence.",
    "Link.line": "Line of the source where it stands.",
}


def note(record: type, name: str) -> str:
    """What the field `name` of a record holds, with the words of its list where it has one."""
    said = NOTES[f"{record.__name__}.{name}"]
    words = _words(get_type_hints(record)[name])
    return f"{said}: {listed(words)}." if words else said


def _words(hint: Any) -> list[str]:  # noqa: ANN401 - a type as written
    """The words that a field may hold instead of any others, or none."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return [word.value for word in hint]
    if isinstance(hint, type) and issubclass(hint, Answer):
        return [state.value for state in AnswerState if state is not AnswerState.TEXT]
    return [word for part in get_args(hint) for word in _words(part)]
