"""What a case depends on and how it stands to other cases, seen from both ends.

An officer writes a link once, in one file; readers of the other case need it as much,
so each page also shows the links that lead to it, in words turned round.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.compare.pairs import CONNECTING
from generator.core.risks import Dependency
from generator.core.words import DependencyKind, LinkKind
from generator.pages.addresses import Ref, case_address, history_address, link, pair_address
from generator.pages.phrases import ended, lost, place, sentence
from generator.pages.shelf import Shelf, title_of

if TYPE_CHECKING:
    from generator.core.case import Case
    from generator.core.deciding import Link
    from generator.core.identity import CaseId

NOTHING = Ref(text="")
SIDE_BY_SIDE = "Both side by side"
NO_DEPENDENCY = "The document does not say what the case depends on."
OUT = {
    LinkKind.PART_OF: "Part of",
    LinkKind.FOLLOWS: "Follows",
    LinkKind.SAME_INITIATIVE: "The same initiative, seen from elsewhere",
    LinkKind.SHARES_TEXT: "Shares text with",
    LinkKind.OVERLAPS: "Overlaps with, as the document warns",
    LinkKind.RELATED: "Related",
    DependencyKind.DEPENDS_ON: "Depends on",
    DependencyKind.DELIVERS_TO: "Delivers to",
}
BACK = {
    LinkKind.PART_OF: "Is part of this case",
    LinkKind.FOLLOWS: "Follows this case",
    LinkKind.SAME_INITIATIVE: "The same initiative, seen from elsewhere",
    LinkKind.SHARES_TEXT: "Shares text with this case",
    LinkKind.OVERLAPS: "Overlaps with this case, as its document warns",
    LinkKind.RELATED: "Names this case as related",
    DependencyKind.DEPENDS_ON: "Depends on this case",
    DependencyKind.DELIVERS_TO: "Delivers to this case",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ConnectionView:
    """One thing that a case is connected with.

    Attributes:
        what: a link where it is in the register.
        compared: leads to what is different, where this case follows it.
        beside: leads to both side by side, where the link says that they are about one thing.
    """

    kind: str
    what: Ref
    text: str
    place: str
    compared: Ref = NOTHING
    beside: Ref = NOTHING


@dataclass(frozen=True, kw_only=True, slots=True)
class ConnectionsView:
    """Dependencies, links from this case, and links that lead here."""

    dependencies: tuple[ConnectionView, ...]
    silence: str
    links: tuple[ConnectionView, ...]
    back: tuple[ConnectionView, ...]


def connections_view(case: Case, shelf: Shelf) -> ConnectionsView:
    """All connections of a case."""
    known = case.dependencies or lost(case, "dependencies")
    return ConnectionsView(
        dependencies=tuple(_out(case, dependency, shelf) for dependency in case.dependencies),
        silence="" if known else NO_DEPENDENCY,
        links=tuple(_link(case, each, shelf) for each in case.links),
        back=tuple(
            _back(case, other, pointer, shelf)
            for other, pointer in shelf.pointing.get(str(case.id), ())
        ),
    )


def case_ref(id_: CaseId, here: str, shelf: Shelf) -> Ref:
    """A case by title, council and plan year; without a link where the register lacks it."""
    other = shelf.cases.get(str(id_))
    if other is None:
        return Ref(text=str(id_))
    text = f"{title_of(other)} ({shelf.council_name(id_.council)}, {id_.plan_year})"
    return Ref(text=text, url=link(case_address(id_), here))


def _link(case: Case, pointer: Link, shelf: Shelf) -> ConnectionView:
    """A link from this case; where it follows another, with the way to what is different."""
    followed = [other.id for other in followed_cases(case, shelf)]
    view = _out(case, pointer, shelf)
    if pointer.kind is not LinkKind.FOLLOWS or pointer.case not in followed:
        return view
    page = link(history_address(case.id), case_address(case.id))
    anchor = followed_anchor(followed.index(pointer.case) + 1)
    return replace(view, compared=Ref(text="What is different", url=f"{page}#{anchor}"))


def followed_cases(case: Case, shelf: Shelf) -> tuple[Case, ...]:
    """The cases of earlier plans that a case says it follows, as far as the register has them."""
    paths = (str(one.case) for one in case.links if one.kind is LinkKind.FOLLOWS and one.case)
    wanted = (path for path in dict.fromkeys(paths) if path != str(case.id))
    return tuple(shelf.cases[path] for path in wanted if path in shelf.cases)


def followed_anchor(number: int) -> str:
    """Where the comparison with the case that is followed, counted from 1, stands on the page."""
    return f"followed-{number}"


def _out(case: Case, pointer: Link | Dependency, shelf: Shelf) -> ConnectionView:
    name = pointer.title if isinstance(pointer, Dependency) else pointer.name or ""
    here = case_address(case.id)
    what = case_ref(pointer.case, here, shelf) if pointer.case else Ref(text=name)
    # A dependency has words of its own beside the case that it means.
    own = ended(name) if pointer.case and name else ""
    return ConnectionView(
        kind=OUT[pointer.kind],
        what=what if what.text else Ref(text="something that the file does not name"),
        text=" ".join(filter(None, [own, ended(sentence(pointer.text or ""))])),
        place=place(pointer.line),
        beside=_beside(case.id, pointer.case, shelf) if pointer.case else NOTHING,
    )


def _beside(one: CaseId, other: CaseId, shelf: Shelf) -> Ref:
    """The page on two cases, where one of them, as it stands now, has a link that asks for one."""
    here, there = shelf.cases.get(str(one)), shelf.cases.get(str(other))
    if here is None or there is None or one == other:
        return NOTHING
    ways = ((here, other), (there, one))
    if not any(p.kind in CONNECTING and p.case == end for case, end in ways for p in case.links):
        return NOTHING
    return Ref(text=SIDE_BY_SIDE, url=link(pair_address(str(one), str(other)), case_address(one)))


def _back(case: Case, other: Case, pointer: Link | Dependency, shelf: Shelf) -> ConnectionView:
    """What another case says of this one; the line is that of the other's source."""
    text = pointer.text or (pointer.title if isinstance(pointer, Dependency) else "")
    return ConnectionView(
        kind=BACK[pointer.kind],
        what=case_ref(other.id, case_address(case.id), shelf),
        text=f"Its page says: {ended(text)}" if text else "",
        place="",
        beside=_beside(case.id, other.id, shelf),
    )
