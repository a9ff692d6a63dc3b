/* Says a sentence to assistive technology, in the one live region of the page. */
export function say(sentence) {
  const region = document.getElementById("status");
  if (region) region.textContent = sentence;
}
