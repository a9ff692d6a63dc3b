"""Whether a person is "he" or "she", as far as titles, words for the person and common given names tell."""

import re
from collections.abc import Mapping
from typing import Literal

from claims.text.attribution.names import name_parts

Gender = Literal["he", "she"]

_NAME = r"[A-Z][\w’'-]{1,25}(?: (?:al-|bin |de )?[A-Z][\w’'-]{1,25}){0,3}"
_MAN = (
    r"Mr|Sir|Lord|King|Prince|Father|Imam|\w{2,12}(?<!wo)man|father|husband|son|brother|widower|grandfather|nephew|uncle"
    r"|actor|ayatollah|Ayatollah|maulana|Maulana|Mullah"
)
_WOMAN = (
    r"Mrs|Ms|Miss|Lady|Dame|Queen|Princess|Baroness|(?:\w{2,12})woman|mother|wife|daughter|sister|widow|grandmother"
    r"|niece|aunt|actress"
)
_KIND = rf"(?:(?P<he>{_MAN})|(?P<she>{_WOMAN}))"
_BEFORE = re.compile(rf"(?<![\w’'-]){_KIND}\.?,? (?P<name>{_NAME})")
_AFTER = re.compile(rf"(?P<name>{_NAME}), (?:(?!and\b)[\w’'.-]{{1,20}} ){{0,4}}{_KIND}(?=[,.]| (?:of|for|and|who)\b)")
_MEN = frozenset(
    """
    abdul abdullah adam ahmad ahmed alan albert alexander ali amir andrew andrei anthony antony anwar arjun ashraf
    barack bashar ben benjamin bernie bill bob boris brian carl carlos charles christopher chris colin craig dan
    daniel david dennis dmitry donald douglas ed edward emmanuel eric fayez frank fred gary geoff george gordon
    greg hamid harry hassan henry hossein hussein ian igor imran ismail ivan jack jacob jake jan james jason jeff
    jeremy jim jimmy joe joel john johnny jonathan jose joseph josh juan justin karim keith ken kenneth kevin
    khalid larry lawrence lee lloyd luis luke mahmoud mahmud marc marco marcus mark martin matt matthew mehmood
    michael mike mikhail mohamed mohammad mohammed muhammad narendra ned neil nick nicolas oleg oscar osama pablo
    patrick paul pedro peter philip rajiv ralph ray raymond recep richard rick rob robert roger ron ronald roy
    ryan salman sam samuel scott sean sergei sergey sidney simon stephen steve steven stuart tariq ted terry
    thomas tim timothy todd tom tony victor viktor vladimir volodymyr walter william yair yasser yusuf zalmay
    """.split()
)
_WOMEN = frozenset(
    """
    abigail aisha alexandra alice alison amanda amina amy angela ann anna anne annalena asma ayesha barbara
    benazir beth betsy brenda carol caroline carrie catherine charlotte cheryl christina christine claire debbie
    deborah denise diana dianne donna dorothy elena eleanor elizabeth ellen emily emma erin eva fatima gina gloria
    hannah heather heidi helen hillary hina huma ingrid irene ivanka jacinda jane janet jeanne jennifer jessica
    jill joan joanna joyce judith judy julia julie kamala karen kate katherine kathleen kathryn kathy katie
    kayleigh kellyanne kirsten laura lauren linda lisa liz lucy lynn madeleine malala margaret maria marie
    marina martha mary maryam megan melania melissa michelle monica nadia nancy naomi natalia natalie nicola
    nicole nikki nina nirmala olga olivia pamela patricia paula petra priyanka rachel rebecca rita rosa ruth
    samantha sandra sanna sarah shabana sharon sheila shirley sonia sophie stephanie susan suzanne svetlana sylvia
    tatiana teresa theresa tina tracy tulsi ursula valerie vanessa victoria wendy yasmin yulia zainab
    """.split()
)


def genders_in(text: str) -> dict[str, Gender]:
    """Return, by the last part of a name in small letters, what titles and words beside it tell; no doubtful one.

    >>> genders_in("Mr Kral met Petra Novak, the chairwoman, and Mrs Clinton. Mr Clinton left.")
    {'kral': 'he', 'novak': 'she'}
    """
    found: dict[str, set[Gender]] = {}
    for pattern in (_BEFORE, _AFTER):
        for one in pattern.finditer(text):
            parts = name_parts(one["name"])
            if parts:
                found.setdefault(parts[-1], set()).add("he" if one["he"] else "she")
    return {name: kinds.pop() for name, kinds in found.items() if len(kinds) == 1}


def may_be(pronoun: str, name: str, known: Mapping[str, Gender]) -> bool:
    """Return whether "he", "she", "his" or "her" can mean the person `name`; `known` is what genders_in returned.

    >>> may_be("she", "Jan Sykora", {}), may_be("her", "Petra Novak", {}), may_be("She", "Dina Mufti", {})
    (False, True, True)
    """
    parts = name_parts(name)
    if not parts:
        return True
    told = _by_given_name(parts) or known.get(parts[-1])
    meant: Gender = "she" if pronoun.casefold().startswith(("she", "her")) else "he"
    return told is None or told == meant


def _by_given_name(parts: list[str]) -> Gender | None:
    if len(parts) < 2:
        return None
    return "he" if parts[0] in _MEN else "she" if parts[0] in _WOMEN else None
