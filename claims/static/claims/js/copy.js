/* Buttons with data-copy-url put that address on the clipboard and say so. */
import { say } from "./status.js";

const SHOWN_FOR = 2000;

function answer(button, words) {
  const before = button.dataset.words ?? button.textContent;
  button.dataset.words = before;
  button.textContent = words;
  setTimeout(() => (button.textContent = before), SHOWN_FOR);
}

async function copy(button) {
  const address = new URL(button.dataset.copyUrl, location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    answer(button, "Copied");
    say("The link is on the clipboard.");
  } catch {
    // Plain http on a network has no clipboard: give the address to copy by hand.
    window.prompt("Copy this link:", address);
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy-url]");
  if (button) copy(button);
});
