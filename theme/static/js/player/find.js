// Looks for words in a transcript, marks them and goes from one to the next.
import { fold } from "./fold.js";
import { reveal } from "./reveal.js";

const FEWEST = 2;
const PAUSE = 150;

export function find(words, leave) {
  const form = document.querySelector("[data-do=find]");
  const [field, count] = [form.querySelector("input"), form.querySelector("[role=status]")];
  const paragraphs = [...words.children].map((one) => one.lastElementChild);
  let folds;
  let marks = [];
  let here = -1;
  let waiting = 0;

  field.oninput = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    go(1);
  };
  field.onkeydown = (event) => {
    if (event.key === "Enter" && event.shiftKey) {
      event.preventDefault();
      go(-1);
    }
  };
  form.querySelector("[data-do=before]").onclick = () => go(-1);

  function look() {
    for (const one of new Set(marks.map((mark) => mark.parentNode))) one.textContent = one.textContent;
    [marks, here] = [[], -1];
    const wanted = fold(field.value).folded.trim().replace(/ +/g, " ");
    folds ??= paragraphs.map(({ textContent }) => fold(textContent));
    if (wanted.length >= FEWEST) folds.forEach(({ folded }, i) => folded.includes(wanted) && mark(i, wanted));
    form.classList.toggle("found", marks.length > 0);
    count.textContent = "";
    if (marks.length) go(1);
    else if (wanted.length >= FEWEST) count.textContent = count.dataset.none;
  }

  // Text and elements only: what was said is never taken for HTML.
  function mark(index, wanted) {
    const [paragraph, { folded, places }] = [paragraphs[index], folds[index]];
    const text = paragraph.textContent;
    const pieces = [];
    let end = 0;
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      const made = document.createElement("mark");
      const [start, after] = [places[at], places[at + wanted.length - 1] + 1];
      made.textContent = text.slice(start, after);
      pieces.push(text.slice(end, start), made);
      marks.push(made);
      end = after;
    }
    paragraph.replaceChildren(...pieces, text.slice(end));
  }

  function go(by) {
    clearTimeout(waiting);
    if (!marks.length) return look();
    marks[here]?.classList.remove("here");
    here = (here + by + marks.length) % marks.length;
    marks[here].classList.add("here");
    leave?.();
    reveal(marks[here]);
    count.textContent = count.dataset.count.replace("{number}", here + 1).replace("{all}", marks.length);
  }
}
