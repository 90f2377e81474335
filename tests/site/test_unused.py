"""Python looks for unused records less often for a while, and afterwards as it did before."""

from __future__ import annotations

import gc

import pytest

from generator.site.unused import SELDOM, tidying_seldom, untidied


def test_while_much_is_made_unused_records_are_looked_for_seldom() -> None:
    usual = gc.get_threshold()
    with tidying_seldom():
        assert gc.get_threshold() == SELDOM
    assert gc.get_threshold() == usual


def test_while_the_program_is_loaded_none_are_looked_for_and_afterwards_as_before() -> None:
    with untidied():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ImportError), untidied():
        raise ImportError
    assert gc.isenabled()


def test_who_has_none_looked_for_at_all_is_left_at_that() -> None:
    gc.disable()
    try:
        with untidied():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
