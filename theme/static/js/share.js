// Passes a page on by the device's own sheet, or to the reader's own Mastodon server; without it there are links, and words to copy.

for (const button of document.querySelectorAll("[data-share]")) {
  const page = { title: button.dataset.title, url: button.dataset.share };
  if (!navigator.canShare?.(page)) continue;
  button.closest("[hidden]").hidden = false;
  // Whoever closes the sheet has changed their mind: nothing to tell.
  button.addEventListener("click", () => navigator.share(page).catch(() => {}));
}

for (const form of document.querySelectorAll("[data-share-text]")) {
  const field = form.elements.server;
  form.hidden = false;
  form.nextElementSibling.hidden = true;
  field.addEventListener("input", () => field.setCustomValidity(""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const server = named(field.value);
    if (!server) {
      field.setCustomValidity(field.placeholder);
      return field.reportValidity();
    }
    const text = document.getElementById(form.dataset.shareText).value;
    location.assign(`https://${server}/share?text=${encodeURIComponent(text)}`);
  });
}

// A server's name, out of what people type: its name, its address, their own name there.
function named(typed) {
  const name = typed.trim().replace(/^https?:\/\//i, "").replace(/^@?[^@/]*@/, "").replace(/\/.*$/, "");
  return /^[^\s/?#@\\]+\.[^\s/?#@\\.]+$/.test(name) && URL.canParse(`https://${name}`) ? name : "";
}
