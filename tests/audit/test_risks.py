"""Risk logs: ratings, scales, mitigations and references that do not hang together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.audit.findings import Level, Verdict
from generator.core.councils import Council
from generator.core.risks import Matrix, MatrixRow
from tests.audit.cases import audited, case_text, found, looked_at, only


def log(*risks: str, scale: str = "", log: str = "") -> str:
    """A case with these risks, each in the form of the front matter, on lines 21 and below."""
    head = f"risk_log: {{{log}}}\n" if log else ""
    if scale:
        head = f"risk_log: {{likelihood_scale: {scale}, impact_scale: {scale}}}\n"
    rows = "".join(
        f"  - {{title: Risk {n}, {risk}, line: {20 + n}}}\n" for n, risk in enumerate(risks, 1)
    )
    return case_text(fields=f"{head}risks:\n{rows}")


def rated(
    likelihood: object, impact: object, rag: str = "", more: str = "mitigation: Watch"
) -> str:
    rag = f"rag: {rag}, " if rag else ""
    return f"likelihood: {likelihood}, impact: {impact}, {rag}{more}"


WORDS = {
    "1": ("Green", "Green", "Amber"),
    "2": ("Green", "Amber", "Red"),
    "3": ("Amber", "Red", "Red"),
}
MATRIX = Matrix(
    id="our-matrix",
    impacts=("1", "2", "3"),
    rows=tuple(
        MatrixRow(likelihood=likelihood, words=words) for likelihood, words in WORDS.items()
    ),
)
COUNCIL = Council(name="Anytown Council", short_name="Anytown", matrices=(MATRIX,))
OURS = "matrix: our-matrix"


# risk-score


def test_risk_score_that_is_not_the_product_is_an_error_where_the_log_multiplies_elsewhere() -> (
    None
):
    result = audited(log(rated(3, 4, "12 Amber"), rated(4, 4, "12 Amber")))
    finding = only(result, "risk-score")
    assert finding.level is Level.ERROR
    assert finding.title == "The risk “Risk 2” is rated 12 Amber; 4 × 4 = 16"
    assert finding.recomputed is not None
    assert finding.recomputed.number == Decimal(16)
    assert finding.difference is not None
    assert finding.difference.number == Decimal(-4)
    assert "line 22" in finding.question
    verdicts = [tested.verdict for tested in looked_at(result, "risk-score")]
    assert verdicts == [Verdict.AGREES, Verdict.DIFFERS]


def test_risk_score_of_one_risk_alone_is_a_warning_since_the_rule_is_taken_for_granted() -> None:
    finding = only(audited(log(rated(4, 4, "12"))), "risk-score")
    assert finding.level is Level.WARNING
    assert "multiplied" in finding.assumption


def test_risk_score_may_be_the_sum_where_the_whole_log_adds() -> None:
    result = audited(log(rated(3, 4, "7"), rated(1, 2, "3")))
    assert found(result, "risk-score") == ()
    assert [tested.verdict for tested in looked_at(result, "risk-score")] == [Verdict.AGREES] * 2


@pytest.mark.parametrize(
    ("rag", "level"), [("Red", Level.ERROR), ("amber", None), ("4 Amber", None)]
)
def test_risk_score_is_held_against_the_matrix_that_the_log_names(
    rag: str, level: Level | None
) -> None:
    findings = found(audited(log(rated(2, 2, rag), log=OURS), council=COUNCIL), "risk-score")
    assert [finding.level for finding in findings] == ([level] if level else [])


def test_risk_score_by_the_councils_only_matrix_is_a_warning_where_the_log_names_none() -> None:
    finding = only(audited(log(rated(2, 2, "Red")), council=COUNCIL), "risk-score")
    assert finding.level is Level.WARNING
    assert "one matrix" in finding.assumption


def test_risk_score_in_words_that_the_matrix_does_not_use_is_not_held_against_it() -> None:
    assert found(audited(log(rated(2, 2, "Severe"), log=OURS), council=COUNCIL), "risk-score") == ()


def test_risk_score_coloured_lower_than_a_risk_that_scores_no_higher_is_a_warning() -> None:
    finding = only(audited(log(rated(4, 4, "Amber"), rated(3, 4, "Red"))), "risk-score")
    assert finding.level is Level.WARNING
    assert finding.title.startswith("The risk “Risk 1” is rated Amber")
    assert [where.figure.text for where in finding.where] == ["“Risk 1”", "“Risk 2”"]


@pytest.mark.parametrize(
    "risks",
    [
        (rated(4, 4, "Orange"), rated(3, 4, "Orange")),
        (rated(4, 2, "Amber"), rated(3, 4, "Red")),
        (rated(4, 4, "Amber"), rated(3, 4, "Orange")),
        (rated("C", 4, "Amber"), rated("A", 4, "Red")),
        (rated("high", "low", "Amber"), rated("low", "high", "Red")),
        (rated(4, 4, "Red"), rated(3, 4, "Amber/Red"), rated(2, 2, "Amber")),
        (rated(4, 4, "high"), rated(3, 4, "Amber")),
        (rated(4, 4), rated(3, 4, "Red")),
    ],
)
def test_risk_score_says_nothing_where_the_order_of_the_colours_is_possible(
    risks: tuple[str, ...],
) -> None:
    assert found(audited(log(*risks)), "risk-score") == ()


# risk-scale


@pytest.mark.parametrize("scale", ["1 to 5", "1-5", "1 – 5, where 5 is the most", "5 to 1"])
def test_risk_scale_with_a_score_beyond_its_end_is_an_error(scale: str) -> None:
    findings = found(audited(log(rated(6, 3), rated(5, 1), scale=f'"{scale}"')), "risk-scale")
    assert [finding.level for finding in findings] == [Level.ERROR]
    assert findings[0].where[0].figure.text == "“Risk 1”"
    assert "from 1 to 5" in findings[0].title


def test_risk_scale_in_letters_and_scores_in_numbers_can_be_read_under_an_assumption() -> None:
    text = log(rated(3, 4), rated(2, 3), log="likelihood_scale: A to E in the heading")
    finding = only(audited(text), "risk-scale")
    assert finding.level is Level.WARNING
    assert finding.title == (
        "The log states likelihood on a scale from A to E; 2 risks are scored 3 and 2"
    )
    assert finding.assumption


def test_risk_scale_of_the_matrix_counts_where_the_log_states_none() -> None:
    finding = only(audited(log(rated(4, 3), log=OURS), council=COUNCIL), "risk-scale")
    assert finding.level is Level.ERROR
    assert finding.title.startswith("The log's matrix has likelihood on a scale from 1 to 3")


def test_risk_scale_in_words_beyond_those_that_are_named_is_a_warning() -> None:
    finding = only(audited(log(rated("very high", "low"), scale="low to high")), "risk-scale")
    assert finding.level is Level.WARNING
    assert "ends of its scale" in finding.assumption


def test_risk_scale_mixed_in_one_column_is_a_warning() -> None:
    finding = only(audited(log(rated(3, 2), rated("high", 2))), "risk-scale")
    assert finding.level is Level.WARNING
    assert finding.title == "The log gives likelihood in numbers and words"


@pytest.mark.parametrize(
    ("scale", "risks"),
    [
        ("1 to 5", (rated(1, 5), rated(5, 1))),
        ("A to E", (rated("a", "E"),)),
        ("low to high", (rated("Low", "medium"),)),
        ("very low to very high", (rated("Very high", "low"),)),
        ('"low, medium or high"', (rated("medium", "high"),)),
        ("not stated", (rated(1, 9), rated(3, 4))),
        ("as the handbook says", (rated("high", 3), rated("low", 4))),
    ],
)
def test_risk_scale_says_nothing_where_scores_keep_to_it_or_none_is_stated(
    scale: str, risks: tuple[str, ...]
) -> None:
    assert found(audited(log(*risks, scale=scale)), "risk-scale") == ()


# risk-without-mitigation


def test_risk_without_mitigation_beside_others_that_have_one_is_a_note() -> None:
    finding = only(
        audited(log("mitigation: Watch", "owner: Clerk", "owner: Clerk")), "risk-without-mitigation"
    )
    assert finding.level is Level.NOTE
    assert finding.title == "2 of 3 risks have no mitigation"
    assert [
        where.figure.context.lines and where.figure.context.lines.first for where in finding.where
    ] == [
        22,
        23,
    ]


def test_risk_without_mitigation_in_a_scored_log_is_a_note_even_if_no_risk_has_one() -> None:
    finding = only(audited(log(rated(2, 2, more="owner: Clerk"))), "risk-without-mitigation")
    assert finding.title == "The one risk has no mitigation"


@pytest.mark.parametrize(
    "risks",
    [
        ("owner: Clerk", "owner: Clerk"),
        ("mitigation: Watch", "mitigation: Watch"),
        (rated(2, 2), "text: Named in another chapter"),
    ],
    ids=["a form that asks for titles", "all have one", "a risk outside of the log"],
)
def test_risk_without_mitigation_is_no_gap_where_the_log_asks_for_none(
    risks: tuple[str, ...],
) -> None:
    assert found(audited(log(*risks)), "risk-without-mitigation") == ()


# risk-reference-twice


def test_risk_reference_twice_is_one_note_for_each_reference() -> None:
    text = log(
        "reference: R 1", "reference: R2", "reference: r  1", "reference: R2", "reference: R3"
    )
    findings = found(audited(text), "risk-reference-twice")
    assert [finding.title for finding in findings] == [
        "2 risks have the same reference, “R 1”",
        "2 risks have the same reference, “R2”",
    ]
    assert {finding.level for finding in findings} == {Level.NOTE}


def test_risk_reference_twice_says_nothing_of_risks_without_one() -> None:
    text = log("reference: R1", "reference: R2", "owner: Clerk", "owner: Clerk")
    assert found(audited(text), "risk-reference-twice") == ()
