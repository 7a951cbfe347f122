// Words as they are looked for: without case, accents or the niceties of typography.
const PLAIN = { œ: "oe", æ: "ae", ß: "ss", "’": "'", "‘": "'", "‑": "-", "\u00ad": "" };

// The folded text, and for each of its letters the place in `text` that it came from.
export function fold(text) {
  let folded = "";
  const places = [];
  for (let place = 0; place < text.length; place++) {
    const letters = plain(text[place]);
    folded += letters;
    for (let i = 0; i < letters.length; i++) places.push(place);
  }
  places.push(text.length);
  return { folded, places };
}

function plain(letter) {
  if (letter < "\x7f") return letter.toLowerCase();
  if (/\s/.test(letter)) return " ";
  const lower = letter.toLowerCase();
  return PLAIN[lower] ?? lower.normalize("NFD").replace(/\p{M}/gu, "");
}
