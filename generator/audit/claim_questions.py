"""Which claims of the appraisal are asked about, and what each is worked out from.

A claim comes from what the file says. Where the file says nothing and the case has one table of
benefits and costs by year, that is taken to be meant; never where the case prints more than one
claim of the kind, since then nobody can tell which of them the table is for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.audit.answers import tested
from generator.audit.claim_rows import CODES, Question, answer
from generator.audit.paying_back import printed_period
from generator.audit.profiles import only_profile, profile_of
from generator.core.relations import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.audit.findings import Tested
    from generator.audit.profiles import Profile
    from generator.audit.subject import Subject
    from generator.core.figures import Claim
    from generator.core.relations import Relation


def worked_out(subject: Subject, claim: Claim, relation: Relation | None) -> Tested | str:
    """A claim worked out from rows, or why it cannot be."""
    question = question_of(subject, claim, relation)
    found = question if isinstance(question, str) else answer(question)
    return found if isinstance(found, str) else tested(found)


def question_of(subject: Subject, claim: Claim, relation: Relation | None) -> Question | str:
    """A claim with what it is worked out from, or why there is nothing."""
    profile = profile_of(subject, relation) if relation else _taken(subject, claim)
    if isinstance(profile, str):
        return profile
    return Question(subject=subject, claim=claim, profile=profile, relation=relation)


def _taken(subject: Subject, claim: Claim) -> Profile | str:
    """The one profile of the case, for a claim that is the only one of its kind."""
    alike = {each.id for each in subject.case.claims if each.claim is claim.claim}
    if alike - same_claims(subject, claim.id):
        return (
            "the case prints more than one claim of its kind and does not say what they come from"
        )
    return only_profile(subject)


def asked(subject: Subject) -> Iterator[tuple[Claim, Relation | None]]:
    """Each claim with the line that says what it comes from, or with none where nothing does.

    Left out are claims that a sum works out, those printed again, and words that say nothing.
    """
    lines = [r for r in subject.case.relations if r.form is Form.COMES_FROM]
    others = [line for line in subject.case.relations if line.form is not Form.SAME]
    worked = {name for line in others for name in (line.result, line.percent_name)}
    for claim in subject.case.claims:
        if claim.claim not in CODES or _says_nothing(claim):
            continue
        yield from ((claim, line) for line in lines if line.result == claim.id)
        same = same_claims(subject, claim.id)
        first = next(each.id for each in subject.case.claims if each.id in same)
        if not same & worked and first == claim.id:
            yield claim, None


def _says_nothing(claim: Claim) -> bool:
    return claim.value.meant.number is None and printed_period(claim) is None


def same_claims(subject: Subject, id_: str) -> set[str]:
    """The ids of all claims that the file calls the same as this one, itself among them."""
    groups = [set(r.names) for r in subject.case.relations if r.form is Form.SAME]
    same = {id_}
    for _ in groups:
        same = same.union(*(group for group in groups if group & same))
    return same & {claim.id for claim in subject.case.claims}
