// A link to the moment that is heard: copied, or handed to the device's own way of sharing.
import { clock } from "./times.js";

export function share({ box, audio, part, say }) {
  const address = () => new URL(`${box.dataset.address}#t=${Math.floor(audio.currentTime)}`, location.href).href;
  offer(part("copy"), navigator.clipboard, async ({ dataset }) => {
    await navigator.clipboard.writeText(address());
    say(dataset.done);
    return dataset.done;
  });
  offer(part("share"), navigator.share, () => navigator.share({ title: box.dataset.title, url: address() }));

  function offer(button, possible, action) {
    if (!possible) return button.remove();
    let told = 0;
    let shown = -1;
    const label = () => {
      const now = Math.floor(audio.currentTime);
      if (told || now === shown) return;
      shown = now;
      button.textContent = button.dataset.label.replace("{time}", clock(now));
    };
    label();
    for (const event of ["timeupdate", "seeking"]) audio.addEventListener(event, label);
    button.onclick = async () => {
      // Refused, or thought better of: there is nothing to say.
      const done = await action(button).catch(() => {});
      if (!done) return;
      button.textContent = done;
      clearTimeout(told);
      told = setTimeout(() => {
        [told, shown] = [0, -1];
        label();
      }, 2500);
    };
  }
}
