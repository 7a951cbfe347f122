// One recording: its buttons, its chapters, and the links of the page that lead into it.
import { followChapters } from "./chapters.js";
import { announce } from "./session.js";
import { moment } from "./times.js";

export function improve(box) {
  const audio = box.querySelector("audio");
  box.append(document.getElementById("player-controls").content.cloneNode(true));
  const around = box.closest("[data-listening]") ?? box;
  const length = Number(box.dataset.duration) || Infinity;
  const part = (name) => around.querySelector(`[data-do=${name}]`);
  const player = {
    box,
    audio,
    part,
    say: (words) => part("said")?.replaceChildren(words),
    seek: (time) => {
      audio.currentTime = Math.max(0, Math.min(time, audio.duration || length));
      // A recording that is not loaded will start there, and says nothing of it: nothing is fetched before Play.
      if (!audio.readyState) audio.dispatchEvent(new Event("seeking"));
    },
    // The moment that the page's address asks for; one past the end is none.
    asked: () => {
      const asked = moment(location.href);
      return asked && asked.start < length ? asked : null;
    },
    step: (by) => player.seek(audio.currentTime + by),
    play: () => audio.play().catch(() => {}),
    toggle: () => (audio.paused ? player.play() : audio.pause()),
  };
  part("back").onclick = () => player.step(-15);
  part("forward").onclick = () => player.step(30);
  part("speed").onchange = ({ target }) => (audio.defaultPlaybackRate = audio.playbackRate = Number(target.value));
  admit(player);
  followChapters(player);
  followLinks(player);
  announce(player);
  return player;
}

// A recording that cannot be fetched is told of, and made ready to be asked for again where it stopped.
function admit({ audio, part, seek }) {
  const fault = part("fault");
  fault.querySelector("a").href = audio.querySelector("source").src;
  const failed = () => {
    const time = audio.currentTime;
    audio.load();
    if (time) seek(time);
    fault.hidden = false;
  };
  // The source's own error, too, passes here on its way down.
  audio.addEventListener("error", failed, true);
  audio.addEventListener("play", () => (fault.hidden = true));
}

// `data-moments` stands around links into a recording: chapters, a transcript.
function followLinks({ box, audio, asked: ask, seek, play }) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest(`[data-moments="${box.dataset.player}"] :is(.chapter, .clock, .moment)[href]`);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { start } = moment(link.href);
    if (box.dataset.address === location.pathname) history.replaceState(null, "", `#t=${start}`);
    seek(start);
    play();
  });
  // Only the first player of a page is meant by the page's own address.
  if (box !== document.querySelector("[data-player]")) return;
  let end = Infinity;
  const arrive = () => {
    const asked = ask();
    if (asked) seek(asked.start);
    end = asked?.end ?? Infinity;
  };
  addEventListener("hashchange", arrive);
  arrive();
  audio.addEventListener("seeking", () => audio.currentTime > end && (end = Infinity));
  audio.addEventListener("timeupdate", () => {
    if (audio.currentTime < end || audio.paused) return;
    end = Infinity;
    audio.pause();
  });
}
