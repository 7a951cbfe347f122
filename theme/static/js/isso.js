// Brings the comments from the author's own Isso server when a reader asks for them, and asks that server nothing before.

for (const box of document.querySelectorAll("[data-isso]")) {
  const button = box.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", () => bring(box), { once: true });
}

function bring(box) {
  const { isso, language, thread, title } = box.dataset;
  const place = Object.assign(document.createElement("section"), { id: "isso-thread" });
  Object.assign(place.dataset, { issoId: thread, title });
  const script = Object.assign(document.createElement("script"), { src: `${isso}/js/embed.min.js` });
  // Pictures of readers would be drawn with styles in the page, which its policy refuses.
  const asked = { isso, issoLang: language, issoAvatar: "false", issoVote: "false", issoCss: "true" };
  Object.assign(script.dataset, asked);
  script.addEventListener("error", () => (box.querySelector("[role=alert]").hidden = false));
  box.querySelector("button").parentElement.remove();
  box.append(place, script);
  place.tabIndex = -1;
  place.focus();
}
