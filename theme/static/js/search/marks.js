// Finds the words of a question in the texts of a result, and marks them.

const BEFORE = 60;
const SHOWN = 220;

export function makeMarks({ asked, words }) {
  const wanted = (one) =>
    asked.findIndex((other) => one.stem === other.stem || (other.prefix && one.word.startsWith(other.word)));

  function hits(text) {
    const found = [];
    for (const one of words.read(text)) {
      const which = wanted(one);
      if (which >= 0) found.push({ start: one.start, end: one.end, which });
    }
    // A compound found as a whole swallows its parts.
    return found.sort((a, b) => a.start - b.start || b.end - a.end).filter((one, at, all) => !at || one.start >= all[at - 1].end);
  }

  const value = (found) =>
    [...new Set(found.map((one) => one.which))].reduce((sum, which) => sum + (asked[which].needed ? 10 : 1), 0);

  // The passages that say most of what is asked, at most `count`, in their order.
  function best(passages, count) {
    return passages
      .map(([text, start], at) => ({ text, start, at, found: hits(text) }))
      .filter((one) => one.found.some(({ which }) => asked[which].needed))
      .sort((a, b) => value(b.found) - value(a.found) || a.at - b.at)
      .slice(0, count)
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || a.at - b.at);
  }

  // A text, or the part of it around the first words found, as nodes.
  function show(text, found = hits(text), whole = false) {
    const main = found.find(({ which }) => asked[which].needed) ?? found[0];
    let from = 0;
    let to = text.length;
    if (!whole && text.length > SHOWN) {
      const near = Math.max(0, Math.min((main?.start ?? 0) - BEFORE, text.length - SHOWN));
      from = near && text.indexOf(" ", near) + 1;
      if (main && from > main.start) from = main.start;
      if (from + SHOWN < text.length) to = Math.max(text.lastIndexOf(" ", from + SHOWN), main?.end ?? 0);
    }
    const nodes = [from ? "… " : ""];
    let at = from;
    for (const { start, end } of found) {
      if (start < at || end > to) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      nodes.push(text.slice(at, start), mark);
      at = end;
    }
    return [...nodes, text.slice(at, to), to < text.length ? " …" : ""];
  }

  return { best, show };
}
