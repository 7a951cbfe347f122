// Offers to copy an address or a code; without it a click on an address selects it as a whole.

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  const label = button.textContent;
  const status = button.nextElementSibling;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const address = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(address.value ?? address.textContent);
    } catch {
      return address.select ? address.select() : getSelection().selectAllChildren(address);
    }
    button.textContent = status.textContent = button.dataset.done;
    setTimeout(() => {
      button.textContent = label;
      status.textContent = "";
    }, 2500);
  });
}
