"""From the key to the painted mark: how long an analyst waits in Chromium, served as `make run` serves."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from statistics import median

from claims.models import Article
from tests.pages.serving import opened
from tests.pages.visiting import become

TIMES = 7
# Both ends are read from the page's own clock, which goes on when a page is left for the next.
WATCH = """
  const now = () => performance.timeOrigin + performance.now();
  const key = "benchmark-pressed";
  addEventListener("keydown", () => sessionStorage.setItem(key, now()), true);
  const look = () => {
    for (const selector of ["mark.passage.is-current", "#panel form", "#marking-toolbar:not([hidden])"]) {
      window.painted ??= {};
      if (window.painted[selector] || !document.querySelector(selector)) continue;
      window.painted[selector] = -1;
      requestAnimationFrame(() => setTimeout(() => {
        window.painted[selector] = now() - sessionStorage.getItem(key);
      }));
    }
  };
  addEventListener("DOMContentLoaded", look);
  new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true});
"""
TOOLBAR, FORM, MARK = "#marking-toolbar:not([hidden])", "#panel form", "mark.passage.is-current"


def show(database, static, session, places):
    """Print the time from a key to what it shows: the toolbar, the form, and the mark of the claim that was saved."""
    article = Article.objects.get(pk=places["article"]["pk"])
    with served(database, static) as base, opened(base) as page:
        page.add_init_script(WATCH)
        page.set_viewport_size({"width": 1280, "height": 900})
        become(page, base, session)
        waits = [waits_of(page, article, at) for at in range(TIMES)]
    print("\nFrom the key to what it paints, in Chromium, ms (median, slowest)")
    for what, times in zip(
        ("words marked", "form", "mark of the claim saved"), zip(*waits, strict=True), strict=True
    ):
        print(f"{what:>26}{median(times):>9.0f}{max(times):>9.0f}", flush=True)


def waits_of(page, article, at):
    """Mark other words than before, make a claim of them from the keyboard, and return the three waits."""
    page.goto(article.get_absolute_url())
    page.keyboard.press("m")
    for _ in range(at):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    toolbar = wait(page, TOOLBAR)
    page.evaluate("delete window.painted['#panel form']")
    page.keyboard.press("c")
    form = wait(page, FORM)
    page.get_by_label("Statement").fill(f"Benchmark statement {at}")
    page.get_by_role("button", name="Make the claim").focus()
    page.evaluate("delete window.painted['mark.passage.is-current']")
    page.keyboard.press("Enter")
    return toolbar, form, wait(page, MARK)


def wait(page, selector):
    shown = page.wait_for_function(
        "selector => window.painted?.[selector] > 0 && window.painted[selector]", arg=selector
    )
    return shown.json_value()


@contextmanager
def served(database, static):
    """Serve the desk in `database` as `make run` does; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code = f"from factcheck import settings\nsettings.STATIC_ROOT = {str(static)!r}\n"
    code += "from factcheck.wsgi import application\n"
    (database.parent / "served.py").write_text(code)
    command = [sys.executable, "-m", "gunicorn", "served", "--bind", f"127.0.0.1:{port}", "--workers", "2",
               "--no-control-socket", "--log-level", "error", "--limit-request-line", "0"]  # fmt: skip
    paths = os.pathsep.join([str(database.parent), os.getcwd()])
    server = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": paths})
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _wait_for(port):
    for _ in range(100):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("The server did not start.")
