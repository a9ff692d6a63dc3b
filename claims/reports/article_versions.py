"""What a person typed of an article beside what is stored of it now. Reads only."""

from claims.reports.claim_versions import FieldVersions
from claims.text.differences import word_differences
from claims.vocabulary import Standing

LABELS = {
    "title": "Title",
    "outlet_name": "Outlet",
    "byline": "Byline",
    "dateline": "Dateline",
    "url": "Address",
    "published_on": "Published on",
}


def compare(values, article):
    """Return what `values` (of a form) and the stored `article` say, a row a field."""
    stored = {name: getattr(article, name, None) for name in LABELS}
    stored["outlet_name"] = article.outlet and article.outlet.name
    return [_row(LABELS[name], _in_words(values[name]), _in_words(stored[name])) for name in LABELS]


def compare_standing(standing, article):
    """Return the `standing` that a person chose and the stored one, as the only row."""
    return [_row("Standing", Standing(standing).label, article.get_standing_display())]


def _row(label, yours, stored):
    pieces = word_differences(stored, yours)
    return FieldVersions(
        label=label,
        yours=tuple(piece for piece in pieces if piece.kind != "gone"),
        stored=tuple(piece for piece in pieces if piece.kind != "new"),
        same=yours == stored,
    )


def _in_words(value):
    if not value:
        return "Not stated"
    return f"{value.day} {value:%B %Y}" if hasattr(value, "year") else str(value).strip()
