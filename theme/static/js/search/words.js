// From a text to the words it is found by: the same rules, from the same table, as antenne.search.words.

const LETTER = "[\\p{L}\\p{N}\\u0300-\\u036f\\u00ad]";
const COMPOUND = new RegExp(`${LETTER}+(?:['-]${LETTER}+)*`, "gu");

export function makeWords({ same, letters, elided, possessive, endings, shortest, longest }) {
  const others = new RegExp(`[${Object.keys(same).join("")}]`, "gu");

  function fold(part) {
    const small = part.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    const plain = small.replace(/[^\0-\x7f]/gu, (letter) => letters[letter] ?? letter);
    return [...plain.replace(/[^\p{L}\p{N}]/gu, "")].slice(0, longest).join("");
  }

  function stem(word) {
    if ([...word].length < shortest) return word;
    const [ending, other] = endings.find(([one]) => word.endsWith(one)) ?? ["", ""];
    return word.slice(0, word.length - ending.length) + other;
  }

  // The words of a text where they stand: { start, end, word, stem }; a compound's parts, then the compound itself.
  function* read(text) {
    for (const { 0: compound, index } of text.replace(others, (one) => same[one]).matchAll(COMPOUND)) {
      const parts = [...compound.matchAll(/[^'-]+/g)].map((found) => {
        const start = index + found.index;
        return { start, end: start + found[0].length, word: fold(found[0]), mark: compound[found.index + found[0].length] };
      });
      const kept = parts.filter(
        ({ word, mark }, at) =>
          word &&
          !(mark === "'" && elided.includes(word)) &&
          !(at && at === parts.length - 1 && parts[at - 1].mark === "'" && word === possessive),
      );
      yield* kept.map(({ start, end, word }) => ({ start, end, word, stem: stem(word) }));
      const word = kept.map((part) => part.word).join("");
      if (kept.length > 1 && [...word].length <= longest) {
        yield { start: kept[0].start, end: kept.at(-1).end, word, stem: stem(word), parts: kept.length };
      }
    }
  }

  return { fold, stem, read };
}
