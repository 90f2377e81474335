"""The whole run: what was kept of the last build never shows, whatever was edited in between."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import stages
from generator.audit.audit import audit
from generator.pages.theme_pages import ThemeView, theme_view
from generator.pipeline import build
from generator.reading.register import load_register
from generator.remaking.books import Books
from generator.remaking.lens import MANY
from generator.site.engine import draw
from generator.site.errors import SiteError
from generator.site.store import FOLDER
from tests.history.repositories import commit, git

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.pages.shelf import Shelf

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("north/2018-19/one", "north/2018-19/two", "north/2019-20/three", "south/2018-19/four")
MORE = ("north/2018-19/five", "south/2019-20/six")
LISTS = {
    "themes.yml": "libraries: {title: Libraries}\nroads: {title: Roads}\n",
    "sources.yml": "paper: {title: Budget, publisher: North, council: north, dated: 2018-02-01}\n",
    "north/council.yml": "name: North Council\nshort_name: North\n",
    "south/council.yml": "name: South Council\nshort_name: South\n",
}


def case(**said: str) -> str:
    """A case file; what is not said has a usual value."""
    values = {"title": "A plan", "amount": "£900k", "theme": "libraries", "reference": "A/1"}
    values |= {"committee": "", "summary": "", "kind": "business case"}
    values |= {
        "link": "",
        "how": "related",
        "relation": "`saved` = `costs.a.2018-19`",
        "prose": "Some prose.",
    } | said
    links = f"links:\n- kind: {values['how']}\n  case: {values['link']}\n" if values["link"] else ""
    return f"""---
title: {values["title"]}
source: paper
references: [{values["reference"]}]
themes: [{values["theme"]}]
kind: {values["kind"]}
committee: {values["committee"]}
summary: {values["summary"]}
{links}headline:
  amount: {values["amount"]}
  measure: saving
  period: 2018/19
  line: 12
---

## Case for change

{values["prose"]}

## Financial case

### Costs {{#costs}}
cost, £, in year; lines 3 to 4

| Row | 2018/19 |
|-----|--------:|
| A   | £1,000  |

### How the figures hang together {{#relations}}

- {values["relation"]}
"""


def make_register(folder: Path) -> Path:
    """Four small cases, two of which name another, with the real templates."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    (folder / "site_src").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Casebook\n", encoding="utf-8")
    for name in ("north", "south"):
        (folder / "cases" / name).mkdir(parents=True)
    for name, text in LISTS.items():
        (folder / "cases" / name).write_text(text, encoding="utf-8")
    for number, name in enumerate(NAMES):
        link = NAMES[0] if number else "south/2018-19/four"
        write(folder, name, case(title=f"Plan {number}", reference=f"A/{number}", link=link))
    return folder


def write(root: Path, name: str, text: str) -> None:
    file = root / "cases" / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The names under which two folders do not hold the same."""
    return sorted(name for name in one | other if one.get(name) != other.get(name))


Drawing = dict[str, bytes]


@pytest.fixture(scope="module")
def drawing(tmp_path_factory: pytest.TempPathFactory) -> Drawing:
    return draw(ROOT, tmp_path_factory.mktemp("drawn"))


@pytest.fixture
def predrawn(monkeypatch: pytest.MonkeyPatch, drawing: Drawing) -> None:
    """The engine has drawn already, and draws the same whatever is edited."""
    monkeypatch.setattr(stages, "drawings", lambda *_, **__: drawing)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1546300800")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_register(tmp_path / "register")


def publish(root: Path, *, clean: bool = False) -> dict[str, bytes]:
    """Build beside the register, from what is kept or from nothing, and give the site's files."""
    site = root.parent / ("clean" if clean else "site")
    built = build(root, site, clean=clean, indexed=False)
    assert not built.broken
    return held(site)


def edit(name: str, **said: str) -> Callable[[Path], None]:
    return lambda root: write(root, name, case(**said))


def text_of(path: str, text: str) -> Callable[[Path], None]:
    def apply(root: Path) -> None:
        file = root / path
        if file.parent.is_dir():
            file.write_text(text, encoding="utf-8")

    return apply


def delete(name: str) -> Callable[[Path], None]:
    return lambda root: (root / "cases" / f"{name}.md").unlink(missing_ok=True)


def rename(name: str, other: str) -> Callable[[Path], None]:
    def apply(root: Path) -> None:
        file = root / "cases" / f"{name}.md"
        if file.exists():
            write(root, other, file.read_text(encoding="utf-8"))
            file.unlink()

    return apply


def spoil_template(root: Path) -> None:
    file = root / "templates" / "case.html"
    file.write_text(file.read_text(encoding="utf-8") + "\n<p>More</p>", encoding="utf-8")


def damage(root: Path) -> None:
    """Change a byte in the middle of everything that is kept."""
    for file in (root / FOLDER).iterdir():
        body = bytearray(file.read_bytes())
        body[len(body) // 2] ^= 1
        file.write_bytes(bytes(body))


def committed(root: Path) -> None:
    commit(root, "2020-01-01")


def committed_later(root: Path) -> None:
    commit(root, "2020-03-01")


def marked(root: Path) -> None:
    git(root, "tag", "--force", "approved")


def removal(root: Path) -> None:
    why = "reason: An address., authority: The officer, date: 1 May 2020"
    text = f"one: {{case: {NAMES[0]}, field: summary, {why}}}\n"
    (root / "cases" / "redactions.yml").write_text(text, encoding="utf-8")


def remove_page(root: Path) -> None:
    shutil.rmtree(root.parent / "site" / "cases" / "north", ignore_errors=True)


def spoil_page(root: Path) -> None:
    (root.parent / "site" / "index.html").write_text("mine", encoding="utf-8")


EVERY = st.sampled_from(NAMES + MORE)
EDITS = st.one_of(
    st.builds(
        edit,
        EVERY,
        title=st.sampled_from(["Plan", "Other plan", ""]),
        amount=st.sampled_from(["£900k", "£1m", "lots", "n/a"]),
        theme=st.sampled_from(["libraries", "roads", "unknown"]),
        reference=st.sampled_from(["A/1", "A/2"]),
        link=st.sampled_from(["", *NAMES, *MORE]),
        how=st.sampled_from(["related", "part of", "same initiative"]),
        committee=st.sampled_from(["", "Health", "health", "Roads committee"]),
        summary=st.sampled_from(["", "It saves money."]),
        kind=st.sampled_from(["business case", "programme"]),
        relation=st.sampled_from(
            ["`costs` adds up by row", f"`costs.a.2018-19` = `{NAMES[0]}#headline`", "nonsense"]
        ),
        prose=st.sampled_from(["Some prose.", f"See [it](/cases/{MORE[0]}/).", "## ?"]),
    ),
    st.builds(  # of which addresses and themes stay as they are
        edit,
        EVERY,
        title=st.sampled_from(["Plan", "Other plan"]),
        amount=st.sampled_from(["£900k", "£1m", "lots"]),
        link=st.sampled_from(["", *NAMES]),
        how=st.sampled_from(["part of", "follows"]),
        relation=st.sampled_from([f"`costs.a.2018-19` = `{name}#headline`" for name in NAMES]),
    ),
    st.builds(text_of, EVERY.map("cases/{}.md".format), st.sampled_from(["", "---\n", "\0"])),
    st.builds(delete, EVERY),
    st.builds(rename, EVERY, EVERY),
    st.builds(
        text_of,
        st.sampled_from(
            [
                "cases/themes.yml",
                "cases/sources.yml",
                "cases/deflators.yml",
                "cases/north/council.yml",
            ]
        ),
        st.sampled_from([*LISTS.values(), "libraries: {title: Books}\n", "", "a: ["]),
    ),
    st.sampled_from([spoil_template, damage, remove_page, spoil_page]),
    st.builds(
        text_of,
        st.just("cases/milestones.yml"),
        st.sampled_from(
            [
                "",
                "a: [",
                "budget: {title: Budget, mark: approved}\n",
                "one: {title: One, dated: 2020-01-15}\ntwo: {title: Two, dated: 2020-02-15}\n",
            ]
        ),
    ),
    st.sampled_from([committed, committed, committed_later, marked, removal]),
)


@pytest.mark.usefixtures("predrawn")
@pytest.mark.parametrize("many", [0, MANY])  # of which cases it is noted that all were looked at
@settings(
    max_examples=5,  # each builds the whole register up to ten times
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # it sets the same each time
)
@given(steps=st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=5))
def test_whatever_was_edited_a_build_gives_what_a_clean_one_gives(
    monkeypatch: pytest.MonkeyPatch, many: int, steps: list[list[Callable[[Path], None]]]
) -> None:
    monkeypatch.setattr("generator.remaking.lens.MANY", many)
    monkeypatch.setattr("generator.site.digest.MOMENT", -1)
    with tempfile.TemporaryDirectory() as folder:
        root = make_register(Path(folder) / "register")
        git(root, "init", "--quiet")
        committed(root)
        publish(root)
        for step in steps:
            for change in step:
                change(root)
            site, clean = publish(root), publish(root, clean=True)
            assert differing(site, clean) == []


HIDDEN = "Whitlock of Orchard Lane"


@pytest.mark.usefixtures("predrawn")
@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("field: summary, ", {"summary": f"It concerns {HIDDEN}."}),
        ("field: sections.Case for change, ", {"prose": f"It concerns {HIDDEN}."}),
        ("", {"title": HIDDEN}),
    ],
)
def test_what_was_removed_for_a_reason_stands_nowhere_in_the_site(
    root: Path, field: str, said: dict[str, str]
) -> None:
    git(root, "init", "--quiet")
    edit(NAMES[0], amount="£900k", **said)(root)
    committed(root)
    assert any(HIDDEN.encode() in body for body in publish(root).values())
    edit(NAMES[0], amount="£800k", prose="Other prose.")(root)
    why = "reason: A private address., authority: The officer, date: 1 May 2020"
    text = f"one: {{case: {NAMES[0]}, {field}{why}}}\n"
    (root / "cases" / "redactions.yml").write_text(text, encoding="utf-8")
    committed(root)
    for site in (publish(root), publish(root, clean=True)):
        assert [name for name, body in site.items() if HIDDEN.encode() in body] == []


@pytest.mark.usefixtures("predrawn")
def test_two_clean_builds_are_equal(root: Path) -> None:
    assert differing(publish(root, clean=True), publish(root, clean=True)) == []


@pytest.mark.usefixtures("predrawn")
def test_many_processes_publish_what_one_publishes(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # This process is copied whatever it has done, so it draws nothing; see ``pool``.
    monkeypatch.setattr("generator.remaking.album.draw", lambda _: "<svg></svg>")
    edit(NAMES[1], theme="unknown", link="north/2018-19/nothing", amount="lots")(root)
    alone = publish(root, clean=True)
    monkeypatch.setattr("generator.remaking.pool.FEWEST", 1)
    monkeypatch.setattr("generator.remaking.pool._cores", lambda: 2)
    monkeypatch.setattr("generator.remaking.pool._can_copy", lambda: True)
    monkeypatch.setattr("generator.site.last.MANY_FILES", 0)  # looked at by a process of its own
    assert differing(publish(root, clean=True), alone) == []
    edit(NAMES[0], title="Another")(root)
    assert differing(publish(root), publish(root, clean=True)) == []


@pytest.mark.usefixtures("predrawn")
def test_a_build_that_is_stopped_while_pages_are_made_leaves_the_site_and_nothing_beside_it(
    root: Path,
) -> None:
    before = publish(root)
    template = root / "templates" / "council_year.html"
    template.write_text("<h1>A</h1><script>alert(1)</script>", encoding="utf-8")
    edit(NAMES[0], title="Another")(root)
    with pytest.raises(SiteError, match="no page may hold"):
        publish(root)
    assert differing(held(root.parent / "site"), before) == []
    assert held(root.parent / ".casebook") == {}


@pytest.mark.usefixtures("predrawn")
def test_where_nothing_changed_nothing_is_read_drawn_or_written(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = publish(root)
    monkeypatch.setattr(stages, "open_books", None)
    built = build(root, root.parent / "site", indexed=False)
    assert built.change is not None
    assert (built.cases, built.change.move) == (4, ())
    assert differing(held(root.parent / "site"), before) == []


@pytest.mark.usefixtures("predrawn")
def test_one_edited_case_makes_its_own_files_and_those_that_show_it(root: Path) -> None:
    publish(root)
    edit(NAMES[1], title="Plan 1", reference="A/1", link=NAMES[0], prose="Other prose.")(root)
    built = build(root, root.parent / "site", indexed=False)
    assert built.change is not None
    own = f"cases/{NAMES[1]}/"
    others = {path for path in built.change.move if not path.startswith(own)}
    assert others <= {
        "api/v1/changes.json",  # names what each file holds
        "themes/libraries/index.html",  # quotes the reason that each case gives
        "compare/libraries/north..south/index.html",
    }


@pytest.mark.usefixtures("predrawn")
def test_in_a_large_register_a_theme_is_made_anew_only_where_a_case_on_it_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.remaking.lens.MANY", 1)  # a large register has two cases
    for number, name in enumerate(NAMES):
        edit(name, title="On", reference=f"A/{number}", theme="roads" if number < 2 else "")(root)
    publish(root)
    made: list[str] = []

    def noted(key: str, shelf: Shelf) -> ThemeView:
        made.append(key)
        return theme_view(key, shelf)

    monkeypatch.setattr("generator.pages.pages_of_comparisons.theme_view", noted)
    edit(NAMES[2], title="Off", reference="A/2", theme="", amount="£700k")(root)
    publish(root)
    assert made == []
    edit(NAMES[1], title="On", reference="A/1", theme="roads", amount="£700k")(root)
    publish(root)
    assert made == ["roads"]


@pytest.mark.usefixtures("predrawn")
def test_what_lists_do_not_show_of_a_case_makes_no_list_anew_and_no_file_is_read_for_a_list(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(root)
    read: list[str] = []
    monkeypatch.setattr(Books, "_read", lambda _, path: read.append(path))
    edit(NAMES[1], title="Another", reference="A/1", link=NAMES[0], theme="roads")(root)
    built = build(root, root.parent / "site", indexed=False)
    assert read == []
    assert built.change is not None
    others = {"councils/south/index.html", "councils/north/2019-20/index.html", "data/index.html"}
    assert others.isdisjoint(built.change.move)
    shown = {"cases/index.html", "themes/roads/index.html", "councils/north/2018-19/index.html"}
    assert shown | {"api/v1/cases.json", "search/refs.json"} <= set(built.change.move)


@pytest.mark.usefixtures("predrawn")
def test_what_another_case_holds_against_a_figure_shows_beside_it_as_long_as_it_does(
    root: Path,
) -> None:
    publish(root)
    page, said = f"cases/{NAMES[0]}/index.html", "Found in other cases"
    naming = f"`costs.a.2018-19` = `{NAMES[0]}#headline`"
    steps = (
        (edit(NAMES[3], relation=naming), True),
        (edit(NAMES[0], amount="£800k"), True),
        (edit(NAMES[0], amount="£1,000"), False),
        (edit(NAMES[0], amount="£900k"), True),
        (edit(NAMES[3], title="Another", relation=naming), True),
        (edit(NAMES[3]), False),
        (edit(NAMES[3], relation=naming), True),
        (delete(NAMES[3]), False),
    )
    for change, shows in steps:
        change(root)
        site = publish(root)
        assert (said in site[page].decode("utf-8")) is shows
        assert differing(site, publish(root, clean=True)) == []


@pytest.mark.usefixtures("predrawn")
def test_a_case_that_names_figures_of_others_is_checked_once_for_all_their_pages(
    root: Path,
) -> None:
    edit(NAMES[3], relation=f"`costs.a.2018-19` = `{NAMES[0]}#headline`")(root)
    with patch("generator.pages.shelf.audit", side_effect=audit) as checked:
        site = publish(root)
    assert "Found in other cases" in site[f"cases/{NAMES[0]}/index.html"].decode("utf-8")
    assert sorted(str(call.args[0].id) for call in checked.call_args_list) == sorted(NAMES)


@pytest.mark.usefixtures("predrawn")
def test_a_change_that_names_a_figure_of_another_case_has_the_title_of_that_case(
    root: Path,
) -> None:
    git(root, "init", "--quiet")
    committed(root)
    edit(NAMES[3], relation=f"`costs.a.2018-19` = `{NAMES[0]}#headline`")(root)
    committed_later(root)
    publish(root)
    for title in ("A title nobody had", "Another title"):
        edit(NAMES[0], title=title)(root)
        site = publish(root)
        page = site[f"cases/{NAMES[3]}/history/index.html"].decode("utf-8")
        assert f"the headline of the case “{title}”" in page
        assert differing(site, publish(root, clean=True)) == []


@pytest.mark.usefixtures("predrawn")
def test_a_new_title_shows_on_the_pages_that_link_to_the_case(root: Path) -> None:
    publish(root)
    edit(NAMES[0], title="A title nobody had")(root)
    page = publish(root)[f"cases/{NAMES[3]}/index.html"].decode("utf-8")
    assert "A title nobody had" in page


@pytest.mark.usefixtures("predrawn")
def test_a_page_that_was_changed_by_hand_is_put_right(root: Path) -> None:
    before = publish(root)
    spoil_page(root)
    assert differing(publish(root), before) == []


@pytest.mark.usefixtures("predrawn")
def test_what_another_account_or_a_proposal_left_is_not_believed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = publish(root)
    shutil.rmtree(root.parent / "site")
    monkeypatch.setattr("generator.site.store.own_key", lambda: b"k" * 32)
    assert differing(publish(root), before) == []


@pytest.mark.usefixtures("predrawn")
def test_the_problems_are_those_of_a_first_reading(root: Path) -> None:
    for name in NAMES[1:3]:
        edit(name, theme="unknown", link="north/2018-19/nothing", amount="lots")(root)
    first = build(root, root.parent / "site", indexed=False).problems
    (root / "cases" / "themes.yml").write_text("roads: {title: Roads}\n", encoding="utf-8")
    build(root, root.parent / "site", indexed=False)
    (root / "cases" / "themes.yml").write_text(LISTS["themes.yml"], encoding="utf-8")
    assert first == build(root, root.parent / "site", indexed=False).problems
    assert first == load_register(root).problems
    assert len(first) > 4


def spoil_pieces(root: Path) -> None:
    for file in (root / FOLDER).glob("packs-*"):
        file.write_bytes(b"x" * file.stat().st_size)


def forget_pieces(root: Path) -> None:
    for file in (root / FOLDER).glob("packs-*"):
        file.unlink()


@pytest.mark.usefixtures("predrawn")
@pytest.mark.parametrize("harm", [spoil_pieces, forget_pieces])
def test_where_kept_pieces_are_damaged_or_gone_everything_is_made_anew(
    root: Path, harm: Callable[[Path], None]
) -> None:
    publish(root)
    harm(root)
    edit(NAMES[0], title="Another")(root)
    assert differing(publish(root), publish(root, clean=True)) == []


@pytest.mark.usefixtures("predrawn")
def test_pieces_that_nothing_rests_on_are_cleared_away_and_nobody_can_tell(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.remaking.tidying.LEAST", 0)
    monkeypatch.setattr("generator.remaking.tidying.MOST_TIMES", 1)
    publish(root)
    for title in ("Another", "Yet another", "The last one"):
        (before,) = (root / FOLDER).glob("packs-*")
        edit(NAMES[0], title=title)(root)
        site = publish(root)
        (after,) = (root / FOLDER).glob("packs-*")
        assert before != after
    assert differing(site, publish(root, clean=True)) == []


@pytest.mark.usefixtures("predrawn")
def test_pieces_of_a_build_that_was_killed_are_cleared_away(root: Path) -> None:
    publish(root)
    (root / FOLDER / "packs-7").write_bytes(b"of a build that was killed")
    publish(root, clean=True)
    assert len(list((root / FOLDER).glob("packs-*"))) == 1


@pytest.mark.usefixtures("predrawn")
def test_a_link_to_a_place_that_another_page_has_lost_is_found(root: Path) -> None:
    """Only pages that changed, or name what is gone, are asked; the answer is that for all."""
    place = '<h2 id="somewhere">Somewhere</h2>'
    council = root / "templates" / "council.html"
    theme = root / "templates" / "theme.html"
    link = '<a href="../../councils/north/#somewhere">Somewhere</a>'
    council.write_text(
        council.read_text(encoding="utf-8")
        + "{% if 'North' in page.name %}"
        + place
        + "{% endif %}",
        encoding="utf-8",
    )
    theme.write_text(theme.read_text(encoding="utf-8") + link, encoding="utf-8")
    publish(root)
    listed = root / "cases" / "north" / "council.yml"
    listed.write_text(listed.read_text(encoding="utf-8").replace("North", "Norte"), "utf-8")
    broken = build(root, root.parent / "site", indexed=False).broken
    assert {(one.page, one.why.split(" in ")[0]) for one in broken} == {
        ("themes/libraries/index.html", "there is no place called somewhere")
    }


@pytest.mark.usefixtures("predrawn")
def test_money_that_is_edited_without_a_reason_is_said_before_and_after_it_is_committed(
    root: Path,
) -> None:
    git(root, "init", "--quiet")
    committed(root)
    publish(root)
    edit(NAMES[0], amount="£1m", reference="A/0", link="south/2018-19/four", title="Plan 0")(root)
    for step in (lambda _: None, committed):
        step(root)
        site, clean = publish(root), publish(root, clean=True)
        assert differing(site, clean) == []
        page = site[f"cases/{NAMES[0]}/index.html"].decode("utf-8")
        assert "as £900,000 and now gives it as £1 million, without a reason" in page


@pytest.mark.usefixtures("predrawn")
def test_a_slip_in_the_path_of_a_case_that_was_removed_whole_is_told(root: Path) -> None:
    git(root, "init", "--quiet")
    committed(root)
    (root / f"cases/{NAMES[0]}.md").unlink()
    committed(root)
    for path, told in ((NAMES[0], []), (f"{NAMES[0]}s", ["redaction-case-unknown"])):
        why = "reason: A private address., authority: The officer, date: 1 May 2020"
        text = f"one: {{case: {path}, {why}}}\n"
        (root / "cases" / "redactions.yml").write_text(text, encoding="utf-8")
        built = build(root, root / "site", indexed=False, broken=True)
        codes = [problem.fault.code for problem in built.problems]
        assert [code for code in codes if code.startswith("redaction")] == told
