// A transcript that goes with the sound: what is heard is marked, and kept in view for readers who want it.
import { reveal } from "./reveal.js";
import { lastAt, moment } from "./times.js";

const SCROLLING = ["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown", " "];

export function follow({ audio }, words) {
  const wanted = document.querySelector("[data-do=follow]");
  const links = [...words.querySelectorAll(".clock")];
  if (!links.length) return wanted.closest("label").remove();
  const times = links.map((link) => moment(link.href).start);
  let here = -1;

  const mark = (on) => {
    const link = links[here];
    if (!link) return;
    if (on) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    link.parentNode.classList.toggle("sounding", on);
  };
  const show = () => {
    if (wanted.checked && links[here]) reveal(links[here].parentNode);
  };
  const update = () => {
    const index = lastAt(times, audio.currentTime + 0.2);
    if (index === here) return;
    mark(false);
    here = index;
    mark(true);
    show();
  };
  for (const event of ["play", "timeupdate", "seeking"]) audio.addEventListener(event, update);
  if (audio.currentTime) update();
  wanted.onchange = show;

  const leave = () => (wanted.checked = false);
  addEventListener("wheel", leave, { passive: true });
  addEventListener("touchmove", leave, { passive: true });
  addEventListener("mousedown", ({ target }) => target === document.documentElement && leave());
  addEventListener("keydown", ({ key, defaultPrevented, target }) => {
    if (!defaultPrevented && SCROLLING.includes(key) && !target.closest("input, select, audio, button")) leave();
  });
  return leave;
}
