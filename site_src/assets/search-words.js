/*
  What a question means, before the index is asked: is it a reference, which words count, what
  do papers call the same thing, what may a mistyped word have been. Values in, values out:
  nothing here touches a page.
*/

const SHORTEST = 5; // of the words that are put right: shorter ones have too many neighbours

/* Words that stand in almost every question or page and tell nothing. */
const EMPTY = new Set((
  "a about all am an and any are as at be been being by can council councils could did do does "
  + "for from get getting give going had has have having how i if in into is it its just kind "
  + "know like lot many me more most much my need new not of off on or our out over own please "
  + "put should so some than that the their them then there these they thing things this those "
  + "to up us used very want was we were what when where which who whose why will with would "
  + "you your s t"
).split(" "));

/* The form in which all spellings of a reference are equal; the same rule as
   `normal_reference` in generator/core/identity.py, and a test holds the two together. */
export function normalReference(text) {
  return text.replace(/(?!(?<=\p{Nd})[.](?=\p{Nd}))[^A-Za-z0-9]/gu, "").toUpperCase();
}

const withoutStops = normal => normal.replaceAll(".", "");
const numberOf = normal => normal.replace(/^[A-Z]+/, "");

/* The entries of refs.json that a question names, the surest first: spelled in full; without
   full stops; or by the number alone, which several plans may share. */
export function referencesFor(question, references) {
  const asked = normalReference(question);
  if (!asked) return [];
  const inFull = references.filter(one => one.normal === asked);
  if (inFull.length) return inFull;
  const loosely = references.filter(one => withoutStops(one.normal) === withoutStops(asked));
  if (loosely.length) return loosely;
  const number = /^[0-9][0-9.]*$/.test(asked);
  return number ? references.filter(one => /[0-9]/.test(one.normal)
    && withoutStops(numberOf(one.normal)) === withoutStops(asked)) : [];
}

/* The words of a question, plain: small letters, no accents, no apostrophes. */
export function wordsOf(question) {
  const plain = question.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "");
  return plain.match(/[\p{L}\p{Nd}]+/gu) ?? [];
}

/* What to look for: for each thing said, the words as typed and what papers call it.
   `synonyms` is a list of [what people type, what papers write], each a list of phrases;
   the longest phrase that fits is taken. */
export function thingsAsked(question, synonyms) {
  const words = wordsOf(question);
  const meant = new Map(synonyms.flatMap(([said, others]) =>
    said.map(phrase => [wordsOf(phrase).join(" "), others])));
  const things = [];
  for (let at = 0; at < words.length;) {
    const length = [3, 2, 1].find(n => at + n <= words.length
      && meant.has(words.slice(at, at + n).join(" "))) ?? 1;
    const said = words.slice(at, at + length).join(" ");
    if (meant.has(said) || !EMPTY.has(said)) things.push({said, also: meant.get(said) ?? []});
    at += length;
  }
  return things;
}

/* Whether a known word begins as this one does, but for an ending. Where none does, the index
   falls back on any shorter word that this one begins with, as "la" for "lampposts". */
export function isNear(word, known) {
  const stem = word.slice(0, Math.max(4, word.length - 3));
  return known.some(one => one.startsWith(stem));
}

/* The known word that a word may have been meant for, or nothing. Up to two letters of a long
   word, or one of a short one, may be wrong, missing, too many or swapped; never the first. */
export function nearestWord(word, known) {
  const allowed = word.length >= 7 ? 2 : 1;
  if (word.length < SHORTEST) return undefined;
  const near = known
    .filter(one => one[0] === word[0] && Math.abs(one.length - word.length) <= allowed)
    .map(one => ({one, far: distance(word, one)}))
    .filter(({far}) => far <= allowed);
  near.sort((a, b) => a.far - b.far || (a.one < b.one ? -1 : 1));
  return near[0]?.one;
}

/* How many letters have to be changed, added, left out or swapped with the next one (the
   distance of Damerau and Levenshtein, each place touched once). */
function distance(a, b) {
  const rows = [Array.from({length: b.length + 1}, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i][j] = Math.min(changed, rows[i - 1][j] + 1, rows[i][j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[a.length][b.length];
}
