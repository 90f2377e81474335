"""Cases for the tests of the audit: the text of one file in, what the checks say of it out.

A test writes what a case says and nothing else: `case_text` puts the two fields that every file
needs around it, `audited` reads it and runs every check. Other cases of the register, and its
council, are given where a test is about them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.audit.audit import CHECKS, Audit, audit
from generator.audit.findings import Verdict
from generator.reading.files import TextFile
from generator.reading.load import load_case

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.audit.checks import Check
    from generator.audit.findings import Finding, Tested
    from generator.core.case import Case
    from generator.core.councils import Council

PATH = "anytown/2020-21/new-library"
BLAMING = re.compile(
    r"\b(wrong|mistake|mistaken|error|erroneous|fail|fault|faulty|incorrect|mislead|blame)"
    r"(s|ed|ly|ing|ure)?\b",
    re.IGNORECASE,
)


def case_text(body: str = "", fields: str = "") -> str:
    """A case file: the fields that each needs and `fields`, then `body` under a heading."""
    top = f"---\ntitle: A new library\nsource: plan-2020\n{fields}---\n"
    return f"{top}\n## Financial case\n\n{body}" if body else top


def table(*rows: str, facets: str = "saving, £; lines 1 to 9", id_: str = "costs") -> str:
    """A finance table of these rows, the first being its heading: ``Item | 2020/21 | Total``."""
    heading, *cells = (f"| {row} |\n" for row in rows)
    rule = "|---" * (rows[0].count("|") + 1) + "|\n"
    return f"### Costs {{#{id_}}}\n{facets}\n\n{heading}{rule}{''.join(cells)}\n"


def figures(*rows: str) -> str:
    """Figures in the text: ``id | what | measure | amount | period | basis | line`` each."""
    heading = "id | what | measure | amount | period | basis | line"
    return table(heading, *rows, facets="", id_="figures")


def relations(*lines: str) -> str:
    """The section on how figures hang together, with these lines."""
    items = "".join(f"- {line}\n" for line in lines)
    return f"### How the figures hang together {{#relations}}\n\n{items}\n"


def case_of(text: str, path: str = PATH, *, problems: bool = False) -> Case:
    """The case of a file at `path`; it has to be one without problems unless said otherwise."""
    loaded = load_case(TextFile(path=f"cases/{path}.md", text=text))
    assert problems or not loaded.problems, [problem.fault for problem in loaded.problems]
    return loaded.case


def audited(
    text: str,
    others: Mapping[str, str] | None = None,
    council: Council | None = None,
    checks: tuple[Check, ...] = CHECKS,
    *,
    path: str = PATH,
) -> Audit:
    """What `checks` say of the case with this text.

    Args:
        text: the file.
        others: further files of the register, by ``council/plan-year/slug``.
        council: what is known of its council.
        checks: the checks to run; every one where none is said.
        path: where the case lies.
    """
    files = {path: text, **(others or {})}
    cases = {where: case_of(content, where) for where, content in files.items()}
    return audit(cases[path], cases, council, checks)


def found(audit_: Audit, code: str) -> tuple[Finding, ...]:
    """The findings of one check, the gravest first."""
    return tuple(finding for finding in audit_.findings if finding.code == code)


def looked_at(audit_: Audit, code: str) -> tuple[Tested, ...]:
    """What one check looked at."""
    return tuple(each for each in audit_.tested if each.code == code)


def only(audit_: Audit, code: str) -> Finding:
    """The one finding of a check."""
    findings = found(audit_, code)
    assert len(findings) == 1, [finding.title for finding in findings]
    return findings[0]


def agrees(audit_: Audit, code: str) -> bool:
    """Whether a check worked sums out and every one of them agrees."""
    sums = looked_at(audit_, code)
    return bool(sums) and all(each.verdict is Verdict.AGREES for each in sums)


def words_of(finding: Finding) -> str:
    """Everything that a finding says."""
    said = (finding.title, finding.explanation, finding.question, finding.assumption)
    return " ".join(said)


def beside_quotes(text: str) -> str:
    """A text without what it quotes: labels are the document's own words."""
    return re.sub("“[^”]*”", "“”", text)


def unneutral(text: str) -> list[str]:
    """Words of a text that blame somebody; none in what the audit says."""
    return [match[0] for match in BLAMING.finditer(text)]
