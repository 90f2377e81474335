"""Which commits are built on which, where lines of work ran side by side.

The states of a case stand in one row, by their time. Where two of them were written on two
branches that were brought together later, the second was not made from the first, and whoever
reads what changed between them has to be told so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Ancestry:
    """The commits of a history by what they are built on.

    The way back from the last commit along each first parent is the trunk. Of every other commit
    it is noted at which place of the trunk its line began and at which it was brought back, so
    that most questions are answered by comparing two numbers.

    Args:
        parents: the commits that each one is built on, each commit after these.
    """

    def __init__(self, parents: Mapping[str, tuple[str, ...]]) -> None:
        self._parents = parents
        way: list[str] = []
        at = [*parents][-1] if parents else ""
        while at in parents:
            way.append(at)
            at = next(iter(parents[at]), "")
        self._trunk = {commit: number for number, commit in enumerate(reversed(way))}
        self._began: dict[str, int] = {}
        for commit, several in parents.items():
            known = [self._trunk.get(each, self._began.get(each, -1)) for each in several]
            self._began[commit] = self._trunk.get(commit, max(known, default=-1))
        self._joined: dict[str, int] = {}
        for commit, number in self._trunk.items():
            self._join(commit, number)

    def _join(self, commit: str, number: int) -> None:
        """Note of all commits that this one of the trunk brings back that it does."""
        ahead = list(self._parents[commit][1:])
        while ahead:
            each = ahead.pop()
            if each in self._parents and each not in self._trunk and each not in self._joined:
                self._joined[each] = number
                ahead += self._parents[each]

    def is_built_on(self, later: str, earlier: str) -> bool:
        """Whether a commit is built on another; also where one of them is not known."""
        if later not in self._began or earlier not in self._began:
            return True
        joined = self._trunk.get(earlier, self._joined.get(earlier, -1))
        if joined <= self._began[later]:
            return True
        return self._is_below(later, earlier)

    def _is_below(self, later: str, earlier: str) -> bool:
        """The same of two commits of which neither is on the trunk, by going back."""
        seen, ahead = set[str](), [later]
        while ahead:
            each = ahead.pop()
            if each == earlier:
                return True
            if each not in seen and each not in self._trunk:
                seen.add(each)
                ahead += self._parents.get(each, ())
        return False
