"""How much room words take in a drawing, judged on the safe side: no page tells the server its fonts. Pure."""

import unicodedata

THIN = frozenset(" .,:;'’‘|!()[]ijlI")
SLIM = frozenset('ftr-1/“”"')
BROAD = frozenset("mwMWQO@%—…&")
ELLIPSIS = "…"
# Semi-bold letters against plain ones.
BOLD = 1.07


def width_of(text, size, *, bold=False):
    """Return the most pixels that `text` takes in letters of `size` pixels of the usual sans-serif fonts."""
    return sum(map(_share, text)) * size * (BOLD if bold else 1)


def _share(letter):
    """Return the width of a letter as a share of its size."""
    if unicodedata.category(letter) in ("Cf", "Mn", "Me"):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    if letter in THIN:
        return 0.33
    if letter in SLIM:
        return 0.43
    if letter in BROAD:
        return 0.98
    return 0.72 if letter.isupper() or ord(letter) > 0x24F else 0.6


def shortened(text, room, size, *, bold=False):
    """Return `text`, or as much of its beginning as has room with an ellipsis behind it."""
    if width_of(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and width_of(kept + ELLIPSIS, size, bold=bold) > room:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def wrapped(text, room, size, *, lines=2, bold=False):
    """Return `text` in at most so many lines that have room, broken at spaces; the last is shortened if need be."""
    words, done = text.split(), []
    while words and len(done) < lines - 1:
        taken = 1
        while taken < len(words) and width_of(" ".join(words[: taken + 1]), size, bold=bold) <= room:
            taken += 1
        done.append(shortened(" ".join(words[:taken]), room, size, bold=bold))
        words = words[taken:]
    return (*done, shortened(" ".join(words), room, size, bold=bold)) if words else tuple(done)
