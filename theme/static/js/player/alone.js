// One recording or film at a time, on a page and across the windows of a site.
const ME = Math.random();
let channel;

export function pauseOthers(playing) {
  for (const media of document.querySelectorAll("audio, video")) if (media !== playing) media.pause();
}

// Each script of a page may ask for it: it is done once.
export function alone() {
  if (channel !== undefined) return;
  channel = "BroadcastChannel" in window ? new BroadcastChannel("antenne") : null;
  channel?.addEventListener("message", ({ data }) => data !== ME && pauseOthers());
  // Media events do not bubble, but they can be caught on their way down.
  document.addEventListener("play", ({ target }) => (pauseOthers(target), channel?.postMessage(ME)), true);
}
