// Brings a video from its platform once one asks for it, and leads to the moments of those that are here.
import { alone, pauseOthers } from "./player/alone.js";

for (const link of document.querySelectorAll("a[data-for]")) link.addEventListener("click", follow);
alone();

function follow(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const { frame, time } = this.dataset;
  const figure = document.getElementById(this.dataset.for);
  if (frame) show(figure, this);
  else if (time) seek(figure.querySelector("video"), Number(time));
  else return;
  event.preventDefault();
}

function show(figure, { dataset }) {
  const frame = figure.querySelector("iframe") ?? document.createElement("iframe");
  frame.title = dataset.title;
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  // YouTube answers nobody who does not say where the frame stands.
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.src = dataset.frame;
  figure.querySelector(".video-still")?.replaceWith(frame);
  pauseOthers();
  frame.focus();
}

// A video that is not loaded yet has no times to go to.
function seek(video, time) {
  const go = () => (video.currentTime = time);
  if (video.readyState) go();
  else video.addEventListener("loadedmetadata", go, { once: true });
  video.play().catch(() => {});
  video.focus();
}
