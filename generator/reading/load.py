"""One case file: what it says, what is wrong with it, and where everything stands.

Reading never fails. A file with mistakes gives a case with as much in it as could
be read, and the problems beside it; a field that could not be read is named in the
case, so that a page can say so and a sum can leave it out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from typing import TYPE_CHECKING, Any

from generator.core.case import Case, Front
from generator.core.evaluate import evaluate
from generator.core.identity import CaseId, parse_case_id
from generator.core.problems import Fault, Place, Problem
from generator.reading.body import read_body
from generator.reading.fields import missing_fields, read_record
from generator.reading.rows import Desk
from generator.reading.yamltext import FIELD, Places, read_yaml

if TYPE_CHECKING:
    from generator.reading.files import TextFile

CODES = {
    "front-missing": "A case file that does not begin with its fields.",
    "front-unclosed": "Fields whose end is not marked.",
    "summary-too-long": "A summary of more words than a resident will read.",
    "headline-without-line": "A headline figure without the line on which it stands.",
}

FENCE = "---"
# What word processors and hasty fingers make of it.
NEARLY_FENCE = re.compile(r"(?:-{2,}|[\u2013\u2014]+-*)\s*")
FIELDS = {f.name for f in dataclass_fields(Front)}
MOST_WORDS = 60
MOST_LOOKED_FOR = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """A case as read.

    Attributes:
        case: the case, with everything that could be read.
        problems: what an officer has to mend, in the order of the file.
        places: where each value stands, by its path, for example
            ``("headline", "amount")`` or ``("tables", "costs", "totals", "2013-14")``.
    """

    case: Case
    problems: tuple[Problem, ...]
    places: Places


def load_case(file: TextFile) -> Loaded:
    """Read one case file, whose path is ``cases/council/plan-year/slug.md``."""
    front, body, body_line, framing = halves(file)
    first_line = 2
    if framing:
        front, first_line, body, body_line = _mended(file)
    yaml = read_yaml(front, file.path, first_line)
    # Where it is not known which fields there are, none is missing.
    lost = "" in yaml.spoilt or (framing and not yaml.tree)
    values, wrong, unreadable = read_record(Front, yaml.tree, yaml.places, spoilt=yaml.spoilt)
    missing = missing_fields(Front, yaml.tree, yaml.places, spoilt=yaml.spoilt)
    desk = Desk(places=yaml.places)
    below = read_body(desk, body, body_line)
    found = {f.name: tuple(getattr(below, f.name)) for f in dataclass_fields(below)}
    unreadable |= desk.spoilt | yaml.spoilt | (FIELDS if lost else set())
    id_, misplaced = identity_of(file)
    case = case_from(id_, values, found, unreadable)
    problems = [*misplaced, *file.problems, *framing, *yaml.problems, *wrong]
    problems += [*desk.problems, *_rules(case, yaml.places)] + ([] if lost else missing)
    return Loaded(case=case, problems=_in_order(problems), places=yaml.places)


def identity_of(file: TextFile) -> tuple[CaseId, list[Problem]]:
    """The case that a file is by its path, and what is wrong with that."""
    id_ = parse_case_id(file.path.removeprefix("cases/"))
    if isinstance(id_, Fault):
        unknown = CaseId(council="unknown", year_folder="2000-01", slug="unknown")
        return unknown, [Problem(place=Place(path=file.path), fault=id_)]
    return id_, []


def halves(file: TextFile) -> tuple[str, str, int, list[Problem]]:
    """The fields, the body, the body's first line, and what is wrong with their frame.

    Each line of the fields ends with a line break, the last one too: a text below ``|`` reads
    the same wherever it stands.
    """
    lines = file.readable.split("\n")
    if lines[0].rstrip() != FENCE:
        return "", file.readable, 1, [Problem(place=Place(path=file.path), fault=_NO_FRONT)]
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            front = "".join(f"{line}\n" for line in lines[1:number])
            return front, "\n".join(lines[number + 1 :]), number + 2, []
    end = Place(path=file.path, line=min(_end_of_fields(lines, 1) + 1, len(lines)))
    return "", "", 1, [Problem(place=end, fault=_UNCLOSED)]


def _mended(file: TextFile) -> tuple[str, int, str, int]:
    """The fields and the body of a file with a broken frame, each with its first line."""
    lines = file.readable.split("\n")
    begin = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if NEARLY_FENCE.fullmatch(lines[begin]):
        begin += 1
    elif not FIELD.match(lines[begin]):
        return "", 1, file.readable, 1
    end = _end_of_fields(lines, begin)
    below = end + 1 if end < len(lines) and NEARLY_FENCE.fullmatch(lines[end]) else end
    return "\n".join(lines[begin:end]), begin + 1, "\n".join(lines[below:]), below + 1


def _end_of_fields(lines: list[str], begin: int) -> int:
    """The number, from 0, of the line where the fields end: at --- or above the first heading."""
    numbers = range(begin, len(lines))
    ends = (n for n in numbers if lines[n].startswith("##") or NEARLY_FENCE.fullmatch(lines[n]))
    return next(ends, len(lines))


def case_from(id_: CaseId, values: dict[str, Any], found: dict[str, Any], spoilt: set[str]) -> Case:
    """The case of fields and of what stands below; `spoilt` are those that were not read whole."""
    order = [f.name for f in dataclass_fields(Case)]
    unreadable = tuple(name for name in order if name in spoilt and not values.get(name))
    # A case without a title still needs a name on its page.
    named = {"title": id_.slug.replace("-", " "), "source": ""} | values
    return Case(id=id_, **named, **found, unreadable=unreadable)


def _rules(case: Case, places: Places) -> list[Problem]:
    """What no field can see by itself."""
    problems = []
    words = len((case.summary or "").split())
    if words > MOST_WORDS:
        problems.append(Problem(place=places.of(("summary",)), fault=_long_summary(words)))
    if case.headline is not None and case.headline.line is None:
        problems.append(Problem(place=places.of(("headline",)), fault=_NO_LINE))
    if has_whole_figures(case):
        problems += _relation_problems(case, places)
    return problems


def has_whole_figures(case: Case) -> bool:
    """Whether all figures of a case could be read, so that a name of none is a mistake."""
    return not {"tables", "figures", "claims", "headline", "benefits"} & set(case.unreadable)


def _relation_problems(case: Case, places: Places) -> list[Problem]:
    problems: list[Problem] = []
    for number, relation in enumerate(case.relations):
        if any("#" in name for name in relation.names):
            continue  # a figure of another case is looked for when all cases are read
        sums = evaluate(case, relation)
        if len(problems) == MOST_LOOKED_FOR:
            break  # each name that is not found is compared with all that are there
        if isinstance(sums, Fault):
            problems.append(Problem(place=places.of(("relations", number)), fault=sums))
    return problems


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))


def _long_summary(words: int) -> Fault:
    return Fault(
        code="summary-too-long",
        read=f"a summary of {words} words",
        expected=f"at most {MOST_WORDS} words",
        remedy="say what is proposed, how much and who is concerned; the page says the rest",
    )


_NO_FRONT = Fault(
    code="front-missing",
    read="a file whose first line is not ---",
    expected="a line of ---, the fields and another line of ---",
    remedy="begin the file with ---, or start from the skeleton that “casebook new” writes",
)
_UNCLOSED = Fault(
    code="front-unclosed",
    read="fields without a line of --- behind them",
    expected="a line of --- between the fields and the text",
    remedy="add a line that holds --- and nothing else where the fields end",
)
_NO_LINE = Fault(
    code="headline-without-line",
    read="a headline without the line of the source on which it stands",
    expected="a field “line” in the headline",
    remedy="add the line of the source's text copy, such as line: 7285",
)
