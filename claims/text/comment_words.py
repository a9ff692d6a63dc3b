"""What a person wrote in a comment, cut at the addresses, the claims and the people that it names."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["words", "address", "claim", "name"]

# Every quantifier is bounded, and no two alternatives begin alike, so that the time is in proportion to the text.
_NAMED = re.compile(
    r"(?<!\w)(?P<address>https?://[^\s<>\"“”]{1,1000})"
    r"|(?<![\w-])[Cc]-(?P<claim>[0-9]{1,9})(?!\w)"
    r"|(?<![\w@.+-])@(?P<name>\w[\w.+@-]{0,149})"
)
_AFTER_ADDRESS = ".,;:!?'’*…"
_AFTER_NAME = ".+-@"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a comment: plain words, or what they name.

    `value` is the address, the number of the claim, or the name in lower case; empty for plain words.
    """

    kind: Kind
    text: str
    value: str = ""


def parts(body: str) -> tuple[Part, ...]:
    """Return `body` in parts that together are all of it.

    A full stop after an address or a name belongs to the sentence, and the @ of an e-mail address names nobody.

    >>> [part.value or part.text for part in parts("@Ana, see C-12 (https://x.example/a). Mail: a@b.example")]
    ['ana', ', see ', '12', ' (', 'https://x.example/a', '). Mail: a@b.example']
    """
    found, at = [], 0
    for match in _NAMED.finditer(body):
        part = _part(match)
        if match.start() > at:
            found.append(Part("words", body[at : match.start()]))
        found.append(part)
        at = match.start() + len(part.text)
    if at < len(body):
        found.append(Part("words", body[at:]))
    return tuple(found)


def names(body: str) -> tuple[str, ...]:
    """Return the names that stand after an @ in `body`, in lower case, each once.

    >>> names("@Ana and @ravi.m. Then @ANA again.")
    ('ana', 'ravi.m')
    """
    return tuple(dict.fromkeys(part.value for part in parts(body) if part.kind == "name"))


def _part(match: re.Match[str]) -> Part:
    if match["address"]:
        address = _without_what_follows(match["address"])
        return Part("address", address, address)
    if match["claim"]:
        return Part("claim", match[0], str(int(match["claim"])))
    name = match["name"].rstrip(_AFTER_NAME)
    return Part("name", f"@{name}", name.casefold())


def _without_what_follows(address: str) -> str:
    """A bracket that was opened before the address closes after it."""
    address = address.rstrip(_AFTER_ADDRESS)
    while address.endswith((")", "]")) and address.count(")") + address.count("]") > _opened(address):
        address = address[:-1].rstrip(_AFTER_ADDRESS)
    return address


def _opened(address: str) -> int:
    return address.count("(") + address.count("[")
