/* A classic script in the head: letters pressed before the scripts of the page listen are kept for them, in order. */
{
  const kept = [];

  const keep = (event) => {
    const { key, target } = event;
    const isPlain = [...(key ?? "")].length === 1 && key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isPlain || event.isComposing || event.repeat || target.closest?.("input, textarea, select, dialog")) return;
    event.stopImmediatePropagation();
    kept.push(event);
  };

  const stop = () => document.removeEventListener("keydown", keep, { capture: true });

  document.addEventListener("keydown", keep, { capture: true });
  addEventListener("load", stop); // scripts that have not come by now will not come
  window.takeFirstKeys = () => {
    stop();
    return kept.splice(0);
  };
}
