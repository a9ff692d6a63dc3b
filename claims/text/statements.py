"""First guesses for a form that a person fills in: is this a forecast, and how would one state it?"""

import re

from claims.text.forward import forward_looking

_PAIRS = (("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“"), ('"', '"'), ("'", "'"))
# "That will do", "that figure is wrong": the word is of the clause, and does not open it.
POINTS = (
    r"(?:will|would|shall|can|could|may|might|must|should|is|was|has|had|does|did|isn[’']t|wasn[’']t|won[’']t|wouldn[’']t)\s"
    r"|(?:fact|figure|number|sum|amount|kind|sort|way|decision|idea|person|man|woman|moment|day|bill|deal|vote|case|issue|point"
    r"|question|plan|process|strategy|speech|statement|remark|claim|charge"
    r"|argument|notion|meeting)\s"
    r"(?:is|was|has|had|will|would|can|could|may|might|must|should|does|did|[a-z]{3,15}(?:s|ed))\b"
)
_THAT = re.compile(rf"\Athat\s(?!{POINTS})")
_ABBREVIATION_AT_END = re.compile(r"\.\w\.\Z")


def forecast_cues(text: str) -> list[str]:
    """Return the words of `text` that speak of what is still to come, as they stand.

    >>> forecast_cues("He is expected to visit, and the pullout will end by August 31.")
    ['is expected to', 'will', 'by August 31']
    """
    forward = forward_looking(text)
    return [" ".join(cue.of(text).split()) for cue in forward.cues] if forward else []


def looks_like_forecast(text: str) -> bool:
    """Whether any such words are said in earnest, not wished or asked for: enough to preselect a kind."""
    forward = forward_looking(text)
    return forward is not None and forward.certainty != "uncommitted"


def suggest_statement(quote: str) -> str:
    """Return `quote` tidied for a form: no outer quotation marks, leading "that" or final full stop.

    >>> suggest_statement("“that Muttaqi  will visit Islamabad.”")
    'Muttaqi will visit Islamabad'
    """
    words = " ".join(quote.split())
    # Twice, because the full stop may stand inside the quotation marks or outside.
    for _ in range(2):
        words = _without_outer_marks(_without_end(words))
    words = _THAT.sub("", words)
    return words[:1].upper() + words[1:]


def _without_end(words: str) -> str:
    return words if _ABBREVIATION_AT_END.search(words) else words.rstrip(".,;: ")


def _without_outer_marks(words: str) -> str:
    """Without marks that enclose all of `words`, or that the selection parted from their partner."""
    for opening, closing in _PAIRS:
        opened, closed = words.startswith(opening), words.endswith(closing)
        inner = words.removeprefix(opening).removesuffix(closing)
        if opened and closed and not (opening in inner or closing in inner):
            return inner.strip()
        if (
            opening != closing
            and opening != "‘"
            and opened != closed
            and words.count(opening) != words.count(closing)
        ):
            return (words.removeprefix(opening) if opened else words.removesuffix(closing)).strip()
    return words
