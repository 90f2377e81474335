"""How strongly a contradiction is told, and what a warning rests on."""

from __future__ import annotations

from generator.audit.findings import Level
from tests.audit.cases import agrees, audited, case_text, figures, only, relations, table


def net(gains: str, spent: str, left: str, facets: str = "saving, £; lines 1 to 3") -> str:
    """A net figure that the document sets out as gains less spending."""
    rows = ("Item | measure | 2020/21", f"Gains | saving | {gains}", f"Spent | cost | {spent}")
    lines = relations("`costs.net` = `costs.gains` - `costs.spent` (stated, line 4)")
    return case_text(table(*rows, f"Net | net saving | {left}", facets=facets) + lines)


def test_figures_that_the_document_itself_adds_up_contradict_each_other() -> None:
    finding = only(audited(net("£900", "£300", "£700")), "net")
    assert (finding.level, finding.assumption) == (Level.ERROR, "")


def test_a_contradiction_that_only_our_reading_of_a_print_makes_is_a_warning() -> None:
    finding = only(audited(net("£900", "£30x (read £300: a smudge)", "£700")), "net")
    assert finding.level is Level.WARNING
    assert finding.assumption == (
        "The print “£30x” is damaged or mislabelled, and our reading of it is used"
    )


def test_figures_that_contradict_each_other_as_printed_too_do_so_without_our_reading() -> None:
    unit = "saving, £000; lines 1 to 3"
    reason = "the heading is not meant"
    one, two, three = (f"{n} (read £{n}: {reason})" for n in ("900,000", "300,000", "700,000"))
    finding = only(audited(net(one, two, three, facets=unit)), "net")
    assert (finding.level, finding.assumption) == (Level.ERROR, "")


def test_a_reading_that_a_total_of_the_document_bears_out_is_no_assumption() -> None:
    rows = ("Item | 2020/21 | 2021/22 | Total", "Desks | £1,201 | £803 | £2,00 (read £2,004: cut)")
    said = figures("said | cost in the text | cost | £2,900 | | | 9")
    lines = ("`costs` adds up by row", "`said` same as `costs.desks.total` (stated, line 9)")
    audit = audited(case_text(table(*rows) + said + relations(*lines)))
    finding = only(audit, "same-figure")
    assert (finding.level, finding.assumption) == (Level.ERROR, "")


def share(base: str, printed: str) -> str:
    """A tenth of a figure, as a document sets it out."""
    rows = (
        f"base | takings | income | {base} | | | 3",
        f"part | share | income | {printed} | | | 4",
    )
    return case_text(figures(*rows) + relations("`part` = 10% of `base` (stated, line 4)"))


def test_a_share_that_is_printed_without_its_pence_agrees() -> None:
    assert agrees(audited(share("£339,009", "£33,901")), "share-of-base")


def test_a_share_that_is_cut_off_differs_by_rounding_and_its_question_asks_no_more() -> None:
    finding = only(audited(share("£339,009", "£33,900")), "share-of-base")
    assert finding.level is Level.NOTE
    assert finding.question.endswith("What are these figures before they were rounded?")


def test_whole_things_that_a_document_counts_up_do_not_differ_by_rounding() -> None:
    rows = [
        f"{i} | {i} | count | {n} | | | 3" for i, n in (("all", "9 sites"), ("each", "5 sites"))
    ]
    text = case_text(figures(*rows) + relations("`all` = `each` * 2 (stated, line 3)"))
    assert only(audited(text), "product").level is Level.ERROR
