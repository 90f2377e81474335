"""One case file: what it says, what is wrong with it, and where everything stands.

Reading never fails. A file with mistakes gives a case with as much in it as could
be read, and the problems beside it; a field that could not be read is named in the
case, so that a page can say so and a sum can leave it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from typing import TYPE_CHECKING, Any

from generator.core.case import Case, Front
from generator.core.identity import CaseId, parse_case_id
from generator.core.problems import Fault, Place, Problem
from generator.core.sums import evaluate
from generator.reading.body import read_body
from generator.reading.fields import missing_fields, read_record
from generator.reading.rows import Desk
from generator.reading.yamltext import Places, read_yaml

if TYPE_CHECKING:
    from generator.reading.files import TextFile

CODES = {
    "front-missing": "A case file that does not begin with its fields.",
    "front-unclosed": "Fields whose end is not marked.",
    "summary-too-long": "A summary of more words than a resident will read.",
    "headline-without-line": "A headline figure without the line on which it stands.",
}

FENCE = "---"
MOST_WORDS = 60


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
    id_ = parse_case_id(file.path.removeprefix("cases/"))
    if isinstance(id_, Fault):
        id_ = CaseId(council="unknown", year_folder="2000-01", slug="unknown")
    front, body, body_line, framing = _halves(file)
    yaml = read_yaml(front, file.path, first_line=2)
    values, problems, unreadable = read_record(Front, yaml.tree, yaml.places)
    problems = [*framing, *yaml.problems, *problems]
    if not framing and "" not in yaml.spoilt:
        problems += missing_fields(Front, yaml.tree, yaml.places)
    desk = Desk(places=yaml.places)
    below = read_body(desk, body, body_line)
    found = {f.name: tuple(getattr(below, f.name)) for f in dataclass_fields(below)}
    spoilt = unreadable | desk.spoilt | (yaml.spoilt - {""}) | _all_if(framing or "" in yaml.spoilt)
    case = _case(id_, values, found, spoilt)
    problems += [*desk.problems, *_rules(case, yaml.places)]
    return Loaded(case=case, problems=_in_order(problems), places=yaml.places)


def _halves(file: TextFile) -> tuple[str, str, int, list[Problem]]:
    """The fields, the body, the body's first line, and what is wrong with their frame."""
    lines = file.text.split("\n")
    if lines[0].rstrip() != FENCE:
        return "", file.text, 1, [Problem(place=Place(path=file.path), fault=_NO_FRONT)]
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2, []
    return "", "", 1, [Problem(place=Place(path=file.path), fault=_UNCLOSED)]


def _all_if(broken: object) -> set[str]:
    """Where the fields as a whole cannot be read, each of them is unreadable that is not there."""
    return {f.name for f in dataclass_fields(Front)} if broken else set()


def _case(id_: CaseId, values: dict[str, Any], found: dict[str, Any], spoilt: set[str]) -> Case:
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
    if not {"tables", "figures", "claims", "headline", "benefits"} & set(case.unreadable):
        problems += _relation_problems(case, places)
    return problems


def _relation_problems(case: Case, places: Places) -> list[Problem]:
    problems = []
    for number, relation in enumerate(case.relations):
        if any("#" in name for name in relation.names):
            continue  # a figure of another case is looked for when all cases are read
        sums = evaluate(case, relation)
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
    expected="a line of --- , the fields, and another line of ---",
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
