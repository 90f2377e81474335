// Compares any two versions of a case on its page …/history/. What changed between two of them comes
// in sentences, the same as on the sheets to print. Of a case with more versions than are held
// against each other beforehand, each version comes as a list of facts in words, each under a key
// that stays, and all that is done here is to look which words differ. Without this script the form
// stays hidden, and the prepared pages below it are there.

const form = document.getElementById("cb-compare");
const said = document.getElementById("cb-compare-said");
const found = document.getElementById("cb-compare-found");

const make = (name, text = "", ...inside) => {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  element.append(...inside);
  return element;
};
const quietly = (text) => {
  const element = make("span", text);
  element.className = "cb-hidden";
  return element;
};
const marked = (name, word, text) => make(name, "", quietly(` ${word}: `), text, quietly(" (end) "));
const removed = (text) => marked("del", "removed", text);
const added = (text) => marked("ins", "added", text);

// An item that one of the two versions lacks is one difference, whatever it holds.
const itemsOf = (version) => new Set(version.facts.map((fact) => fact.of).filter(Boolean));

const lineOn = (fact, before, after) => {
  if (!before) return make("li", `${fact.label}: `, added(after.words));
  if (!after) return make("li", `${fact.label}: `, removed(before.words));
  return make("li", `${fact.label}: `, removed(before.words), " ", added(after.words));
};

const differences = (earlier, later) => {
  const [old, fresh] = [earlier, later].map((one) => new Map(one.facts.map((fact) => [fact.key, fact])));
  const [had, has] = [earlier, later].map(itemsOf);
  const done = new Set();
  const lines = [];
  for (const fact of [...later.facts, ...earlier.facts.filter((one) => !fresh.has(one.key))]) {
    const [before, after] = [old.get(fact.key), fresh.get(fact.key)];
    if (before?.words === after?.words || done.has(fact.key)) continue;
    const alone = fact.of && had.has(fact.of) !== has.has(fact.of);
    if (alone && done.has(fact.of)) continue;
    done.add(fact.key).add(fact.of);
    const mark = has.has(fact.of) ? added : removed;
    lines.push({ topic: fact.topic, line: alone ? make("li", "", mark(fact.item)) : lineOn(fact, before, after) });
  }
  return lines;
};

// A sentence with a list of changed prose below it, as the sheets have them.
const run = (part) => (part.did === "added" ? added(part.text) : part.did === "removed" ? removed(part.text) : part.text);
const quoted = (piece) => {
  const block = make("blockquote", "", ...piece.map(run));
  block.className = "cb-prose";
  return block;
};
const told = (step) =>
  step.sentences
    .filter((one) => !one.reason)
    .map((one) => ({ topic: one.topic, line: make("li", one.text, ...one.words.map(quoted)) }));

const show = (history, earlier, later) => {
  const step = history.steps.find((one) => one.from === earlier.number && one.to === later.number);
  const lines = step ? told(step) : differences(earlier, later);
  const groups = history.topics
    .map((topic) => [topic.title, lines.filter((one) => one.topic === topic.key)])
    .filter(([, those]) => those.length)
    .flatMap(([title, those]) => {
      const list = make("ul", "", ...those.map((one) => one.line));
      list.className = "cb-changes";
      return [make("h3", title), list];
    });
  const notes = step ? [step.beside, ...step.sentences.filter((one) => one.reason).map((one) => one.text)] : [];
  const above = notes.filter(Boolean).map((text) => make("p", text));
  found.replaceChildren(...above, ...groups);
  const many = lines.length === 1 ? "1 difference" : `${lines.length || "No"} differences`;
  const same = step?.same ? ` ${step.same}` : "";
  said.textContent = `${many}: ${earlier.label}, and ${later.label}.${same}`;
};

const begin = () => {
  const [first, second] = [...form.querySelectorAll("select")];
  second.selectedIndex = second.options.length - 1;
  let history;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      history ??= await (await fetch(form.dataset.file)).json();
    } catch {
      said.textContent = "The versions could not be loaded. The prepared pages below need no script.";
      return;
    }
    const numbers = [first.value, second.value].map(Number).sort((one, other) => one - other);
    show(history, ...numbers.map((number) => history.versions.find((one) => one.number === number)));
  });
  form.hidden = false;
};

if (form && said && found) begin();
