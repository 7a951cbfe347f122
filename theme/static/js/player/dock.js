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
    const page = document.documentElement;
    page.classList.toggle("with-dock", docked);
    page.style.scrollPaddingBlockEnd = docked ? `${box.offsetHeight + 16}px` : "";
    if (docked) uncover(box);
  };
  new IntersectionObserver(([{ isIntersecting }]) => {
    seen = isIntersecting;
    settle();
  }).observe(place);
  audio.addEventListener("playing", settle);
}

// What the keyboard had reached before the player came is not left behind it.
function uncover(box) {
  const here = document.activeElement;
  const { top, bottom } = here.getBoundingClientRect();
  const over = box.getBoundingClientRect().top;
  if (box.contains(here) || top >= innerHeight || bottom <= over || top < 0) return;
  here.scrollIntoView({ block: "nearest" });
}
