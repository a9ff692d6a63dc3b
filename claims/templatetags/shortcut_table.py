"""Every shortcut of the pages, in one table: what binds a key, what prints it and what lists it read the same row.

Whoever adds a row names it for its scope ("queue.accept"), puts `data-act` on what is pressed or registers a handler
with `on` (shortcuts.js), and prints the key with `{% kbd %}`.
"""

from dataclasses import dataclass

from django.db.models import TextChoices

# Keys as people read them on the keyboard, where the browser's name for them is another.
SIGNS = {"ArrowLeft": "←", "ArrowRight": "→", "ArrowUp": "↑", "ArrowDown": "↓", "Escape": "Esc"}


class Scope(TextChoices):
    """Where a shortcut works."""

    EVERYWHERE = "everywhere", "Everywhere"
    READER = "reader", "In an article"
    MARKING = "marking", "While words are marked"
    QUEUE = "queue", "In the queue"
    CANDIDATES = "candidates", "At the candidates of a claim"
    FORM = "form", "In a form"
    EVIDENCE = "evidence", "In the form of a link"
    SAVED = "saved", "Once a link is saved"


# The scopes that one page may hold at once, besides what works everywhere.
TOGETHER = (
    {Scope.READER, Scope.MARKING, Scope.FORM, Scope.EVIDENCE, Scope.SAVED},
    {Scope.QUEUE, Scope.FORM, Scope.EVIDENCE},
    {Scope.CANDIDATES, Scope.FORM, Scope.EVIDENCE, Scope.SAVED},
)


@dataclass(frozen=True, slots=True)
class Shortcut:
    """An act and its keys, any of which does it; the first is the one that buttons print.

    Keys are named as browsers name them, with "Shift+" or "Ctrl+" before, in capitals then ("Shift+J"); keys pressed
    one after the other stand with a space between ("g d"). Only an act that `repeats` goes on while its key is held
    down: none that decides something does.
    """

    name: str
    keys: tuple[str, ...]
    words: str
    repeats: bool = False

    @property
    def scope(self):
        return Scope(self.name.partition(".")[0])

    @property
    def is_character(self):
        """Whether nothing but characters does it."""
        return all(map(is_character, self.keys))

    @property
    def printed(self):
        """Return what a list of shortcuts prints: (whether these are characters, signs) for each way to do it.

        More than two ways are one row of signs, each sign once.
        """
        if len(self.keys) <= 2:
            return [(is_character(keys), signs_of(keys)) for keys in self.keys]
        return [(self.is_character, list(dict.fromkeys(sign for keys in self.keys for sign in signs_of(keys))))]


def is_character(keys):
    """Whether `keys` are characters alone, perhaps with Shift: people must be able to switch these off (WCAG 2.1.4).

    >>> is_character("g d"), is_character("Shift+J"), is_character("Ctrl+K"), is_character("Escape")
    (True, True, False, False)
    """
    return all(len(key.removeprefix("Shift+")) == 1 for key in keys.split(" "))


def signs_of(keys):
    """Return what is printed for each key of `keys`, in their order.

    >>> signs_of("g d"), signs_of("Shift+ArrowLeft")
    (['g', 'd'], ['Shift', '←'])
    """
    return [SIGNS.get(key, key) for key in keys.replace("+", " ").split(" ")]


ARROWS = ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End")

SHORTCUTS = (
    Shortcut("everywhere.search", ("Ctrl+K", "/"), "Search everything, or go to a page"),
    Shortcut("everywhere.desk", ("g d",), "Go to the desk"),
    Shortcut("everywhere.articles", ("g a",), "Go to the articles"),
    Shortcut("everywhere.claims", ("g c",), "Go to the claims"),
    Shortcut("everywhere.queue", ("g q",), "Go to the queue"),
    Shortcut("everywhere.reports", ("g r",), "Go to the reports"),
    Shortcut("everywhere.inbox", ("g i",), "Go to your inbox"),
    Shortcut("everywhere.close", ("Escape",), "Close what is open; drop what is marked"),
    Shortcut("everywhere.shortcuts", ("?",), "Show these shortcuts"),
    Shortcut("reader.mark", ("m",), "Begin or end marking words from the keyboard"),
    Shortcut("reader.next-sentence", ("j",), "Mark the next sentence", repeats=True),
    Shortcut("reader.previous-sentence", ("k",), "Mark the previous sentence", repeats=True),
    Shortcut("reader.next-mark", ("]",), "Go to the next mark", repeats=True),
    Shortcut("reader.previous-mark", ("[",), "Go to the previous mark", repeats=True),
    Shortcut("reader.outline", ("o",), "Go to the outline of the article"),
    Shortcut("reader.beside", ("b",), "Go to what stands beside the article, and back"),
    Shortcut("marking.claim", ("c",), "Make a claim of the marked words"),
    Shortcut("marking.evidence", ("e",), "Use the marked words as evidence for a claim"),
    Shortcut("marking.link", ("l",), "Link the marked words to the claim that is open"),
    Shortcut("marking.choose", ("Enter",), "Open the choices for the marked words"),
    Shortcut("marking.more-sentence", ("Shift+J",), "Stretch to the next sentence", repeats=True),
    Shortcut("marking.less-sentence", ("Shift+K",), "Stretch to the previous sentence", repeats=True),
    Shortcut("marking.go", ARROWS, "Go by word, by line, to an end of the paragraph", repeats=True),
    Shortcut("marking.stretch", tuple(f"Shift+{key}" for key in ARROWS), "Stretch by the same", repeats=True),
    Shortcut("queue.accept", ("y",), "Say yes: accept, decide, re-affirm, take the day"),
    Shortcut("queue.edit", ("e",), "Open the form: change it first, say it otherwise"),
    Shortcut("queue.link", ("l",), "Link the words to the claim that says the same already"),
    Shortcut("queue.reject", ("x",), "Say no: reject, send back, withdraw, cannot be dated"),
    Shortcut("queue.skip", ("s",), "Skip it"),
    Shortcut("queue.undo", ("u",), "Take back what you did last"),
    Shortcut("queue.next", ("n", "j"), "Go to the next without judging"),
    Shortcut("queue.previous", ("p", "k"), "Go to the one before"),
    Shortcut("queue.open", ("Enter",), "Open it in its article or claim"),
    Shortcut("candidates.next", ("c", "j"), "Go to the next candidate"),
    Shortcut("candidates.previous", ("k",), "Go to the one before"),
    Shortcut("candidates.accept", ("y",), "Link the candidate"),
    Shortcut("candidates.edit", ("e",), "Change it first, then link it"),
    Shortcut("candidates.reject", ("x",), "Reject the candidate"),
    Shortcut("form.send", ("Ctrl+Enter",), "Send the form"),
    Shortcut("evidence.supports", ("1",), "The words support the claim"),
    Shortcut("evidence.refutes", ("2",), "They conflict with it"),
    Shortcut("evidence.qualifies", ("3",), "They qualify it"),
    Shortcut("evidence.context", ("4",), "They are context"),
    Shortcut("evidence.asserts", ("5",), "They make the claim"),
    Shortcut("evidence.expectation", ("6",), "The event is still foretold"),
    Shortcut("evidence.outcome", ("7",), "The outcome is reported"),
    Shortcut("evidence.independent", ("8",), "The words have an origin of their own"),
    Shortcut("evidence.same_origin", ("9",), "Their origin is one that counts already"),
    Shortcut("evidence.undetermined", ("0",), "Their origin is not determined"),
    Shortcut("evidence.new_date", ("d",), "They give the forecast a new date"),
    Shortcut("saved.undo", ("u",), "Undo what was just saved"),
)
BY_NAME = {shortcut.name: shortcut for shortcut in SHORTCUTS}


def in_scopes():
    """Return (scope, its shortcuts) for each scope, in the order of the table."""
    return [(scope, [one for one in SHORTCUTS if one.scope == scope]) for scope in Scope]
