// The chapters of a recording: which one is heard, its picture, the one before and the one after.
import { clock, lastAt, moment } from "./times.js";

export function followChapters(player) {
  const { box, audio, part, seek } = player;
  const links = [...document.querySelectorAll(`[data-chapters="${box.dataset.player}"] .chapter`)];
  player.chapters = links.map((link) => ({
    link,
    start: moment(link.href).start,
    title: link.querySelector(".chapter-title").textContent,
    picture: link.querySelector("img"),
  }));
  // Without this script they lead into the file itself; a copied one should lead to the page.
  player.chapters.forEach(({ link, start }) => (link.href = `${box.dataset.address}#t=${start}`));
  const starts = player.chapters.map(({ start }) => start);
  // Seeking may land a moment early.
  player.chapterAt = (time = audio.currentTime) => player.chapters[lastAt(starts, time + 0.2)];
  player.previous = () => seek(player.chapterAt(audio.currentTime - 3)?.start ?? 0);
  player.next = () => {
    const next = starts.find((start) => start > audio.currentTime + 0.2);
    if (next !== undefined) seek(next);
  };
  if (!links.length) return;
  part("previous")?.addEventListener("click", player.previous);
  part("next")?.addEventListener("click", player.next);

  let here;
  const mark = () => {
    const chapter = player.chapterAt();
    if (chapter === here) return;
    here?.link.removeAttribute("aria-current");
    chapter?.link.setAttribute("aria-current", "true");
    here = chapter;
    show(part("now"), chapter);
    box.dispatchEvent(new CustomEvent("chapter", { detail: chapter }));
  };
  for (const event of ["play", "timeupdate", "seeking"]) audio.addEventListener(event, mark);
}

function show(line, chapter) {
  if (!line) return;
  const picture = chapter?.picture?.closest("picture").cloneNode(true);
  const title = document.createElement("span");
  title.textContent = chapter ? chapter.title : "";
  line.replaceChildren(...(picture ? [picture] : []), title);
}
