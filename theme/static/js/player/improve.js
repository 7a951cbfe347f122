// One recording: its buttons, its chapters, and the links of the page that lead into it.
import { followChapters } from "./chapters.js";
import { announce } from "./session.js";
import { moment } from "./times.js";

export function improve(box) {
  const audio = box.querySelector("audio");
  box.append(document.getElementById("player-controls").content.cloneNode(true));
  const around = box.closest("[data-listening]") ?? box;
  const part = (name) => around.querySelector(`[data-do=${name}]`);
  const player = {
    box,
    audio,
    part,
    say: (words) => part("said")?.replaceChildren(words),
    seek: (time) => {
      audio.currentTime = Math.max(0, Math.min(time, audio.duration || Infinity));
      // A recording that is not loaded will start there, and says nothing of it: nothing is fetched before Play.
      if (!audio.readyState) audio.dispatchEvent(new Event("seeking"));
    },
    step: (by) => player.seek(audio.currentTime + by),
    play: () => audio.play().catch(() => {}),
    toggle: () => (audio.paused ? player.play() : audio.pause()),
  };
  part("back").onclick = () => player.step(-15);
  part("forward").onclick = () => player.step(30);
  part("speed").onchange = ({ target }) => (audio.defaultPlaybackRate = audio.playbackRate = Number(target.value));
  followChapters(player);
  followLinks(player);
  announce(player);
  return player;
}

// `data-moments` stands around links into a recording: chapters, a transcript.
function followLinks({ box, audio, seek, play }) {
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
    const asked = moment(location.href);
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
