"""News agencies to which a text owes its words: its dateline, its last line, its credits."""

import re

from claims.text.known_names import is_agency

_HEAD, _TAIL = 1_500, 700
_NAME = r"[A-Z][A-Za-z.]{1,12}(?: [A-Z][a-z]{1,12}){0,2}"
_IN_DATELINE = re.compile(
    rf"(?m)^[^\n(]{{2,90}}\((?P<agency>{_NAME}(?:[/,] ?{_NAME}){{0,2}})\)[ \xa0]{{0,3}}(?:--|[—–:-])"
)
_BYLINE = re.compile(rf"(?m)^(?:By )?[^\n]{{0,60}}(?P<agency>The Associated Press|Associated Press|{_NAME})[ \t]*$")
_DESK = re.compile(
    r"\((?:Additional |Writing |)[Rr]eporting by [^\n()]{3,400}?(?:[;.] ?(?:[Ee]diting|[Ww]riting) by |\))"
)
_LAST_WORD = re.compile(
    rf"(?:^|[—–-] ?|\(|© ?|[Cc]opyright (?:\d{{4}} )?(?:by )?|[Ss]ource: ?)(?P<agency>{_NAME})[.)]{{0,2}}$"
)
_INPUTS = re.compile(
    rf"\b(?:[Ww]ith (?:agency )?inputs? from|[Tt]his (?:story|report|article) (?:is|was) (?:from|by|syndicated from)"
    rf"|[Mm]aterial from)(?: the)? (?P<agency>{_NAME})"
)
_LONG_NAMES = {"associated press": "AP", "the associated press": "AP", "press trust of india": "PTI"}
_NO_AGENCY = frozenset(["online", "aa", "male", "agencies"])


def wire_credits(text: str) -> tuple[str, ...]:
    """Return the agencies that `text` credits for itself, in order, each once; not those it only quotes.

    >>> wire_credits("Envoy arrives\\n\\nKABUL (AP) — He came.\\n\\n(Reporting by Jan Ali; Editing by Ann Lee)")
    ('AP', 'Reuters')
    """
    head, tail = text[:_HEAD], text[-_TAIL:].rstrip()
    found = [found["agency"] for found in _IN_DATELINE.finditer(head)]
    found += [found["agency"] for found in _BYLINE.finditer(head[:400])]
    # The desk that names its reporters in brackets at the end is that of Reuters.
    found += ["Reuters"] if _DESK.search(tail) else []
    last = _LAST_WORD.search(tail[tail.rfind("\n") + 1 :][-60:])
    found += [last["agency"]] if last else []
    found += [found["agency"] for found in _INPUTS.finditer(tail)]
    named = (_agency(name) for credit in found for name in re.split(r"[/,] ?", credit))
    return tuple(dict.fromkeys(name for name in named if name))


def _agency(name: str) -> str | None:
    """The agency by its usual name; None for what is none, such as the "(R)" of a senator."""
    name = name.strip(" .")
    if name.casefold() in _LONG_NAMES:
        return _LONG_NAMES[name.casefold()]
    return name if is_agency(name) and name.casefold() not in _NO_AGENCY else None
