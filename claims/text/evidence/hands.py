"""Through whose hands words of an article came that nobody has marked yet."""

from collections.abc import Sequence

from claims.text.attribution.chains import Link, chain_of
from claims.text.attribution.find import find_attributions
from claims.text.spans import Span

# An article longer than this says who told it what well before.
_LONGEST_READ = 30_000


def chains_in(text: str, spans: Sequence[Span]) -> list[tuple[Link, ...]]:
    """Return for each of `spans` the hands through which its words came, nearest to the reader first.

    >>> text = "He will go, sources told The Express Tribune."
    >>> [[link.name for link in chain] for chain in chains_in(text, [Span(0, 10)])]
    [['The Express Tribune', 'sources']]
    """
    attributions = find_attributions(text[:_LONGEST_READ])
    return [chain_of(text, span, attributions) for span in spans]
