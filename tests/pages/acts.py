"""What brings a page into a state: opens what is folded, sends a form, or shows what nobody can ask for."""

from django.test import RequestFactory
from django.views import csrf, defaults

MAIN_FORM = "main form[method=post]:not(.menu-items form), #content-main form"
SEND = """async selector => {
  const form = document.querySelector(selector);
  const swapped = new Promise((resolve) => document.addEventListener("htmx:after:swap", resolve, { once: true }));
  form.noValidate = true;
  form.requestSubmit([...form.elements].find(one => one.type === "submit"));
  if (form.matches("[hx-post]")) await swapped;
}"""
SHOWN = {
    "server_error": defaults.server_error,
    "bad_request": defaults.bad_request,
    "csrf_failure": csrf.csrf_failure,
}


def press(key, awaited, words=""):
    """Press `key`, wait for what it opens, and type `words`."""

    def act(page):
        page.keyboard.press(key)
        page.locator(awaited).wait_for()
        if words:
            with page.expect_response("**/search/**"):
                page.keyboard.type(words)

    return act


def open_menu(selector):
    def act(page):
        fold = page.locator(selector).first
        fold.evaluate("fold => { for (let up = fold.parentElement; up; up = up.parentElement) up.open = true }")
        fold.locator("summary").first.click()

    return act


def open_folds(page):
    page.evaluate("for (const fold of document.querySelectorAll('main details:not(.menu)')) fold.open = true")


def send(page):
    """Send the form of the page as it is, past what the browser itself would refuse; return when the answer shows."""
    if page.locator(MAIN_FORM).first.get_attribute("hx-post") is not None:
        return page.evaluate(SEND, MAIN_FORM)
    with page.expect_navigation():
        page.evaluate(SEND, MAIN_FORM)


def send_spoiled(page):
    """Send the form with what cannot be: dates that are none, choices that are not offered, texts left out."""
    page.evaluate(
        """selector => {
          for (const field of document.querySelector(selector).elements) {
            if (field.type === "hidden" || field.type === "submit") continue;
            if (field.type === "date") field.type = "text";
            if (field.tagName === "SELECT") field.append(new Option("?", "?", true, true));
            else if (["radio", "checkbox"].includes(field.type)) field.value = "?";
            else field.value = field.required ? "" : "?";
          }
        }""",
        MAIN_FORM,
    )
    send(page)


def log_in_wrongly(times):
    def act(page):
        for _ in range(times):
            page.get_by_label("Username").fill(f"nobody{times}")
            page.get_by_label("Password").fill("wrong")
            page.get_by_role("button", name="Log in").click()
            page.wait_for_load_state()
            if not page.get_by_label("Username").count():
                return

    return act


def upload_alike(page):
    """Upload two texts of which one looks like a changed text of the other."""
    items = [f"Item {number} of the agenda is the trade of {number} tonnes of tea." for number in range(12)]
    texts = {"agenda.txt": " ".join(items), "agenda-later.txt": " ".join([*items, "Both sides signed."])}
    files = [{"name": name, "mimeType": "text/plain", "buffer": text.encode()} for name, text in texts.items()]
    page.locator("[name=files]").set_input_files(files)
    with page.expect_navigation():
        page.get_by_role("button", name="Import the files").click()
    page.locator("ul.changed").wait_for()


def paste_article(page):
    page.locator("textarea[name=text]").fill("Envoys will meet in Doha on Monday, an official said.\n\nTalks follow.")
    page.locator(".paste input[name=name]").fill("pasted.txt")
    page.locator("button[name=paste]").click()
    page.wait_for_load_state()


def mark_words(page):
    page.keyboard.press("m")
    for _ in range(3):
        page.keyboard.press("Shift+ArrowRight")
    page.locator("#marking-toolbar:not([hidden])").wait_for()


def show(view):
    """Show the page of `view` at an address of its own."""

    def act(page):
        request = RequestFactory().get("/shown/")
        reason = {"bad_request": {"exception": None}, "csrf_failure": {"reason": "NO COOKIE"}}.get(view, {})
        answer = SHOWN[view](request, **reason)
        page.route(
            "**/shown/", lambda route: route.fulfill(status=200, content_type="text/html", body=answer.content)
        )
        page.goto("/shown/")

    return act
