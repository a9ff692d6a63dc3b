/* What was saved is said at the edge of the window, with the way to undo it, until the page goes or it is closed. */
import { on } from "./shortcuts.js";
import { say } from "./status.js";

const toast = document.querySelector("[data-toast]");

function close() {
  if (!toast.isConnected) return false;
  const hadFocus = toast.contains(document.activeElement);
  toast.remove();
  if (hadFocus) (document.querySelector("[data-reader]") ?? document.getElementById("main")).focus({ preventScroll: true });
}

if (toast) {
  const button = toast.querySelector("[data-closes-toast]");
  button.hidden = false;
  button.addEventListener("click", close);
  on("everywhere.close", close);
  say(toast.querySelector("p").textContent);
}
