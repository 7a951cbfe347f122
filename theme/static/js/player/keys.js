// Keys as listeners know them. They are heard only while the focus is around the recording (WCAG 2.1.4).
const FIELDS = "dialog, input, textarea, select, [contenteditable]";
const NATIVE = { " ": "a, button, audio, summary", ArrowLeft: "audio", ArrowRight: "audio" };

export function listenToKeys(player) {
  const { audio, part, step, say } = player;
  const help = () => part("help").showModal();
  const mute = () => (audio.muted = !audio.muted);
  const faster = (by) => {
    const speed = part("speed");
    speed.selectedIndex = Math.max(0, Math.min(speed.selectedIndex + by, speed.length - 1));
    speed.dispatchEvent(new Event("change"));
    say(speed.selectedOptions[0].text);
  };
  const keys = { " ": player.toggle, k: player.toggle, m: mute, "?": help };
  for (const key of ["j", "ArrowLeft"]) keys[key] = () => step(-15);
  for (const key of ["l", "ArrowRight"]) keys[key] = () => step(30);
  for (const key of ["[", "Shift+ArrowLeft"]) keys[key] = player.previous;
  for (const key of ["]", "Shift+ArrowRight"]) keys[key] = player.next;
  for (const key of ["+", ">"]) keys[key] = () => faster(1);
  for (const key of ["-", "<"]) keys[key] = () => faster(-1);

  part("keys").onclick = help;
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    // On many keyboards [ and ] are typed with AltGr, which some systems tell as Ctrl and Alt.
    const typed = event.getModifierState("AltGraph");
    if (event.defaultPrevented || event.metaKey || (!typed && (event.ctrlKey || event.altKey))) return;
    if (!target.closest("[data-listening]") || target.closest(FIELDS)) return;
    const name = key.length === 1 ? key.toLowerCase() : event.shiftKey ? `Shift+${key}` : key;
    if (!keys[name] || (NATIVE[name] && target.closest(NATIVE[name]))) return;
    event.preventDefault();
    keys[name]();
  });
}
