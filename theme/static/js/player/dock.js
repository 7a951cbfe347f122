// While something was started and the reader reads further down, the player stays at the foot of the window.
export function dock({ box, audio }) {
  const place = box.parentNode;
  let seen = true;
  const settle = () => {
    const docked = !seen && audio.played.length > 0 && !document.activeElement.closest(".choices");
    if (docked === box.classList.contains("docked")) return;
    // The room that it leaves is kept, so that nothing on the page moves.
    place.style.minHeight = docked ? `${box.offsetHeight}px` : "";
    box.classList.toggle("docked", docked);
    document.documentElement.classList.toggle("with-dock", docked);
  };
  new IntersectionObserver(([{ isIntersecting }]) => {
    seen = isIntersecting;
    settle();
  }).observe(place);
  audio.addEventListener("playing", settle);
}
