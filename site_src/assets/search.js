/*
  The search page: takes the question from the address, looks through the references, asks the
  index for each thing that was said, and lists what was found. Every filter works on the whole
  of what was found. Text from the register is only ever put in as text, never as HTML.
*/

import {isNear, nearestWord, referencesFor, thingsAsked, wordsOf} from "./search-words.js";

const ROOT = new URL("../", import.meta.url);
const AT_ONCE = 10;
const GROUPS = [["council", "Council"], ["year", "Plan year"], ["theme", "Theme"],
  ["kind", "Kind"], ["committee", "Committee"]];

/* How the index weighs. What papers call a thing counts less than the word that was typed, a page
   that answers to less of what was said counts less, and so does a page that only leads to cases. */
const ALSO = 0.6;
const PARTLY = 2;
const LEADS_ELSEWHERE = 0.3;
const NO_CASES = ["Council", "Theme", "Guide"];

const NOTHING = {found: new Map(), instead: [], also: []};

const by = id => document.getElementById(id);
const state = {question: "", sort: "", chosen: new Map(GROUPS.map(([name]) => [name, new Set()]))};
let shown = AT_ONCE;
let turn = 0;
let loading; // what is loaded with the first question, and kept

/* ---- What is loaded, once ------------------------------------------------------------------ */

const json = async path => {
  const answer = await fetch(new URL(path, ROOT));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

async function load() {
  const [pagefind, references, words] = await Promise.all([
    import(new URL("pagefind/pagefind.js", ROOT)), json("search/refs.json"), json("search/words.json"),
  ]);
  await pagefind.options({baseUrl: ROOT.pathname, excerptLength: 24});
  await pagefind.init();
  const facets = new Map();
  const values = await pagefind.filters();
  for (const [group] of GROUPS) {
    const pages = new Map();
    for (const value of Object.keys(values[group] ?? {})) {
      const {results} = await pagefind.search(null, {filters: {[group]: value}});
      pages.set(value, new Set(results.map(one => one.id)));
    }
    facets.set(group, pages);
  }
  const elsewhere = new Set(NO_CASES.flatMap(kind => [...facets.get("kind").get(kind) ?? []]));
  return {pagefind, references, ...words, facets, elsewhere};
}

/* ---- Finding ------------------------------------------------------------------------------- */

/* Everything that answers to at least one thing said: page id to {one, score}, one being the
   index's best find on that page. `instead` names the words put right, `also` those added. */
async function find(question, {pagefind, synonyms, words, elsewhere}) {
  const found = new Map();
  const instead = [];
  const also = new Set();
  const things = thingsAsked(question, synonyms);
  for (const thing of things) {
    const hits = await pagesWith(thing, pagefind, words, instead, also);
    for (const [id, {one, score}] of hits) {
      const before = found.get(id) ?? {score: 0, best: 0, things: 0};
      found.set(id, {
        one: score > before.best ? one : before.one,
        best: Math.max(score, before.best),
        score: before.score + score,
        things: before.things + 1,
      });
    }
  }
  for (const [id, page] of found) {
    page.score *= (page.things / things.length) ** PARTLY * (elsewhere.has(id) ? LEADS_ELSEWHERE : 1);
  }
  return {found, instead, also: [...also]};
}

/* The pages with one thing: under the word as typed, under what papers call it, or else under
   the word it may have been meant for. */
async function pagesWith({said, also}, pagefind, words, instead, added) {
  const hits = new Map();
  const ask = async (phrase, weight) => {
    const results = await pagesOf(phrase, pagefind);
    for (const one of results) {
      const score = one.score * weight;
      if (score > (hits.get(one.id)?.score ?? 0)) hits.set(one.id, {one, score});
    }
    return results.length;
  };
  if (said.includes(" ") || isNear(said, words)) await ask(said, 1);
  for (const phrase of also) if (await ask(phrase, ALSO)) added.add(phrase);
  if (!hits.size) {
    const meant = nearestWord(said, words);
    if (meant && await ask(meant, 1)) instead.push([said, meant]);
  }
  return hits;
}

/* The pages with a word, or with several side by side. The index does not weigh pages that it
   finds for words side by side, so they weigh what they do for the words by themselves. */
async function pagesOf(phrase, pagefind) {
  const {results} = await pagefind.search(phrase);
  if (!phrase.includes(" ")) return results;
  const exact = await pagefind.search(`"${phrase}"`);
  const ids = new Set(exact.results.map(one => one.id));
  return results.filter(one => ids.has(one.id));
}

/* All cases in no order, for filters without a question. */
async function everything({pagefind, elsewhere}) {
  const {results} = await pagefind.search(null);
  const cases = results.filter(one => !elsewhere.has(one.id));
  return {...NOTHING, found: new Map(cases.map(one => [one.id, {one, score: 1}]))};
}

/* Takes out the pages that are listed by their reference already. */
async function leaveOut(urls, found) {
  if (!urls.length) return;
  await Promise.all([...found].map(async ([id, {one}]) => {
    if (urls.includes((await one.data()).url)) found.delete(id);
  }));
}

const passes = (id, {facets}, except) => GROUPS.every(([group]) => {
  const chosen = state.chosen.get(group);
  return group === except || !chosen.size
    || [...chosen].some(value => facets.get(group).get(value)?.has(id));
});

async function inOrder(ids, found, {pagefind}) {
  const best = [...ids].sort((a, b) => found.get(b).score - found.get(a).score || (a < b ? -1 : 1));
  if (!state.sort) return best;
  const {results} = await pagefind.search(null, {sort: {amount: state.sort}});
  const place = new Map(results.map((one, index) => [one.id, index]));
  return best.sort((a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity) || 0);
}

/* ---- Showing ------------------------------------------------------------------------------- */

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/* The words of an excerpt as text; what the index marks in it stays marked. */
function excerpt(html) {
  const line = element("p", "", {class: "cb-excerpt"});
  const {body} = new DOMParser().parseFromString(html, "text/html");
  for (const node of body.childNodes) {
    line.append(node.nodeName === "MARK" ? element("mark", node.textContent) : node.textContent);
  }
  line.prepend("… ");
  line.append(" …");
  return line;
}

function item({title, url, about, headline, summary, from}) {
  const made = element("li", "", {class: "cb-card"});
  const heading = element("h3");
  heading.append(element("a", title, {href: url}));
  made.append(heading);
  if (about) made.append(element("p", about, {class: "cb-meta"}));
  if (headline) made.append(element("p", headline));
  if (summary) made.append(element("p", summary));
  if (from) made.append(excerpt(from));
  return made;
}

const ofReference = one => item({
  title: one.title,
  url: new URL(one.url, ROOT).pathname,
  about: `${one.reference} · ${one.council} ${one.year}`,
});

/* A page that was found. Where its title and summary say nothing of what was asked, a line of its
   text shows why it is here. */
async function ofPage({one}) {
  const {url, meta, filters, excerpt: from} = await one.data();
  const said = new Set(wordsOf(`${meta.title} ${meta.summary ?? ""}`));
  const plain = wordsOf(state.question).some(word => word.length > 3 && said.has(word));
  return item({
    title: meta.title,
    url,
    about: meta.about ?? filters.kind?.join(", "),
    headline: meta.headline,
    summary: meta.summary,
    from: state.question && !plain && from.includes("<mark>") ? from : "",
  });
}

const quoted = text => `“${text}”`;
const listed = texts => texts.map(quoted).join(", ");

function status(count, {instead, also}) {
  const about = state.question ? ` for ${quoted(state.question)}` : "";
  const found = count ? `${count} ${count === 1 ? "result" : "results"}${about}.` : `Nothing was found${about}.`;
  const right = instead.map(([said, meant]) => ` ${quoted(said)} was not found; looked for ${quoted(meant)}.`);
  const more = also.length ? ` Also looked for ${listed(also)}.` : "";
  const try_ = count ? "" : " Try fewer or other words, or fewer filters.";
  return `${found}${right.join("")}${more}${try_}`;
}

function drawFilters(found, index) {
  const open = by("cb-filters").open;
  const groups = GROUPS.map(([group, label]) => {
    const set = element("fieldset");
    set.append(element("legend", label));
    for (const [value, pages] of [...index.facets.get(group)].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const chosen = state.chosen.get(group).has(value);
      const count = [...found.keys()].filter(id => pages.has(id) && passes(id, index, group)).length;
      if (count || chosen) set.append(choice(group, value, count, chosen));
    }
    return set;
  });
  const focused = document.activeElement?.id;
  by("cb-filters").replaceChildren(by("cb-filters").firstElementChild,
    ...groups.filter(set => set.children.length > 1));
  by("cb-filters").open = open;
  if (focused) by(focused)?.focus();
}

function choice(group, value, count, chosen) {
  const id = `cb-${group}-${value.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  const box = element("input", "", {type: "checkbox", id, name: group, value});
  box.checked = chosen;
  const label = element("label", `${value} `, {for: id});
  label.append(element("span", `(${count})`, {class: "cb-meta"}));
  const line = element("div", "", {class: "cb-choice"});
  line.append(box, label);
  return line;
}

/* ---- The page ------------------------------------------------------------------------------ */

function readAddress() {
  const said = new URLSearchParams(location.search);
  state.question = (said.get("q") ?? "").trim().slice(0, 200);
  state.sort = ["asc", "desc"].includes(said.get("sort")) ? said.get("sort") : "";
  for (const [group, chosen] of state.chosen) {
    chosen.clear();
    said.getAll(group).forEach(value => chosen.add(value));
  }
  by("cb-question").value = state.question;
  by("cb-sort").value = state.sort;
}

function address() {
  const said = new URLSearchParams();
  if (state.question) said.set("q", state.question);
  if (state.sort) said.set("sort", state.sort);
  for (const [group, chosen] of state.chosen) chosen.forEach(value => said.append(group, value));
  return `${location.pathname}${said.size ? `?${said}` : ""}`;
}

const nothingAsked = () => !state.question && [...state.chosen.values()].every(one => !one.size);

async function show() {
  const mine = ++turn;
  if (nothingAsked()) {
    by("cb-found").hidden = true;
    by("cb-status").textContent = "";
    return;
  }
  if (!loading) by("cb-status").textContent = "Searching …";
  const index = await (loading ??= load());
  const references = referencesFor(state.question, index.references);
  const all = await findings(references, index);
  const ids = [...all.found.keys()].filter(id => passes(id, index));
  const order = await inOrder(ids, all.found, index);
  const pages = await Promise.all(order.slice(0, shown).map(id => ofPage(all.found.get(id))));
  if (mine !== turn) return; // another question was asked meanwhile
  drawFilters(all.found, index);
  by("cb-list").replaceChildren(...references.map(ofReference), ...pages);
  by("cb-more").hidden = order.length <= shown;
  by("cb-sort-note").hidden = !state.sort;
  by("cb-narrow").hidden = !all.found.size;
  by("cb-found").hidden = false;
  by("cb-status").textContent = status(references.length + order.length, all);
}

/* What stands below the references that were named. A reference with a number is an answer in
   itself; one that is a word (GAME) may be meant as one. */
async function findings(references, index) {
  if (references.some(one => /[0-9]/.test(one.normal))) return NOTHING;
  const all = await (state.question ? find(state.question, index) : everything(index));
  await leaveOut(references.map(one => new URL(one.url, ROOT).pathname), all.found);
  return all;
}

async function showOrSay() {
  try {
    await show();
  } catch (broken) {
    by("cb-found").hidden = true;
    by("cb-status").textContent = "The search could not be loaded. The list of all cases works without it.";
    throw broken;
  }
}

function listen() {
  document.querySelector(".cb-ask").addEventListener("submit", event => {
    event.preventDefault();
    state.question = by("cb-question").value.trim();
    shown = AT_ONCE;
    history.pushState(null, "", address());
    showOrSay();
  });
  by("cb-narrow").addEventListener("change", ({target}) => {
    if (target.id === "cb-sort") state.sort = target.value;
    else if (target.checked) state.chosen.get(target.name).add(target.value);
    else state.chosen.get(target.name).delete(target.value);
    shown = AT_ONCE;
    history.replaceState(null, "", address());
    showOrSay();
  });
  by("cb-more").addEventListener("click", async () => {
    const next = by("cb-list").children.length;
    shown += AT_ONCE;
    await showOrSay();
    by("cb-list").children[next]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => {
    readAddress();
    shown = AT_ONCE;
    showOrSay();
  });
}

readAddress();
listen();
await showOrSay();
