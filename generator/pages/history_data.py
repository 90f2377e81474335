"""How a case changed as data: its versions, every leaf of each in words, and the steps between.

``history.json`` is what the script on the page compares any two versions with, and what a program
gets that wants to know what changed without reading git. ``case.json`` has the versions without
their leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.changes.change import Topic
from generator.changes.sentences import TITLES
from generator.pages.addresses import history_address, version_address
from generator.pages.history_changes import change_line, is_reason, no_change
from generator.pages.history_entries import beside_words, told
from generator.pages.history_keys import lasting_facts
from generator.pages.history_names import version_name
from generator.pages.json_lines import as_file, listed, one_line, record
from generator.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.changes.sentences import Sentence
    from generator.core.case import Case
    from generator.history.versions import Past, Removed, Version
    from generator.pages.figure_data import Data
    from generator.pages.history_facts import Fact
    from generator.pages.shelf import Shelf

HISTORY_FILE = "history.json"


def versions_data(case: Case, past: Past) -> list[Data]:
    """Every version of a case, the oldest first; ``url`` is relative to the site's root."""
    return [_version(version, case, known=past.known) for version in past.versions]


def _version(version: Version, case: Case, *, known: bool) -> Data:
    read = version.read
    state, shown = read.state, None if read.withheld else read.case
    change = shown.change if shown else None
    return {
        "number": version.number,
        "label": version_name(version),
        "edited": version.edited,
        "blob": state.blob,
        "commit": state.commit or None,
        "time": state.time.isoformat() if state.time else None,
        "version": shown.version if shown else None,
        "dated": shown.dated.isoformat() if shown and shown.dated else None,
        "stage": shown.stage if shown else None,
        "change": {"kind": change.kind.value, "reason": change.reason} if change else None,
        "removed": [_removed(one) for one in read.removed],
        "url": version_address(case.id, state.blob) if known and state.blob else None,
    }


def _removed(removed: Removed) -> Data:
    """What was removed: of it only the field, since what is named in it may be a person."""
    return {
        "what": removed.field,
        "reason": removed.reason,
        "authority": removed.authority,
        "date": removed.date.isoformat(),
    }


def history_file(
    case: Case, past: Past, shelf: Shelf, sheets: Mapping[tuple[int, int], str]
) -> Asset:
    """Everything on the history of a case, as ``history.json``.

    Args:
        case: as it stands.
        past: its versions.
        shelf: the register.
        sheets: the address of the sheet of each step, by the numbers of its two versions.
    """
    shown = (None if one.read.withheld else one.read.case for one in past.versions)
    every = lasting_facts(shown)
    body = record(
        {
            "case": one_line(str(case.id)),
            "complete": one_line(past.complete),
            "topics": listed(one_line({"key": t.value, "title": TITLES[t]}) for t in Topic),
            "versions": listed(
                _whole_version(one, case, facts, known=past.known)
                for one, facts in zip(past.versions, every, strict=True)
            ),
            "steps": listed(_step(*pair, past, shelf, sheets) for pair in told(past)),
        }
    )
    return Asset(address=f"{history_address(case.id)}{HISTORY_FILE}", body=as_file(body))


def _whole_version(version: Version, case: Case, facts: Iterable[Fact], *, known: bool) -> str:
    """A version with its leaves, a line for each."""
    said_of = {
        name: one_line(value) for name, value in _version(version, case, known=known).items()
    }
    return record(said_of | {"facts": listed(_fact(fact) for fact in facts)})


def _fact(fact: Fact) -> str:
    return one_line(
        {
            "key": fact.key,
            "of": fact.of,
            "item": fact.item,
            "topic": fact.topic.value,
            "label": fact.label,
            "words": fact.words,
        }
    )


def _step(
    before: Version,
    after: Version,
    past: Past,
    shelf: Shelf,
    sheets: Mapping[tuple[int, int], str],
) -> str:
    """What changed between two versions, a line for each sentence."""
    found = shelf.changes(before.read, after.read)
    between = past.versions[before.number : after.number]
    return record(
        {
            "from": one_line(before.number),
            "to": one_line(after.number),
            "url": one_line(sheets.get((before.number, after.number))),
            "beside": one_line(beside_words(between) or None),
            "same": one_line(None if found else no_change(before.read, after.read)),
            "sentences": listed(_sentence(one) for one in found),
        }
    )


def _sentence(one: Sentence) -> str:
    """A sentence, with the words that were added and removed where prose changed."""
    line = change_line(one)
    words = [[{"text": run.text, "did": run.did} for run in piece] for piece in line.prose]
    return one_line(
        {
            "topic": one.topic.value,
            "text": line.text,
            "reason": is_reason(one),
            "words": words,
        }
    )
