"""The words that an address names, `?words=120-188v2`: by their offsets in a version of the text."""

import re
from dataclasses import dataclass

from claims.text.quotes import carry_over
from claims.text.spans import Span

NAMED = re.compile(r"(\d{1,9})-(\d{1,9})(?:v(\d{1,9}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a version, the `quote`, and where they stand in the one that is shown: None where they do not."""

    quote: str
    span: Span | None


def words_of(said, version):
    """Return the words that `said` names, as they stand in `version`; None where it names none of its article.

    Offsets of another version mean other words here, so the words are found again by what they are. Offsets without
    a version are of this one.
    """
    asked = NAMED.fullmatch(said)
    text = _text_of(asked[3], version) if asked else None
    if text is None or not int(asked[1]) < int(asked[2]) <= len(text):
        return None
    span = Span(int(asked[1]), int(asked[2]))
    return Words(span.of(text), span if text is version.text else carry_over(span, text, version.text))


def _text_of(number, version):
    """The text of the version of that number of the same article; of `version` itself where none is named."""
    if number is None or int(number) == version.number:
        return version.text
    return version.article.versions.filter(number=int(number)).values_list("text", flat=True).first()
