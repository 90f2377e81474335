"""A case comes out of its pack as it went in, and the same case gives the same pack."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.reading.register import load_register
from generator.site.packing import pack, unpack

if TYPE_CHECKING:
    from generator.reading.load import Loaded

CASES = load_register(Path(__file__).resolve().parents[2]).cases


@pytest.mark.parametrize("path", CASES)
def test_a_real_case_is_the_same_after_packing(path: str) -> None:
    case = CASES[path].case
    again = unpack(pack(case))
    assert again == case
    assert repr(again) == repr(case)
    assert pack(case) == pack(CASES[path].case)


@pytest.mark.parametrize("path", list(CASES)[:3])
def test_what_is_more_than_its_fields_is_packed_too(path: str) -> None:
    loaded: Loaded = unpack(pack(CASES[path]))
    assert loaded.places.values == CASES[path].places.values
