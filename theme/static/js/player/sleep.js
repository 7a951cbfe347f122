// The sleep timer: after some minutes, at the end of the chapter, or at the end.
import { clock } from "./times.js";

export function sleep({ box, audio, part, chapters, chapterAt, say }) {
  const [choice, left] = [part("sleep"), part("left")];
  let until = 0;
  let ticking = 0;
  let chapter;

  choice.onchange = () => {
    clearInterval(ticking);
    chapter = chapterAt();
    until = Date.now() + Number(choice.value) * 60_000;
    if (choice.value) ticking = setInterval(tick, 1000);
    tick();
    say(choice.value ? left.textContent : choice.dataset.off);
  };
  // Whoever goes to another chapter wants the end of that one; a recording that merely goes on does not end it.
  audio.addEventListener("seeked", () => (chapter = chapterAt()));
  box.addEventListener("chapter", () => choice.value === "chapter" && !audio.seeking && chapterAt() !== chapter && stop());
  audio.addEventListener("ended", () => choice.value && stop());

  function remaining() {
    if (choice.value === "end") return (audio.duration - audio.currentTime) / audio.playbackRate;
    if (choice.value !== "chapter") return (until - Date.now()) / 1000;
    const next = chapters[chapters.indexOf(chapter) + 1];
    return ((next?.start ?? audio.duration) - audio.currentTime) / audio.playbackRate;
  }

  function tick() {
    const seconds = remaining();
    left.textContent = choice.value && seconds >= 0 ? left.dataset.left.replace("{time}", clock(Math.ceil(seconds))) : "";
    if (Number(choice.value) && seconds <= 0) stop();
  }

  function stop() {
    clearInterval(ticking);
    audio.pause();
    choice.value = left.textContent = "";
    say(choice.dataset.done);
  }
}
