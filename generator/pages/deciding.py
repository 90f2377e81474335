"""Who answers for a case, who decides on it and when, and what can still be said to it.

People come here to find out whom to ask and whether it is too late. A document often
leaves a box empty or names a committee without a date; each of these is said as it is,
and a decision is never inferred.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.period_format import format_day
from generator.core.phrases import state_words, step_words
from generator.pages.addresses import Ref, case_address, committee_address, link
from generator.pages.phrases import count, ended, lost, period_words, place, sentence

if TYPE_CHECKING:
    from datetime import date

    from generator.core.case import Case
    from generator.core.deciding import Consultation, Decision, Person

NO_DECISION = "The document does not say who decides, or when."
NOBODY = "The document names nobody as responsible."
NO_CONSULTATION = "The document does not say whether the public is or was asked."
# Whose name answers for a case, best first; what is asked of a role in the document's words.
ANSWERABLE = ("senior responsible officer", "responsible", "sponsor", "lead", "leader", "contact")


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonView:
    """A person in a public role, or a role for which nobody is named."""

    role: str
    name: str
    organisation: str
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StepView:
    """A step of the decision trail in one sentence; `link` leads to its paper or minutes."""

    text: str
    link: str
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DecidingView:
    """People and decisions, in the order of the document.

    Attributes:
        committee: under which the document lists the case; a link to all its cases.
        facts: what else is known of the decision, each a sentence.
        consultation: what is said of it, each a sentence; the first says when.
        consultation_link: where to take part or read on.
    """

    people: tuple[PersonView, ...]
    nobody: str
    steps: tuple[StepView, ...]
    no_step: str
    committee: Ref
    facts: tuple[str, ...]
    consultation: tuple[str, ...]
    consultation_link: str


def deciding_view(case: Case, as_at: date) -> DecidingView:
    """Everything on people and decisions."""
    consultation = case.consultation
    return DecidingView(
        people=tuple(map(_person, case.people)),
        nobody="" if case.people or lost(case, "people") else NOBODY,
        steps=tuple(map(_step, case.decisions)),
        no_step="" if case.decisions else lost(case, "decisions") or NO_DECISION,
        committee=committee_ref(case),
        facts=tuple(_facts(case)),
        consultation=(having_a_say(case, as_at), *_more(consultation, as_at)),
        consultation_link=consultation.link or "" if consultation else "",
    )


def responsible(case: Case) -> str:
    """Who answers for the case, with the role in the document's words."""
    named = [person for person in case.people if person.name]
    for wanted in ANSWERABLE:
        for person in named:
            if re.search(rf"\b{wanted}\b", person.role, re.IGNORECASE):
                return f"{person.name}, {person.role}"
    return lost(case, "people") or NOBODY


def who_decides(case: Case) -> str:
    """The last decision that the document names, or that it names none.

    What another body has done already is not the decision on a case that the document lists under
    a committee: it is told behind that.
    """
    listed = f"Listed under the {case.committee}. The document does not say when it decides."
    bodies = [step for step in case.decisions if step.body]
    if bodies:
        last = bodies[-1]
        dated = last.date or last.state
        said = f"{step_words(last)}{'' if dated else ' The document gives no date.'}"
        elsewhere = last.body != case.committee and last.outcome and not last.state
        return f"{listed} A step that it names: {said}" if case.committee and elsewhere else said
    if case.decisions:
        steps = count(len(case.decisions), "decision")
        empty = all(step.state == "blank" for step in case.decisions)
        end = "no date is filled in." if empty else "it does not say by whom."
        return f"The document has a place for {steps}; {end}"
    return listed if case.committee else lost(case, "decisions") or NO_DECISION


def committee_ref(case: Case) -> Ref:
    """The committee that the document lists the case under; without a text where it names none."""
    id_, name = case.id, case.committee or ""
    address = committee_address(id_.council, id_.year_folder, case.committee)
    return Ref(text=name, url=link(address, case_address(id_)) if address else "")


def having_a_say(case: Case, as_at: date) -> str:
    """Whether the public can, or could, speak to the proposal; `as_at` decides which."""
    consultation = case.consultation
    if consultation is None:
        return lost(case, "consultation") or NO_CONSULTATION
    closes = consultation.closes
    if closes is None:
        return "The document speaks of consultation, but names no closing date."
    end = closes.meant.end
    over = end is not None and end < as_at
    return f"The consultation {'closed' if over else 'closes'}: {period_words(closes)}."


def _more(consultation: Consultation | None, as_at: date) -> list[str]:
    if consultation is None:
        return []
    opens, said = consultation.opens, ""
    if opens:
        begun = opens.meant.start is not None and opens.meant.start < as_at
        said = f"It {'opened' if begun else 'opens'}: {period_words(opens)}."
    return list(filter(None, [said, ended(consultation.text or "")]))


def _person(person: Person) -> PersonView:
    return PersonView(
        role=sentence(person.role),
        name=person.name or state_words(person.state) or "the document names nobody",
        organisation=person.organisation or "",
        place=place(person.line),
    )


def _step(step: Decision) -> StepView:
    return StepView(text=step_words(step), link=step.link or "", place=place(step.line))


def _facts(case: Case) -> list[str]:
    """What else the document says of the decision."""
    facts = []
    if case.key_decision is not None:
        facts.append(f"It is {'' if case.key_decision else 'not '}a key decision.")
    if case.call_in_deadline:
        facts.append(f"It can be called in until {format_day(case.call_in_deadline)}.")
    if case.area:
        facts.append(f"Area concerned: {', '.join(case.area)}.")
    if case.exempt:
        more = f": {case.exempt.text}" if case.exempt.text else ""
        facts.append(ended(f"Part of the paper is not public ({case.exempt.paragraph}){more}"))
    return facts
