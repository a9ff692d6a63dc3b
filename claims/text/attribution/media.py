"""Newspapers, broadcasters and agencies, told by their names."""

import re

from claims.text.known_names import is_agency

_MEDIA_WORDS = frozenset(
    """
    times tribune news post herald journal gazette guardian telegraph observer chronicle mirror press tv radio
    television broadcasting express newspaper magazine standard globe examiner inquirer bulletin wire newswire agency
    daily weekly
    """.split()
)
_OUTLETS = frozenset(
    """
    abc|al arabiya|al jazeera|axios|bbc|bloomberg|breitbart|buzzfeed|cbs|cnbc|cnn|dawn|der spiegel|fox|fox news
    |haaretz|huffpost|india today|le figaro|le monde|msnbc|nbc|ndtv|newsweek|npr|pbs|politico|republic world|rt|salon
    |slate|the atlantic|the economist|the hill|the hindu|the nation|the new yorker|time|tolo|tolonews|univision|voa
    |vox|wapo|wion|yahoo
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_NOT_MEDIA = re.compile(r"\b(?:conference|release|secretary|intelligence|security|space|protection)\b", re.IGNORECASE)


def is_media(name: str) -> bool:
    """Whether `name` is that of a newspaper, a broadcaster or a news agency, as far as a name tells.

    >>> is_media("The Express Tribune"), is_media("ANI"), is_media("the press secretary")
    (True, True, False)
    """
    small = " ".join(name.casefold().split())
    bare = small.removeprefix("the ")
    if is_agency(bare) or small in _OUTLETS or bare in _OUTLETS:
        return True
    words = bare.split()
    named = any(word[:1].isupper() for word in name.split() if word.casefold() != "the")
    return named and bool(words) and words[-1] in _MEDIA_WORDS and not _NOT_MEDIA.search(name)


def is_news_agency(name: str) -> bool:
    """Whether `name` is that of a news agency, by which many outlets get the same words.

    >>> is_news_agency("the AFP"), is_news_agency("Dawn")
    (True, False)
    """
    return is_agency(" ".join(name.casefold().split()).removeprefix("the "))
