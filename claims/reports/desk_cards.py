"""The cards of the desk: a few rows of one sort of work, the number of all, and the list that holds them."""

from dataclasses import dataclass

ROWS = 6


@dataclass(frozen=True, slots=True)
class Badge:
    """A word in the look of its family (state, evidence, timing, verdict, flag, tag)."""

    family: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """Something to act on: `number` is empty for what has none; `mine` says that the person owns it."""

    number: str
    text: str
    url: str
    meta: str = ""
    mine: bool = False
    badges: tuple[Badge, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One sort of work. `list_name` and `query` name the page that holds all `count` of it."""

    key: str
    title: str
    count: int
    rows: tuple[Row, ...]
    list_name: str = ""
    query: str = ""


def card_of(key, title, found, whole, as_row, query=None, list_name="claim-list", most=ROWS):
    """Return the card of the query `found`, with at most `most` rows unless `whole` asks for this card.

    A `query` (empty for all of a list) says that the page `list_name` holds the same rows.
    """
    first = list(found if whole == key else found[: most + 1])
    count = found.count() if len(first) == most + 1 and whole != key else len(first)
    shown = first if whole == key else first[:most]
    return Card(key, title, count, tuple(map(as_row, shown)), "" if query is None else list_name, query or "")
