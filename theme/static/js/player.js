// Improves the plain players of a page; without it everything still plays, reads and links.

const players = [...document.querySelectorAll("[data-player]")].map(enhance);
addEventListener("hashchange", fromAddress);
fromAddress();

function fromAddress() {
  const time = /^#t=(\d+(?:\.\d+)?)$/.exec(location.hash)?.[1];
  if (time && players.length) seek(players[0], Number(time));
}

function enhance(box) {
  const audio = box.querySelector("audio");
  const links = [...document.querySelectorAll(`a[data-seek="${box.dataset.player}"]`)];
  const chapters = links.filter((link) => "chapter" in link.dataset);
  links.forEach((link) => link.addEventListener("click", (event) => follow(event, link, audio)));
  box.append(document.getElementById("player-controls").content.cloneNode(true));
  controls(box, audio);
  audio.addEventListener("timeupdate", () => mark(chapters, audio));
  audio.addEventListener("play", () => {
    players.forEach((other) => other !== audio && other.pause());
    announce(box, audio, chapters);
  });
  return audio;
}

// A recording that is not loaded yet has no times to go to: ask for its facts first.
function seek(audio, time) {
  const go = () => (audio.currentTime = time);
  if (audio.readyState) return go();
  audio.addEventListener("loadedmetadata", go, { once: true });
  if (audio.preload === "none") {
    audio.preload = "metadata";
    audio.load();
  }
}

function follow(event, link, audio) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.getAttribute("href").startsWith("#")) history.replaceState(null, "", link.hash);
  seek(audio, Number(link.dataset.time));
  audio.play().catch(() => {});
}

function controls(box, audio) {
  const part = (name) => box.querySelector(`[data-do=${name}]`);
  const step = (seconds) => () => seek(audio, Math.max(0, audio.currentTime + seconds));
  part("back").addEventListener("click", step(-15));
  part("forward").addEventListener("click", step(30));
  part("speed").addEventListener("change", (event) => (audio.playbackRate = Number(event.target.value)));
  copying(part("copy"), box, audio);
}

function copying(button, box, audio) {
  if (!navigator.clipboard) return button.remove();
  const status = box.querySelector("[role=status]");
  let told = 0;
  const label = () => {
    if (!told) button.textContent = button.dataset.label.replace("{time}", clock(audio.currentTime));
  };
  label();
  audio.addEventListener("timeupdate", label);
  audio.addEventListener("seeked", label);
  button.addEventListener("click", async () => {
    const address = new URL(`${box.dataset.address}#t=${Math.floor(audio.currentTime)}`, location.href);
    await navigator.clipboard.writeText(address.href);
    status.textContent = button.textContent = button.dataset.done;
    clearTimeout(told);
    told = setTimeout(() => {
      told = 0;
      status.textContent = "";
      label();
    }, 2000);
  });
}

function mark(chapters, audio) {
  const current = chapters.findLast((link) => Number(link.dataset.time) <= audio.currentTime + 0.2);
  for (const link of chapters) {
    if (link === current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

function announce(box, audio, chapters) {
  const session = navigator.mediaSession;
  if (!session) return;
  const { title, artist, album, artwork } = box.dataset;
  session.metadata = new MediaMetadata({ title, artist, album, artwork: artwork ? [{ src: artwork }] : [] });
  const times = chapters.map((link) => Number(link.dataset.time));
  const actions = {
    play: () => audio.play(),
    pause: () => audio.pause(),
    seekbackward: () => seek(audio, Math.max(0, audio.currentTime - 15)),
    seekforward: () => seek(audio, audio.currentTime + 30),
    seekto: ({ seekTime }) => seek(audio, seekTime),
    previoustrack: times.length ? () => seek(audio, times.findLast((t) => t < audio.currentTime - 3) ?? 0) : null,
    nexttrack: times.length ? () => seek(audio, times.find((t) => t > audio.currentTime) ?? audio.currentTime) : null,
  };
  for (const [name, action] of Object.entries(actions)) {
    try {
      session.setActionHandler(name, action);
    } catch {
      // This browser does not know the action.
    }
  }
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  const two = (value) => String(value).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}:${two(whole % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
