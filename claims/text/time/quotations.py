"""Which words stand inside quotation marks, over sentences and paragraphs."""

import re

from claims.text.spans import Span

# As long as a quotation of several sentences; what is not closed by then is taken for a stray mark.
_QUOTATION = re.compile(
    r"“[^“”]{1,1500}”|``(?:(?!``|'').){1,1500}''|\"[^\"\n]{1,1500}\"|«[^«»]{1,1500}»|(?<!\w)‘(?:[^‘’\n]|’(?=\w)){1,600}’",
    re.DOTALL,
)


def quotations(text: str) -> list[Span]:
    """Return the quotations of `text` with their marks, in order.

    >>> [span.of("He said: “We go today.”") for span in quotations("He said: “We go today.”")]
    ['“We go today.”']
    """
    return [Span(*found.span()) for found in _QUOTATION.finditer(text)]
