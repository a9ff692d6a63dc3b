"""Quotation marks whose partner was left behind when a claim was cut out of its sentence."""

import re

_OPENS_SINGLE = re.compile(r"(?:\A|[\s(“])[‘']\w")
_CLOSES_SINGLE = re.compile(r"\w[.,!?]?[’'](?=\Z|[\s.,;:)])")


def without_lone_marks(words: str) -> str:
    """Return `words` without a mark at either end that opens or closes nothing.

    >>> without_lone_marks("“He will go"), without_lone_marks("He will go”"), without_lone_marks("He “will go”")
    ('He will go', 'He will go', 'He “will go”')
    """
    return _without_last(_without_first(words)).strip() or words


def _without_first(words: str) -> str:
    rest = words[1:]
    lone = (
        words.startswith("”")
        or (words.startswith("“") and "”" not in rest)
        or (words.startswith('"') and rest.count('"') % 2 == 0)
        or (words[:1] in ("'", "‘") and not _CLOSES_SINGLE.search(rest))
    )
    return rest if lone else words


def _without_last(words: str) -> str:
    rest = words[:-1]
    lone = (
        words.endswith("“")
        or (words.endswith("”") and rest.count("“") == rest.count("”"))
        or (words.endswith('"') and rest.count('"') % 2 == 0)
        or (words[-1:] in ("'", "’") and not _OPENS_SINGLE.search(rest))
    )
    return rest if lone else words
