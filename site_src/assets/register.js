// Narrows the table on /cases/ to what the reader asks for. Without this script the page is whole
// and the form stays hidden. What was chosen stands in the address, so that it can be sent on.

const form = document.getElementById("cb-filter");
const table = document.getElementById("cb-register");
const counter = document.getElementById("cb-filter-count");

// Letters and digits alone, so that "A/R 6.127" finds A/R.6.127 and "childrens" children's.
const plain = (text) =>
  text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f'’]/g, "");
const squeezed = (text) => plain(text).replace(/[^a-z0-9]+/g, "");

// What a row says without its kind of document, which has a list of its own: who types "bus" does
// not ask for every business case.
const textOf = (row) => {
  const about = row.querySelector("th .cb-meta").textContent;
  return row.textContent.replace(about, about.slice(row.dataset.kind.length));
};

const read = (row) => {
  const text = textOf(row);
  return {
    row,
    plain: plain(text),
    squeezed: squeezed(text),
    council: [row.dataset.council],
    year: [row.dataset.year],
    kind: [row.dataset.kind],
    committee: [row.dataset.committee],
    theme: row.dataset.themes.split("\n").filter(Boolean),
  };
};

const begin = () => {
  const rows = [...table.tBodies[0].rows].map(read);
  const lists = [...form.querySelectorAll("select")];
  const words = form.elements.namedItem("words");

  const fits = (one, asked, wanted) =>
    wanted.every((word) => one.plain.includes(word) || one.squeezed.includes(squeezed(word) || word)) &&
    asked.every(([name, value]) => one[name].includes(value));

  const narrow = () => {
    const asked = lists.filter((list) => list.value).map((list) => [list.name, list.value]);
    const wanted = plain(words.value).split(/\s+/).filter(Boolean);
    const whole = squeezed(words.value); // a reference typed with spaces
    let shown = 0;
    for (const one of rows) {
      const there =
        fits(one, asked, wanted) || (/\d/.test(whole) && one.squeezed.includes(whole) && fits(one, asked, []));
      one.row.hidden = !there;
      shown += there;
    }
    const all = table.dataset.all;
    const said = shown === rows.length ? all : `${shown.toLocaleString("en-GB")} of ${all} shown`;
    if (counter.textContent !== said) counter.textContent = said;
    remember(asked);
  };

  const remember = (asked) => {
    const query = new URLSearchParams(asked);
    if (words.value.trim()) query.set("words", words.value.trim());
    const address = `${location.pathname}${`${query}` ? `?${query}` : ""}${location.hash}`;
    if (address !== `${location.pathname}${location.search}${location.hash}`) {
      history.replaceState(null, "", address);
    }
  };

  const recall = () => {
    const query = new URLSearchParams(location.search);
    words.value = query.get("words") ?? "";
    for (const list of lists) {
      const value = query.get(list.name) ?? "";
      list.value = [...list.options].some((option) => option.value === value) ? value : "";
    }
  };

  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting); // so that a screen reader is told once, not at each letter
    waiting = setTimeout(narrow, 200);
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", soon);
  form.addEventListener("reset", () => setTimeout(narrow));
  recall();
  form.hidden = false;
  narrow();
};

if (form && table && counter) begin();
