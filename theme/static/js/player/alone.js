// One recording at a time, on a page and across the windows of a site.
const ME = Math.random();

export function alone() {
  const others = (playing) => {
    for (const media of document.querySelectorAll("audio, video")) if (media !== playing) media.pause();
  };
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("antenne") : null;
  channel?.addEventListener("message", ({ data }) => data !== ME && others());
  // Media events do not bubble, but they can be caught on their way down.
  document.addEventListener("play", ({ target }) => (others(target), channel?.postMessage(ME)), true);
}
