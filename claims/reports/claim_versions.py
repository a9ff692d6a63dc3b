"""What a person typed of a claim beside what is stored of it now. Reads only."""

from dataclasses import dataclass

from claims.text.differences import Piece, word_differences
from claims.vocabulary import ClaimKind, WindowBasis

LABELS = {
    "statement": "Statement",
    "kind": "Kind",
    "owner": "Owner",
    "window_start": "First day of the window",
    "window_end": "Last day of the window",
    "window_basis": "Where the window comes from",
    "review_on": "Review on",
    "criteria": "What would settle it",
    "topic_names": "Topics",
}


@dataclass(frozen=True, slots=True)
class FieldVersions:
    """One field in both versions, as pieces of which the "new" ones stand in one's own version alone."""

    label: str
    yours: tuple[Piece, ...]
    stored: tuple[Piece, ...]
    same: bool


def compare(values, claim):
    """Return what `values` (of a form) and the stored `claim` say, a row a field."""
    stored = {name: getattr(claim, name, None) for name in LABELS}
    stored["topic_names"] = [topic.name for topic in claim.topics.all()]
    return [_row(name, _in_words(name, values[name]), _in_words(name, stored[name])) for name in LABELS]


def _row(name, yours, stored):
    pieces = word_differences(stored, yours)
    return FieldVersions(
        label=LABELS[name],
        yours=tuple(piece for piece in pieces if piece.kind != "gone"),
        stored=tuple(piece for piece in pieces if piece.kind != "new"),
        same=yours == stored,
    )


def _in_words(name, value):
    if name == "kind":
        return ClaimKind(value).label
    if name == "window_basis":
        return WindowBasis(value).label if value else "No window"
    if name == "topic_names":
        return ", ".join(sorted(value, key=str.casefold)) or "None"
    if value in (None, ""):
        return "Nobody" if name == "owner" else "Not stated"
    return f"{value.day} {value:%B %Y}" if hasattr(value, "year") else str(value).strip()
