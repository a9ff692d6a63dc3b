"""Words by which a text passes on what others say."""

import re

from claims.text.evidence import cues

_CITED = re.compile(r"\baccording\s{1,3}to\b", re.IGNORECASE)


def hearsay_in(text: str) -> str:
    """Return the words by which `text` passes on what others say, or nothing.

    >>> hearsay_in("Muttaqi reportedly arrived."), hearsay_in("Muttaqi arrived.")
    ('reportedly', '')
    """
    found: re.Match[str] | None = cues.HEARSAY.search(text) or cues.TOLD_BY_OTHERS.search(text)
    return " ".join(found[0].split()) if found else ""


def uncited_hearsay_in(text: str) -> str:
    """Return the same but for "according to": whom an article cites, it stands by more often than not."""
    return hearsay_in(_CITED.sub(" ", text))
