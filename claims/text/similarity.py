"""How alike two short texts are: for type-ahead over claims, and for presuming a common origin."""

import re
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA, LCSseq
from rapidfuzz.fuzz import ratio

from claims.text.attribution.quotations import find_quotations

_NUMBER = re.compile(r"\s{0,9}(?P<mark>[Cc]\s{0,2}-?\s{0,2})?(?P<digits>\d{1,9})\s{0,9}")
_WORD = re.compile(r"[^\W_]{1,100}")
_MOST_WORDS = 20

_SAME_NUMBER, _NUMBER_BEGUN = 100.0, 98.0
_SAME_WORD, _WORD_BEGUN, _ONE_SLIP, _TWO_SLIPS = 95.0, 90.0, 75.0, 60.0
_FOUND = 50.0

# Measured on sentences of near-duplicate articles: from three quarters of the words on, and of no fewer than eight,
# those of articles that are no duplicates were taken over too. Shorter ones are alike by chance.
_NEAR_VERBATIM, _FEWEST_ALIKE = 0.75, 8
_NEARLY_EQUAL, _FEWEST_WORDS = 90, 5

# Whoever says the opposite in nearly the same words did not take it over.
_SAYING_NO = re.compile(
    r"\b(?:not|no|never|nor|nobody|cannot|without|den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)?)\b|n[’']t\b",
    re.IGNORECASE,
)

_SHARED_QUOTATION = 40
_QUOTATION = re.compile(r"“([^“”]{1,2000})”|\"([^\"]{1,2000})\"|«([^«»]{1,2000})»|‘((?:[^‘’]|’(?=\w)){1,2000})’")
# Words marked from the middle of a quotation on have only its end, those up to the middle only its beginning.
_HALF = re.compile(r"\A([^“”]{1,2000})”|“([^“”]{1,2000})\Z")
_MARKS = str.maketrans(dict.fromkeys('“”‘’«»"', "'") | dict.fromkeys("–—", "-"))


def rank_statements(query: str, statements: Sequence[tuple[int, str]], limit: int) -> list[tuple[int, float]]:
    """Return the numbers of the statements that `query` finds, best first, with scores up to 100.

    A query is a claim's number ("C-12", "12"), which puts that claim first, or words of a statement,
    typed in part or with slips, in any order. Equal scores stand by number.

    >>> rank_statements("mutt isl", [(1, "Kabul fell"), (2, "Muttaqi will visit Islamabad")], limit=5)
    [(2, 90.0)]
    """
    number = _NUMBER.fullmatch(query)
    digits = number["digits"].lstrip("0") if number else ""
    wanted = [] if number and number["mark"] else _words(query)[:_MOST_WORDS]
    known = _Scores(wanted)
    scored = ((key, max(_number_score(digits, key), known.of_statement(statement))) for key, statement in statements)
    found = [(key, round(score, 1)) for key, score in scored if score >= _FOUND]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))[: max(limit, 0)]


def near_words(wanted: str, words: Sequence[str], limit: int) -> list[str]:
    """Return those of `words` that somebody may mean who typed `wanted`, in part or with slips, the nearest first.

    >>> near_words("islmab", ["islands", "islamabad", "kabul"], limit=5)
    ['islamabad']
    """
    wanted = wanted.casefold()
    lengths = (len(wanted) - 1, len(wanted), len(wanted) + 1)
    found: dict[str, int] = {}
    for parts in (words, *([word[:length] for word in words] for length in lengths)):
        near = process.extract(wanted, parts, scorer=OSA.distance, score_cutoff=_allowed(wanted), limit=None)
        for _, slips, place in near:
            found[words[place]] = min(slips, found.get(words[place], slips))
    return sorted(found, key=lambda word: (found[word], word))[: max(limit, 0)]


def same_quotation(a: str, b: str) -> str | None:
    """Return the words that both texts quote, when they are 40 characters or more inside quotation marks.

    Which marks stand around a quotation, and which within it, makes no difference.

    >>> same_quotation("“We will finish what we came here to do, and go.”", "He did not say so.")
    """
    theirs = _quotations(b)
    for one in _quotations(a):
        for other in theirs:
            shared = _common_stretch(one, other)
            if shared:
                return shared
    return None


def near_verbatim(a: str, b: str) -> bool:
    """Whether two sentences are all but the same: of one hand, with other numbers perhaps, and none denies the other.

    >>> near_verbatim("Muttaqi will visit Islamabad this week.", "Muttaqi will visit Islamabad this week")
    True
    >>> team = "An {}-member team of the Taliban will leave Kabul for the talks in Doha on Saturday."
    >>> near_verbatim(team.format(11), team.format(12)), near_verbatim("Kabul fell.", "Kabul fell.")
    (True, False)
    >>> near_verbatim(team.format(11), team.format(11).replace("will", "will not"))
    False
    """
    one, other = _words(a), _words(b)
    if min(len(one), len(other)) < _FEWEST_WORDS or len(_SAYING_NO.findall(a)) != len(_SAYING_NO.findall(b)):
        return False
    alike = LCSseq.similarity(one, other)
    if alike >= _FEWEST_ALIKE and 2 * alike >= _NEAR_VERBATIM * (len(one) + len(other)):
        return True
    return ratio(a.casefold(), b.casefold(), score_cutoff=_NEARLY_EQUAL) >= _NEARLY_EQUAL


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _number_score(digits: str, key: int) -> float:
    if not digits or not str(key).startswith(digits):
        return 0.0
    return _SAME_NUMBER if str(key) == digits else _NUMBER_BEGUN


class _Scores(dict[str, tuple[float, ...]]):
    """How well a word answers each wanted word; kept, because statements share their words. Empty for not at all."""

    def __init__(self, wanted: list[str]) -> None:
        super().__init__()
        self._wanted = wanted
        self._weights = [len(one) for one in wanted]

    def __missing__(self, word: str) -> tuple[float, ...]:
        scores = tuple(_word_score(one, word) for one in self._wanted)
        self[word] = scores if any(scores) else ()
        return self[word]

    def of_statement(self, statement: str) -> float:
        """How well each wanted word is found in `statement`, long words counting for more."""
        answers = list(filter(None, map(self.__getitem__, _words(statement)))) if self._wanted else []
        if not answers:
            return 0.0
        best: list[float] = [max(scores) for scores in zip(*answers, strict=True)]
        return sum(score * weight for score, weight in zip(best, self._weights, strict=True)) / sum(self._weights)


def _word_score(wanted: str, word: str) -> float:
    """A word may be cut short, and mistyped: one slip from four letters on, two from seven."""
    if word.startswith(wanted):
        return _SAME_WORD if word == wanted else _WORD_BEGUN
    allowed = _allowed(wanted)
    if not allowed:
        return 0.0
    # The word may still be under way, so its beginnings count as well as the whole.
    lengths = range(len(wanted) - 1, len(wanted) + 2)
    slips = min(OSA.distance(wanted, part) for part in (word, *(word[:length] for length in lengths)))
    return 0.0 if slips > allowed else _ONE_SLIP if slips <= 1 else _TWO_SLIPS


def _allowed(wanted: str) -> int:
    """How many slips are forgiven in a word."""
    return 0 if len(wanted) < 4 or wanted.isdigit() else 1 if len(wanted) < 7 else 2


def _quotations(text: str) -> list[str]:
    """What stands inside quotation marks, spaced and marked alike, where it is long enough."""
    marked = ["".join(groups) for groups in [*_QUOTATION.findall(text), *_HALF.findall(text)]]
    within_lines = [found.of(text) for found in find_quotations(text)]
    plain = (" ".join(found.translate(_MARKS).split()).strip("' ") for found in [*marked, *within_lines])
    return [words for words in dict.fromkeys(plain) if len(words) >= _SHARED_QUOTATION]


def _common_stretch(one: str, other: str) -> str | None:
    """The first stretch of `one`, of 40 characters or more, that stands in `other` too."""
    size = _SHARED_QUOTATION
    stretches = {other[i : i + size] for i in range(len(other) - size + 1)}
    for start in range(len(one) - size + 1):
        if one[start : start + size] in stretches:
            end = start + size
            while end < len(one) and one[start : end + 1] in other:
                end += 1
            return one[start:end].strip()
    return None
