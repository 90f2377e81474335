"""How strongly a contradiction is told, and what a warning rests on."""

from __future__ import annotations

from generator.audit.findings import Level
from tests.audit.cases import audited, case_text, only, relations, table


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
