"""Prose that changed is shown as words added and removed inside their sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.changes.prose import Run, changed_sentences, prose_pieces, unwrapped

MARKS = {"": "{}", "added": "[+{}+]", "removed": "[-{}-]"}
WORDS = (
    *("the", "council", "saves", "£1,200", "£1,300", "£1.4 million", "£1.5 million", "16.7%"),
    *("13 March 2014", "9 April 2014", "2014/15", "care", "of", "a.", "It", "stays.", "(not"),
    *("now)", "\n", "\n\n", "- Item", "| cell |", "don't", ",", "-", " ", "ß", "\t", "\u00a0"),
)
texts = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=60)


def shown(before: str, after: str) -> list[str]:
    """Each changed sentence: ``[-removed-][+added+]``."""
    return [
        "".join(MARKS[run.did].format(run.text) for run in sentence)
        for sentence in changed_sentences(before, after)
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "The cost is £1,200. It stays.",
            "The cost is £1,300. It stays.",
            ["The cost is[- £1,200-][+ £1,300+]."],
        ),
        (
            "It comes to £1.4 million in all.",
            "It comes to £1.5 million in all.",
            ["It comes to[- £1.4 million-][+ £1.5 million+] in all."],
        ),
        (
            "Cabinet meets on 13 March 2014 in public.",
            "Cabinet meets on 9 April 2014 in public.",
            ["Cabinet meets on[- 13 March 2014-][+ 9 April 2014+] in public."],
        ),
        (
            "Savings of 16.7% come in 2014/15 at last.",
            "Savings of 16.8% come in 2015/16 at last.",
            ["Savings of[- 16.7%-][+ 16.8%+] come in[- 2014/15-][+ 2015/16+] at last."],
        ),
        (
            "It follows A/R.6.127 of 9th April 2014 in every respect.",
            "It follows A/R.6.128 of 10th April 2014 in every respect.",
            [
                (
                    "It follows[- A/R.6.127 of 9th April 2014-]"
                    "[+ A/R.6.128 of 10th April 2014+] in every respect."
                )
            ],
        ),
        (
            "It lists business areas; and the transaction centre. Nothing is out of scope.",
            "It lists business areas; and the shared transaction centre. Nothing is out of scope.",
            ["It lists business areas; and the[+ shared+] transaction centre."],
        ),
        (
            "The first stays.\n\nThe second goes away.\n\nThe third stays.",
            "The first stays.\n\nThe third stays.\n\nNews come last.",
            ["[-The second goes away.-]", "[+News come last.+]"],
        ),
        (
            "One old paragraph.",
            "Something else altogether is said here now.",
            ["[-One old paragraph.-]", "[+Something else altogether is said here now.+]"],
        ),
        (
            "- In: all spending\n- Out: nothing",
            "- Out: nothing\n- In: all spending",
            ["[+- Out: nothing+]", "[-- Out: nothing-]"],
        ),
        ("", "A beginning.", ["[+A beginning.+]"]),
        ("An end.", "", ["[-An end.-]"]),
    ],
)
def test_words_are_added_and_removed_inside_their_sentence(
    before: str, after: str, expected: list[str]
) -> None:
    assert shown(before, after) == expected


@pytest.mark.parametrize(
    "other",
    [
        "A sentence that\nwas wrapped. Another\none.\n",
        "A sentence  that was wrapped.\nAnother one.",
        "\nA sentence that was wrapped. Another one.\n\n",
    ],
)
def test_where_lines_are_broken_is_no_change(other: str) -> None:
    assert shown("A sentence that was wrapped. Another one.", other) == []


def test_a_new_paragraph_or_item_is_not_run_into_the_last_one() -> None:
    assert unwrapped("One.\nTwo\n\nThree\n- four\n  and five\n| six |") == (
        "One. Two\nThree\n- four and five\n| six |"
    )


def test_a_text_that_repeats_itself_without_end_is_compared_as_one_block() -> None:
    before, after = "no " * 40_000, "yes no " * 20_000
    assert len([run for piece in prose_pieces(before, after) for run in piece]) <= 4


@given(texts, texts)
def test_without_what_was_added_it_is_the_earlier_text_and_without_what_was_removed_the_later(
    before: str, after: str
) -> None:
    runs = [run for piece in prose_pieces(before, after) for run in piece]
    for text, other in ((before, "added"), (after, "removed")):
        left = "".join(run.text for run in runs if run.did != other)
        assert left == "".join(f"\n{line}" for line in unwrapped(text).splitlines())


@given(texts)
def test_a_text_is_not_changed_against_itself(text: str) -> None:
    assert changed_sentences(text, text) == ()


@given(texts, texts)
def test_no_run_is_empty_and_every_changed_sentence_shows_a_change(before: str, after: str) -> None:
    for sentence in changed_sentences(before, after):
        assert all(run.text for run in sentence)
        assert any(run.did for run in sentence)


def test_a_run_that_stayed_says_nothing_else() -> None:
    assert Run(text="as it was").did == ""
