// Compares any two cases on /compare/. What each case says of everything that a comparison looks at
// comes in words, and so does what is said where two of them differ: all that is done here is to
// look which words differ. Without this script the form stays hidden, and the prepared pages are
// there. What was chosen stands in the address, so that it can be sent on.

const form = document.getElementById("cb-any");
const none = document.getElementById("cb-any-none");
const said = document.getElementById("cb-any-said");
const found = document.getElementById("cb-any-found");

const NAMES = ["one", "other"];
const SEVERITIES = {
  blocker: "Rules out one scale",
  caution: "Take care",
  note: "Good to know",
};
const SILENT = "not stated";

const make = (name, text = "", ...inside) => {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  element.append(...inside);
  return element;
};

const files = new Map();
const load = (url) => {
  if (!files.has(url)) {
    files.set(url, fetch(url).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status))));
  }
  return files.get(url);
};

// What is known of two cases together: their page, if one is prepared, and what rules say.
const bothOf = (one, other) => one.together[other.id] ?? other.together[one.id];

// What stands against setting the figures of two cases side by side.
const caveats = (rules, one, other) => {
  const both = bothOf(one, other)?.own ?? [];
  const lines = rules.flatMap((rule) => {
    const shared = both.find((told) => told.code === rule.code);
    if (shared) return [{ ...shared, words: [shared.words] }];
    const own = [one, other].map((each) => each.own.find((told) => told.code === rule.code));
    if (own.some(Boolean)) {
      const weights = Object.keys(SEVERITIES);
      const told = own.filter(Boolean).sort((a, b) => weights.indexOf(a.severity) - weights.indexOf(b.severity))[0];
      return [{ code: rule.code, severity: told.severity, sentence: told.sentence, words: own.map((each) => each?.words ?? null) }];
    }
    const words = [one, other].map((each) => each.words[rule.code] ?? null);
    const looked = words.filter((each) => each !== null);
    const spoken = new Set(looked.filter(Boolean));
    const told =
      spoken.size > 1 ? rule.differ
      : spoken.size && looked.includes("") ? rule.some
      : !spoken.size && looked.length > 1 ? rule.none
      : null;
    if (!told) return [];
    return [{ code: rule.code, ...told, words: spoken.size ? words : [null, null] }];
  });
  const weights = Object.keys(SEVERITIES);
  return lines.sort((a, b) => weights.indexOf(a.severity) - weights.indexOf(b.severity));
};

const aspects = (table, one, other) =>
  table.flatMap(({ code, same, differ, some, told_by }) => {
    const words = [one, other].map((each) => each.aspects[code]);
    if (words.includes(null) || !words.some(Boolean)) return [];
    const alike = words[0] === words[1];
    const lead = alike ? same : words.every(Boolean) ? differ : some;
    return lead ? [{ code, told_by, alike, sentence: lead, words }] : [];
  });

const saying = (words, cases) => {
  const told = words
    .map((each, number) => (each === null ? "" : `${each || SILENT}${words.length > 1 ? ` (${cases[number].called})` : ""}`))
    .filter(Boolean);
  return told.join(told.some((each) => each.includes(",")) ? "; " : ", ");
};

const listed = (...items) => {
  const list = make("ul", "", ...items);
  list.className = "cb-told";
  return list;
};

const lineOf = (one, cases) => {
  const words = saying(one.words, cases);
  const item = make("li", words ? `${one.sentence}: ${words}.` : `${one.sentence}.`);
  if (one.severity) {
    item.dataset.code = one.code;
    const mark = make("span", SEVERITIES[one.severity]);
    mark.className = `cb-caveat cb-caveat--${one.severity}`;
    item.prepend(mark, " ");
  }
  return item;
};

const column = (each) => {
  const to = make("a", each.title);
  to.href = `${form.dataset.home}${each.url}`;
  const about = make("span", [each.reading, each.about].filter(Boolean).join("; "));
  about.className = "cb-meta";
  const amount = make("p", `${each.amount ?? "No headline figure"} `, about);
  amount.className = "cb-amount";
  const plan = make("p", `${each.council} ${each.plan_year}`);
  plan.className = "cb-meta";
  return make("section", "", make("h3", "", to), plan, amount);
};

const show = (rules, one, other) => {
  const cases = [one, other];
  const apart = one.council !== other.council;
  for (const each of cases) each.called = apart ? each.council : `“${each.title}”`;
  const lines = caveats(rules.rules, one, other);
  const looked = aspects(rules.aspects, one, other);
  const columns = make("div", "", ...cases.map(column));
  columns.className = "cb-columns";
  const blocked = lines.some((line) => line.severity === "blocker");
  const same = looked.filter((line) => line.alike).map((line) => make("li", `${line.sentence}: ${line.words[0]}.`));
  const codes = new Set(lines.map((line) => line.code));
  const differ = looked
    .filter((line) => !line.alike && !line.told_by.some((code) => codes.has(code)))
    .map((line) => lineOf(line, cases));
  const instead = rules.instead
    .map(({ code, title }) => ({ sentence: title, words: cases.map((each) => each.instead[code]) }))
    .filter(({ words }) => words.every(Boolean))
    .map((line) => lineOf(line, cases));
  found.replaceChildren(
    columns,
    make("h3", "What they have in common"),
    same.length ? listed(...same) : make("p", "Nothing that this register looks at is the same in both."),
    make("h3", "Where they differ"),
    differ.length ? listed(...differ) : make("p", "Only in what is said of their amounts below."),
    make("h3", blocked ? "Why the amounts are not put on one scale" : "What to keep in mind when the amounts stand side by side"),
    codes.size ? listed(...lines.map((line) => lineOf(line, cases))) : make("p", "Nothing stands against it."),
    ...(instead.length ? [make("h3", blocked ? "What can be compared instead" : "What else can be compared"), listed(...instead)] : []),
  );
  const prepared = bothOf(one, other)?.url;
  if (prepared) {
    const to = make("a", "The papers connect these two: see them side by side in full");
    to.href = `${form.dataset.home}${prepared}`;
    found.prepend(make("p", "", to));
  }
  said.textContent = `${one.title}, and ${other.title}.`;
};

const option = (value, text) => {
  const element = make("option", text);
  element.value = value;
  return element;
};

const begin = async () => {
  const rules = await load(form.dataset.file);
  const councilOf = (folder) => rules.councils.find((each) => each.id === folder);
  const casesOf = async (folder) => {
    const council = councilOf(folder);
    const { cases } = await load(`${form.dataset.home}${council.url}`);
    return cases.map((each) => ({ ...each, council: council.name }));
  };
  const lists = NAMES.map((name) => ({
    council: form.elements.namedItem(`${name}-council`),
    cases: form.elements.namedItem(name),
  }));
  const fill = async ({ council, cases }) => {
    const every = await casesOf(council.value);
    cases.replaceChildren(...every.map((each) => option(each.id, `${each.title} (${each.plan_year})`)));
  };
  const chosen = async ({ council, cases }) => (await casesOf(council.value)).find((each) => each.id === cases.value);
  const guarded = (work) => async (event) => {
    event?.preventDefault();
    try {
      await work();
    } catch {
      said.textContent = "The cases could not be loaded. The prepared pages below need no script.";
    }
  };
  const compare = async () => {
    const [one, other] = await Promise.all(lists.map(chosen));
    if (one.id === other.id) {
      found.replaceChildren();
      said.textContent = "These are the same case. Choose another.";
      return;
    }
    show(rules, one, other);
    const query = new URLSearchParams({ one: one.id, other: other.id });
    history.replaceState(null, "", `${location.pathname}?${query}`);
  };
  const asked = new URLSearchParams(location.search);
  for (const [number, list] of lists.entries()) {
    list.council.append(...rules.councils.map((each) => option(each.id, each.name)));
    const wanted = asked.get(NAMES[number]) ?? "";
    const folder = wanted.split("/")[0];
    if (councilOf(folder)) list.council.value = folder;
    else if (number) list.council.selectedIndex = list.council.options.length - 1;
    await fill(list);
    if ([...list.cases.options].some((each) => each.value === wanted)) list.cases.value = wanted;
    list.council.addEventListener("change", guarded(() => fill(list)));
  }
  form.addEventListener("submit", guarded(compare));
  none.hidden = true;
  form.hidden = false;
  if (NAMES.every((name) => asked.get(name))) await guarded(compare)();
};

if (form && none && said && found) {
  begin().catch(() => {
    none.textContent = "The cases could not be loaded. The prepared pages below need no script.";
  });
}
