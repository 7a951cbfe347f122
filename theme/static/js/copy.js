// Offers to copy a feed's address; without it a click on the address selects it as a whole.

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  const label = button.textContent;
  const status = button.nextElementSibling;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const address = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(address.textContent);
    } catch {
      return getSelection().selectAllChildren(address);
    }
    button.textContent = status.textContent = button.dataset.done;
    setTimeout(() => {
      button.textContent = label;
      status.textContent = "";
    }, 2500);
  });
}
