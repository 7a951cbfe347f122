// Where the reader stopped: kept on the device once Play was pressed, unless the reader does not want it.
import { clock } from "./times.js";

const KEY = "antenne.places";
const MOST = 50;
const EVERY = 5;

// Storage may be refused, full or filled with something else; none of it matters to who listens.
function kept() {
  try {
    return Object(JSON.parse(localStorage.getItem(KEY)));
  } catch {
    return {};
  }
}

function keep(all) {
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {}
}

const places = () => Object.entries(Object(kept().places)).filter(([, time]) => Number.isFinite(time));

export function remember({ box, audio, asked: ask, part, seek, play, say }) {
  const { address } = box.dataset;
  const asked = ask()?.start;
  const known = places().find(([page]) => page === address)?.[1] ?? 0;
  offer(part("resume"), asked ?? known, asked === undefined ? "again" : "from");

  let last = -EVERY;
  const save = () => {
    const time = audio.currentTime;
    if (kept().off || !audio.played.length) return;
    last = time;
    const others = places().filter(([page]) => page !== address).slice(1 - MOST);
    const here = audio.ended ? [] : [[address, Math.floor(time)]];
    keep({ places: Object.fromEntries([...others, ...here]) });
  };
  audio.addEventListener("timeupdate", () => Math.abs(audio.currentTime - last) >= EVERY && save());
  for (const event of ["pause", "ended"]) audio.addEventListener(event, save);
  addEventListener("pagehide", save);

  const wanted = part("remember");
  if (!wanted) return;
  wanted.checked = !kept().off;
  wanted.onchange = () => {
    // A refusal is all that is left, or it would have to be said on every page.
    keep(wanted.checked ? {} : { off: true });
    if (wanted.checked) save();
    else part("resume").hidden = true;
    say(wanted.checked ? wanted.dataset.on : wanted.dataset.off);
  };

  function offer(button, time, kind) {
    if (!button || time < 1) return;
    button.textContent = button.dataset[kind].replace("{time}", clock(time));
    button.hidden = false;
    button.onclick = () => {
      seek(time);
      play();
      audio.focus();
    };
    const passed = () => audio.currentTime >= time - 1 && audio.played.length && (button.hidden = true);
    for (const event of ["play", "timeupdate"]) audio.addEventListener(event, passed);
  }
}
