"""First guesses for a form that a person fills in: is this a forecast, and how would one state it?"""

import re

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_FORECAST_CUE = re.compile(
    rf"""\b(?:
        will | won['’]t | shall | would
      | (?:is|are|was|were|be|been) \s (?:(?:not|now|also|still|widely|reportedly) \s)?
            (?:expected|likely|unlikely|due|scheduled|planned|set|poised|slated|about(?=\sto)) (?:\sto)?
      | (?:is|are) \s to (?=\s[a-z])
      | (?:is|are|was|were) \s going \s to
      | (?:plan[s]?|planned|intends?|expects?|vow(?:s|ed)?|pledge[sd]?) \s to
      | by \s (?:the \s end \s of | next | tomorrow | (?:\d{{1,2}}\s)?(?:{_MONTH}) | 20\d\d
            | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_PAIRS = (("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“"), ('"', '"'), ("'", "'"))
_ABBREVIATION_AT_END = re.compile(r"\.\w\.\Z")


def forecast_cues(text: str) -> list[str]:
    """Return the words of `text` that speak of what is still to come, as they stand.

    >>> forecast_cues("He is expected to visit, and the pullout will end by August 31.")
    ['is expected to', 'will', 'by August']
    """
    return [" ".join(found[0].split()) for found in _FORECAST_CUE.finditer(text)]


def looks_like_forecast(text: str) -> bool:
    """Whether any such words stand in `text`: enough to preselect a kind, not to decide one."""
    return _FORECAST_CUE.search(text) is not None


def suggest_statement(quote: str) -> str:
    """Return `quote` tidied for a form: no outer quotation marks, leading "that" or final full stop.

    >>> suggest_statement("“that Muttaqi  will visit Islamabad.”")
    'Muttaqi will visit Islamabad'
    """
    words = " ".join(quote.split())
    # Twice, because the full stop may stand inside the quotation marks or outside.
    for _ in range(2):
        words = _without_outer_marks(_without_end(words))
    words = words.removeprefix("that ")
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
