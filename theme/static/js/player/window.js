// Goes on in a small window of its own, from the same moment, so that this one is free to read other pages.
const NAME = "antenne-player";

export function openWindow({ audio, part }) {
  const link = part("window");
  // A site may have no pages for small windows.
  if (!link) return;
  link.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const address = `${link.href}?t=${Math.floor(audio.currentTime)}`;
    const opened = window.open(address, NAME, "popup,width=480,height=420");
    // Without one, perhaps because windows are blocked, the link is followed as any other.
    if (!opened) return;
    event.preventDefault();
    audio.pause();
    opened.focus();
  };
}

// What opened that window asked for sound, and its page told what is kept.
export async function goOn(player) {
  if (window.name !== NAME) return;
  const { remember } = await import("./places.js");
  remember(player);
  player.play();
}
