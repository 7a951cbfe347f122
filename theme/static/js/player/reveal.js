// Brings a place of a long transcript into the middle of the window.
export function reveal(element) {
  const far = Math.abs(element.getBoundingClientRect().top) > 2 * innerHeight;
  const go = (behavior) => element.scrollIntoView({ block: "center", behavior });
  go(far ? "instant" : "auto");
  // What was far is laid out only when it comes into view, and has its true height only then.
  if (far) requestAnimationFrame(() => requestAnimationFrame(() => go("instant")));
}
