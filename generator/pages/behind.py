"""The cases behind the numbers of a page: each number leads to its case or to a list of them.

A number that cannot be followed to its cases has to be believed. The same cases often stand behind
several numbers, so each set of them is listed once, under all that it is the answer to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.addresses import Ref, case_address, link
from generator.pages.phrases import count, joined, sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """Some cases, and what they have in common."""

    id: str
    title: str
    number: str
    cases: tuple[Ref, ...]


class Behind:
    """Takes note of the cases behind each number of one page.

    Args:
        titles: of all cases, by path.
        here: the address of the page.
    """

    def __init__(self, titles: Mapping[str, str], here: str) -> None:
        self.titles, self._here = titles, here
        self._found: dict[tuple[str, ...], list[tuple[str, str]]] = {}

    def number(self, paths: Collection[str], what: str, one: str = "", *, of: str = "") -> Ref:
        """How many there are, as a link to who they are.

        Args:
            paths: of the cases.
            what: what they have in common.
            one: what is counted, in the singular, where the number does not stand alone.
            of: of whom or what they say it, where they do.
        """
        text = count(len(paths), one) if one else f"{len(paths):,}"
        if len(paths) < 2:
            return Ref(text=text, url=next((self.case(path).url for path in paths), ""))
        key = tuple(sorted(paths))
        said = self._found.setdefault(key, [])
        if (of, what) not in said:
            said.append((of, what))
        return Ref(text=text, url=f"#behind-{list(self._found).index(key) + 1}")

    def lists(self) -> tuple[Listed, ...]:
        """Every set of cases that a number stands for, in the order of the numbers."""
        return tuple(
            Listed(
                id=f"behind-{number}",
                title=sentence(_listed(said)),
                number=count(len(paths), "case"),
                cases=tuple(self.case(path) for path in paths),
            )
            for number, (paths, said) in enumerate(self._found.items(), 1)
        )

    def case(self, path: str) -> Ref:
        """A case as a link."""
        return Ref(text=self.titles[path], url=link(case_address(path), self._here))


def _listed(said: Sequence[tuple[str, str]]) -> str:
    """``Age and race: does not say; sex: looks at it, says what gets worse``: said once each."""
    plain = [words for name, words in said if not name]
    names_of: dict[str, list[str]] = {}
    for name, words in said:
        if name:
            names_of.setdefault(words, []).append(name)
    words_of: dict[str, list[str]] = {}
    for words, names in names_of.items():
        words_of.setdefault(joined(names), []).append(words)
    return "; ".join([*plain, *(f"{who}: {', '.join(words)}" for who, words in words_of.items())])
