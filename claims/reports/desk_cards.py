"""The cards of the desk: a few rows of one sort of work, the number of all, and the list that holds them."""

from dataclasses import dataclass

ROWS = 6
# Nobody reads further, and an exact number of more would cost more than all else on the page.
MOST_COUNTED = 999


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
    """One sort of work. `list_name` and `query` name the page that holds all `count` of it, or more (`is_cut`)."""

    key: str
    title: str
    count: int
    rows: tuple[Row, ...]
    list_name: str
    query: str
    is_cut: bool = False


def card_of(key, title, found, as_row, query, list_name="claim-list", firsts=None):
    """Return the card of the query `found`, with a few rows; the page `list_name` holds them all for `query`.

    `firsts` finds the first rows quicker than `found` does.
    """
    first = list((found if firsts is None else firsts)[: ROWS + 1])
    counted = count_of(found) if len(first) > ROWS else {"count": len(first)}
    return Card(key, title, rows=tuple(map(as_row, first[:ROWS])), list_name=list_name, query=query, **counted)


def count_of(found):
    """Return the fields `count` and `is_cut` of a card of all that the query `found` finds."""
    count = found.order_by().values("pk")[: MOST_COUNTED + 1].count()
    return {"count": min(count, MOST_COUNTED), "is_cut": count > MOST_COUNTED}
