"""The outline of an article: its headline, its subheads, and the paragraphs of which something was made."""

from dataclasses import dataclass

from django.db.models import TextChoices

LONGEST_SUBHEAD = 80
LONGEST_CAPITALS = 140
FEWEST_LETTERS = 4
SHOWN = 70
ENDS_OF_SENTENCES = ".?!…:;,”\"'’)»।؟。"


class Kind(TextChoices):
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the text, by the offset at which its block begins; the opening `words`; the counts beside it."""

    start: int
    kind: Kind
    words: str
    counts: tuple = ()


def outline_of(reading, margins):
    """Return the entries of `reading` in text order; `margins` are its counts, by block (claims.reports.margin).

    A paragraph of which nothing was made by a person is left out: an outline of everything is the text again.
    """
    return tuple(entry for block in reading.blocks if (entry := _entry(block, margins.get(block.start, ()))))


def _entry(block, counts):
    text = block.text
    made = tuple(count for count in counts if count.kind != "suggested")
    if block.is_headline:
        kind = Kind.HEADLINE
    elif is_subhead(text):
        kind = Kind.SUBHEAD
    elif made:
        kind = Kind.PARAGRAPH
    else:
        return None
    return Entry(block.start, kind, shortened(text), made)


def is_subhead(text):
    """Whether a line stands over what follows: it is short and ends like no sentence, or is all in capitals.

    >>> is_subhead("What the ministry said"), is_subhead("He left on Monday."), is_subhead("THE TALKS IN DOHA:")
    (True, False, True)
    """
    letters = sum(map(str.isalpha, text))
    if letters < FEWEST_LETTERS:
        return False
    if text.isupper():
        return len(text) <= LONGEST_CAPITALS
    return len(text) <= LONGEST_SUBHEAD and text[-1] not in ENDS_OF_SENTENCES


def shortened(text):
    """Return the opening words of `text`, at most 70 characters of them, cut between two words where it has any.

    >>> shortened("Muttaqi " * 10)
    'Muttaqi Muttaqi Muttaqi Muttaqi Muttaqi Muttaqi Muttaqi Muttaqi …'
    """
    text = " ".join(text.split())
    if len(text) <= SHOWN:
        return text
    return f"{text[:SHOWN].rpartition(' ')[0] or text[:SHOWN]} …"
