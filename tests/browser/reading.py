"""What tests of the reader in a real browser share: somebody who reads, and words that are selected."""

import re

from tests.factories import PASSWORD

READING_TIME = 400  # milliseconds, somewhat more than the pages wait


class Keyboard:
    """The keyboard of a page, which counts what is pressed."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.count += 1


def log_in(page, person):
    """Log `person` in on `page`; return the list in which every complaint of the browser gathers."""
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto("/login/")
    give_name(page, person)
    page.wait_for_url(re.compile(r"/$"))
    return complaints


def give_name(page, person):
    """Say on the login page that `page` shows who one is."""
    page.get_by_label("Username").fill(person.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def read_drawn(page):
    """Wait like `read`, whether or not the scripts of `page` have come."""
    page.evaluate(
        """() => new Promise((drawn) => {
          const look = () => (performance.getEntriesByType("paint").length ? drawn() : requestAnimationFrame(look));
          look();
        })"""
    )
    page.wait_for_timeout(READING_TIME)


def read(page):
    """Wait until what `page` shows was there for long enough to be read: no key judges what nobody can have read."""
    page.wait_for_load_state()
    read_drawn(page)


def select(page, words, article="article"):
    """Select `words`, which stand under one mark or none, in the article of that id."""
    page.evaluate(
        """([words, id]) => {
          const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
          while (walker.nextNode() && !walker.currentNode.data.includes(words));
          const [text, start] = [walker.currentNode, walker.currentNode.data.indexOf(words)];
          text.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
          getSelection().setBaseAndExtent(text, start, text, start + words.length);
          // The page hears of a selection later; a person's next key comes later still.
          return new Promise((heard) => requestAnimationFrame(() => setTimeout(heard)));
        }""",
        [words, article],
    )
