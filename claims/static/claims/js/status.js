/* Says a sentence to assistive technology, in the one live region of the page. */
const SILENCE = 50; // the same words again are no change, unless the region was seen empty in between

let timer;

export function say(sentence) {
  const region = document.getElementById("status");
  if (!region) return;
  clearTimeout(timer);
  const isAgain = region.textContent === sentence;
  region.textContent = isAgain ? "" : sentence;
  if (isAgain) timer = setTimeout(() => (region.textContent = sentence), SILENCE);
}
