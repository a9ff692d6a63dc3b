"""Whether some words may hold the verb of a sentence: generous, as whoever asks looks for words that hold none."""

import re

from claims.text.attribution.verbs import read_verb
from claims.text.attribution.words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS

_AUXILIARIES = frozenset(
    """
    am is are was were has have had do does did will would shall can could may might must should ought cannot ain't
    says said
    """.split()
)
# Past forms that are no participles, so that no "which was" may be left out before them.
_PASTS = frozenset(
    """
    went came took gave began became saw wrote spoke chose drew drove flew fell grew knew threw wore broke ate rose
    swore tore stole shook froze forgot rang sang sank swam withdrew arose underwent undertook overcame slid fled
    """.split()
)
_PERHAPS_PASTS = frozenset(
    """
    told made left held got won lost found kept led met paid put sent set sold stood thought brought built bought
    caught cut felt fought heard hit hurt laid lay let meant quit ran read sat shot shut spent spread struck stuck
    swept taught understood slept lit bid cost burst cast split dealt hung fled sought shed swung wound won beat bet
    """.split()
)
_PRESENTS = frozenset(
    """
    make take go come give get keep seem need want know think say see find work live run look become include remain
    mean matter help show agree disagree support oppose trust like love hate feel face lead hold share play stand sit
    fight vote meet begin start end stay leave lose win pay spend cost follow expect believe deserve require suggest
    appear happen change belong consist depend exist lie own owe prefer receive resist rely represent risk rise fall
    """.split()
)
_SAME_IN_THE_PAST = frozenset(
    "were let cut bid cost hit hurt put set shut split spread quit beat cast burst lay read bet".split()
)
_PRONOUNS = frozenset("i we you they he she it who there people others".split())
# "Many resist", but "many houses".
_QUANTITIES = frozenset("many most some both few these those".split())
_CONTRACTED = re.compile(r"(?:n['’]t|['’](?:re|ve|ll|d|m))\Z")
_SURE = re.compile(rf"\b(?:{'|'.join(sorted(_AUXILIARIES | _PASTS))})\b(?![’'-])", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:that|who|which|whose|whom)\b", re.IGNORECASE)
_IS = re.compile(
    r"['’]s\s(?:an?|the|not|no|been|going|so|too|very|all|just|also|never|always|in|on|at|[a-z]{2,15}ing)\b"
    r"|\b(?:it|that|there|he|she|who|what|here|where|how|everyone|everybody|nobody|this)['’]s\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[\w’'.$%-]+|[^\w\s]")
_NO_VERBS_IN_S = frozenset(
    """
    this as its his us is yes thus plus less across always perhaps besides unless series news whereas others politics
    sometimes ours theirs hers besides towards afterwards nowadays overseas
    """.split()
)
_NO_VERBS_IN_ED = frozenset("need indeed speed seed feed hundred sacred red bed exceed proceed united".split())
_DO_THEMSELVES = frozenset(
    "appeared responded reacted arrived stopped ended started travelled traveled passed increased".split()
)
# "That changes", "this culminated".
_POINTING = frozenset("this that these those each".split())
_QUOTES = frozenset("“\"‘'")
_SMALL = DETERMINERS | PREPOSITIONS
_NEVER_VERBS = _SMALL | CONJUNCTIONS | SUBORDINATORS
_OPENS_RELATIVE = re.compile(r",\s(?:which|whose|whom)\s[^,]*\Z|,\swho\s[^,]*\Z")


def has_main_verb(words: str) -> bool:
    """Whether a word of `words` may be the verb of a sentence of theirs; in a tail ", which …" there is none.

    >>> has_main_verb("A shop in the town, which sells coal"), has_main_verb("A shop in the town sells coal")
    (False, True)
    """
    relative = _RELATIVE.search(words)
    # Most sentences have one; the rest are read word by word.
    if _SURE.search(words, 0, relative.start() if relative else len(words)):
        return True
    words = _OPENS_RELATIVE.sub("", words)
    if _IS.search(words):
        return True
    tokens = _TOKEN.findall(words)
    titled = sum(token[0].isupper() for token in tokens) * 2 > len(tokens)
    verbs = [at for at in range(len(tokens)) if _may_be_verb(tokens, at, titled=titled)]
    return len(verbs) > 2 or (bool(verbs) and not _all_in_relative(tokens, verbs))


def has_sure_verb(words: str) -> bool:
    """Whether a word of `words` is a verb and can be nothing else.

    >>> has_sure_verb("To close the ports"), has_sure_verb("To close the port was wrong")
    (False, True)
    """
    return bool(_IS.search(words)) or any(_is_sure(token) for token in _TOKEN.findall(words))


def is_base_form(word: str) -> bool:
    """Whether `word`, in small letters, is a verb as it stands after "to".

    >>> is_base_form("defend"), is_base_form("defended")
    (True, False)
    """
    reading = read_verb(word)
    return word in _PRESENTS or (reading is not None and reading[1] == "base")


def is_past_form(word: str) -> bool:
    """Whether `word`, in small letters, is one of the irregular past forms.

    >>> is_past_form("ran"), is_past_form("run")
    (True, False)
    """
    return (word in _PASTS or word in _PERHAPS_PASTS) and word not in _PRESENTS | _SAME_IN_THE_PAST


def is_third_person(word: str) -> bool:
    """Whether `word`, in small letters, may be a verb in -s.

    >>> is_third_person("lacks"), is_third_person("perhaps")
    (True, False)
    """
    return word.endswith("s") and not word.endswith(("ss", "us")) and word not in _NO_VERBS_IN_S


def _is_sure(token: str) -> bool:
    low = token.lower()
    return low in _AUXILIARIES or low in _PASTS or _CONTRACTED.search(low) is not None


def _all_in_relative(tokens: list[str], verbs: list[int]) -> bool:
    """ "The belief that there will be rain", "rules that will end it": one verb, and only after "that"."""
    first = verbs[0]
    group = first + 1 if tokens[first].lower() in _AUXILIARIES else first
    if verbs[-1] > group + 1:
        return False
    that = next((at for at in range(2, first) if tokens[at].lower() in ("that", "who", "which")), 0)
    subject = tokens[that + 1]
    near = first - that == 1 or (first - that == 2 and (subject.lower() in _PRONOUNS or subject[0].isupper()))
    return bool(that) and near and _stands_for_noun(tokens[that - 1])


def _stands_for_noun(before: str) -> bool:
    low = before.lower()
    return low[0].isalnum() and low not in _NEVER_VERBS and (low.endswith("s") or not _is_form(low))


def _may_be_verb(tokens: list[str], at: int, *, titled: bool = True) -> bool:
    low = tokens[at].lower().strip(".'’")
    if _is_sure(low):
        return True
    if at == 0 or not low[:1].isalpha() or low in _NEVER_VERBS:
        return False
    if tokens[at][0].isupper():
        # In a headline a verb has a capital too.
        return titled and tokens[at - 1][0].isupper() and _is_form(low)
    marked = tokens[at - 1] in _QUOTES and at > 1
    before = tokens[at - 2 if marked else at - 1]
    if _shows_noun(before.lower(), low) or (low.endswith("s") and _opens_relative(tokens, at + 1)):
        return False
    if before.lower() in _QUANTITIES:
        return not low.endswith(("s", "ing")) or _is_sure(low)
    if before.lower() in _PRONOUNS or _is_plural(before):
        return not low.endswith("ing")
    return _is_form(low) and not (low.endswith("ed") and _is_explained(tokens, at))


def _opens_relative(tokens: list[str], at: int) -> bool:
    """ "Rules that will", "farmers who"."""
    words = [token.lower() for token in tokens[at : at + 2]]
    return len(words) == 2 and (words[0] == "who" or (words[0] in ("that", "which") and _is_sure(words[1])))


def _shows_noun(before: str, low: str) -> bool:
    """Whether `low` is a noun, or stands before one, as the word before it shows."""
    if before in _POINTING:
        return False
    counted = before.replace(",", "").isdigit() and not low.endswith("ed")
    return counted or before in _SMALL or before.endswith(("'s", "’s"))


def _is_form(low: str) -> bool:
    """ "Sells", "sold", "agreed", or a verb of which we know that it is one."""
    reading = read_verb(low)
    if reading:
        return reading[1] != "ing"
    if low in _PERHAPS_PASTS or low in _PRESENTS:
        return True
    if low.endswith("ed"):
        return len(low) > 3 and low not in _NO_VERBS_IN_ED
    return low.endswith("s") and len(low) > 3 and not low.endswith(("ss", "us")) and low not in _NO_VERBS_IN_S


def _is_explained(tokens: list[str], at: int) -> bool:
    """ "The bill backed by both": a participle with whoever does it; not "responded by closing"."""
    by = at + 2 < len(tokens) and tokens[at + 1].lower() == "by"
    return by and not tokens[at + 2].endswith("ing") and tokens[at].lower() not in _DO_THEMSELVES


def _is_plural(token: str) -> bool:
    low = token.lower()
    return low.isalpha() and low.endswith("s") and low not in _NO_VERBS_IN_S and not low.endswith(("ss", "us"))
