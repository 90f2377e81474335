"""Where each page of the register stands, and how one page links to another.

The site may be published below a folder of a larger one, so every link inside it is
relative and begins with the way up from the page that it stands on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.core.identity import MOST_NAME, NAME, slug_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.core.identity import CaseId

HOME = ""
CASES = "cases/"
COUNCILS = "councils/"
THEMES = "themes/"
METHODS = "methods/"
SUMS = "sums/"
DATA = "data/"
CHANGES = "changes/"
COMPARE = "compare/"
REGISTER_FEED = "feeds/register.atom"
FOLLOW = "Follow what changes here with a news reader (Atom feed)"
# Written by hand, each a page of site_src or a template of the theme.
SEARCH = "search/"
SUBMIT = "submit/"
PROBLEMS = "submit/problems/"
ACCESSIBILITY = "accessibility/"
WRITTEN_BY_HAND = (SEARCH, SUBMIT, PROBLEMS, ACCESSIBILITY)
ALL_CASES = "all-cases/"  # below a plan, what is about all of its cases together
DIGITS = 12  # of the id of a file's content, as addresses have it


@dataclass(frozen=True, kw_only=True, slots=True)
class Ref:
    """Words that may be a link: `url` is an empty text where there is nothing to go to."""

    text: str
    url: str = ""


def case_address(id_: CaseId | str) -> str:
    """``cases/plymouth/2014-15/customer-services/``, of a case or of its path."""
    return f"{CASES}{id_}/"


def council_address(folder: str) -> str:
    """``councils/plymouth/``."""
    return f"{COUNCILS}{folder}/"


def plan_address(folder: str, year_folder: str) -> str:
    """``councils/plymouth/2014-15/``: the cases of one council's plan."""
    return f"{council_address(folder)}{year_folder}/"


def people_address(folder: str, year_folder: str) -> str:
    """``councils/plymouth/2014-15/all-cases/who-is-affected/``: deeper than any committee."""
    return f"{plan_address(folder, year_folder)}{ALL_CASES}who-is-affected/"


def says_address(folder: str, year_folder: str) -> str:
    """``councils/plymouth/2014-15/all-cases/what-they-say/``."""
    return f"{plan_address(folder, year_folder)}{ALL_CASES}what-they-say/"


def plan_file(folder: str, year_folder: str, name: str) -> str:
    """``councils/plymouth/2014-15/all-cases/savings.csv``."""
    return f"{plan_address(folder, year_folder)}{ALL_CASES}{name}.csv"


def committee_address(folder: str, year_folder: str, committee: str | None) -> str | None:
    """``councils/cambridgeshire/2018-19/health-committee/``; None for a name without a letter.

    A committee that papers write in two ways has one page as long as letters and digits agree.
    """
    slug = committee_slug(committee)
    return f"{plan_address(folder, year_folder)}{slug}/" if slug else None


def committee_slug(committee: str | None) -> str:
    """``health-committee``; empty where a name has no letter."""
    return slug_of(committee or "")[:MOST_NAME].strip("-")


def changes_address(earlier: str, later: str) -> str:
    """``changes/2018-02-15..2018-02-22/``: what changed between two milestones, by their keys."""
    return f"{CHANGES}{earlier}..{later}/"


def council_feed(folder: str) -> str:
    """``feeds/plymouth.atom``."""
    return f"feeds/{folder}.atom"


def committee_feed(folder: str, slug: str) -> str:
    """``feeds/cambridgeshire/health-committee.atom``: of all plans."""
    return f"feeds/{folder}/{slug}.atom"


def case_feed(path: str) -> str:
    """``feeds/cases/plymouth/2014-15/customer-services.atom``."""
    return f"feeds/cases/{path}.atom"


def view_address(name: str) -> str:
    """``cases/by-size/``: one folder deep, where no case lies, for a case lies three deep."""
    return f"{CASES}by-{name}/"


def theme_address(key: str) -> str | None:
    """``themes/shared-services/``; None for a key that cannot stand in an address."""
    return f"{THEMES}{key}/" if NAME.fullmatch(key) else None


def councils_address(theme: str, one: str, other: str) -> str:
    """``compare/waste/cambridgeshire..plymouth/``: two councils on a theme that has a page."""
    return f"{COMPARE}{theme}/{one}..{other}/"


def pair_address(one: str, other: str) -> str:
    """Two cases side by side, the same whichever path comes first.

    ``compare/cases/cambridgeshire..peterborough/2019-20..2019-20/one-slug..other-slug/``: each
    part of the two paths beside its like, so that no two pairs can have one address.
    """
    parts = zip(*(path.split("/") for path in sorted((one, other))), strict=True)
    return f"{COMPARE}cases/{'/'.join('..'.join(both) for both in parts)}/"


def case_questions_address(id_: CaseId) -> str:
    """``cases/plymouth/2014-15/customer-services/questions/``: to print, of one case."""
    return f"{case_address(id_)}questions/"


def history_address(id_: CaseId | str) -> str:
    """``cases/plymouth/2014-15/customer-services/history/``: its versions and what changed."""
    return f"{case_address(id_)}history/"


def version_address(id_: CaseId | str, blob: str) -> str:
    """``…/history/0123456789ab/``: one version for good, by what its file held."""
    return f"{history_address(id_)}{blob[:DIGITS]}/"


def step_address(id_: CaseId | str, earlier: str, later: str) -> str:
    """``…/history/0123456789ab..ba9876543210/``: what changed between two versions."""
    return f"{history_address(id_)}{earlier[:DIGITS]}..{later[:DIGITS]}/"


def questions_address(folder: str, year_folder: str) -> str:
    """``sums/questions/plymouth/2014-15/``: to print, of all cases of one council's plan."""
    return f"{SUMS}questions/{folder}/{year_folder}/"


def sums_view_address(name: str) -> str:
    """``sums/by-level/``: what was found, in one order."""
    return f"{SUMS}by-{name}/"


def check_address(code: str) -> str:
    """``methods/row-total/``: how one check works."""
    return f"{METHODS}{code}/"


def up(here: str) -> str:
    """The way from the page at `here` to the site's root: ``../../``, or nothing at the root."""
    return "../" * here.count("/")


def link(target: str, here: str) -> str:
    """The relative address of the page or file at `target`, seen from the page at `here`."""
    return f"{up(here)}{target}" or "./"


def anchors(names: Iterable[str]) -> tuple[str, ...]:
    """An id for each name, made of small letters, digits and hyphens; no two are alike."""
    taken: dict[str, None] = {}
    for name in names:
        plain = free = slug_of(name) or "item"
        number = 2
        while free in taken:
            free = f"{plain}-{number}"
            number += 1
        taken[free] = None
    return tuple(taken)
