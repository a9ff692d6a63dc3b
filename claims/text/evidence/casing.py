"""Capitals that make no name: of headings, and of the word that begins a statement, judged by an article at hand.

"Missing jets raise fears", "ISIS Beheads Journalist": an article that writes of "the missing jets" shows that nobody
is called Missing. What it writes in neither way keeps its capital, so that whoever it does not name stays unnamed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claims.text.evidence.terms import STOP_WORDS, stem

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]{0,40}\w)?")
# Where a capital begins a sentence, and shows nothing: at the start, after a colon, a full stop or an opening mark.
_BEGINS = re.compile(r"(?:\A|[.:;!?]\s{1,3}|[-–—]\s{1,3})[\"'“‘(\[]?\Z|(?<!\w)[\"'“‘(\[]\Z")
_REACH = 6
# Where nearly all telling words begin with a capital, as in American headings, capitals tell no names.
_TITLE_SHARE = 0.85
# Shorter words in capitals are taken for initials: US, IS, WHO.
_SHORTEST_SHOUT = 4


@dataclass(frozen=True, slots=True)
class Letters:
    """How texts write words: the stems of those in small letters, and those with a capital within a sentence."""

    small: frozenset[str]
    capital: frozenset[str]

    @classmethod
    def of(cls, sentences: Iterable[str]) -> "Letters":
        """Return how `sentences` write their words; headings among them show nothing."""
        small: set[str] = set()
        capital: set[str] = set()
        for sentence in sentences:
            if is_in_title_case(sentence):
                continue
            for word in _WORD.finditer(sentence):
                if word[0][0].islower():
                    small.add(stem(word[0].casefold()))
                elif not _begins(sentence, word.start()):
                    capital.add(word[0].casefold())
        return cls(frozenset(small), frozenset(capital))

    def write(self, statement: str) -> str:
        """Return `statement`, as long as it was, with those words in small letters that are no names here.

        >>> Letters.of(["The missing jets of Libya."]).write("Missing jets raise fears in Tripoli")
        'missing jets raise fears in Tripoli'
        >>> Letters.of(["Muttaqi met him."]).write("Muttaqi will visit Islamabad")
        'Muttaqi will visit Islamabad'
        """
        in_title_case, shouted = is_in_title_case(statement), statement.isupper()

        def written(word: re.Match[str]) -> str:
            text = word[0]
            if not (in_title_case or text.isupper() or _begins(statement, word.start())):
                return text
            return text.lower() if self._is_small(text, shouted=shouted) else text

        found = _WORD.sub(written, statement)
        return found if len(found) == len(statement) else statement

    def _is_small(self, word: str, *, shouted: bool) -> bool:
        plain = word.casefold()
        if word.isupper() and not shouted and 1 < len(word) < _SHORTEST_SHOUT:
            return False
        if plain in STOP_WORDS:
            return True
        return stem(plain) in self.small and plain not in self.capital


def is_in_title_case(text: str) -> bool:
    """Whether capitals tell no names in `text`, because nearly all its telling words begin with one."""
    words = [word for word in _WORD.findall(text)[1:] if word.casefold() not in STOP_WORDS]
    return len([word for word in words if word[0].isupper()]) >= max(_TITLE_SHARE * len(words), 1)


def _begins(text: str, start: int) -> bool:
    return bool(_BEGINS.search(text[max(start - _REACH, 0) : start])) if start else True
