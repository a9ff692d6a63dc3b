"""Verbs that attribute, read from any of their forms."""

from dataclasses import dataclass
from typing import Literal

from claims.text.attribution.verb_lists import (
    DOUBLED,
    IRREGULAR,
    JUDGE,
    PARTICIPLES,
    SAY,
    SHOW,
    TELL,
    THINK,
    WANT,
    WITH_PREPOSITION,
)

Form = Literal["base", "s", "past", "ing"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb, by what may follow it: see `verb_lists`."""

    base: str
    says: bool = False
    thinks: bool = False
    tells: bool = False
    shows: bool = False
    judges: bool = False
    wants: bool = False
    prepositions: frozenset[str] = frozenset()

    @property
    def reports(self) -> bool:
        """Whether it may stand after the words: "…, he said", not "…, he criticised"."""
        return self.says or self.thinks or self.tells or self.shows


ACCORDING = Verb("according", says=True)


def read_verb(word: str) -> tuple[Verb, Form] | None:
    """Return the verb that `word`, in small letters, is a form of, and which form.

    >>> verb, form = read_verb("denied")
    >>> verb.base, form
    ('deny', 'past')
    """
    return _FORMS.get(word)


def _verbs() -> dict[str, Verb]:
    says, thinks, tells, shows, judges, wants = (
        frozenset(words.split()) for words in (SAY, THINK, TELL, SHOW, JUDGE, WANT)
    )
    bases = says | thinks | tells | shows | judges | wants | frozenset(WITH_PREPOSITION)
    return {
        base: Verb(
            base,
            says=base in says,
            thinks=base in thinks,
            tells=base in tells,
            shows=base in shows,
            judges=base in judges,
            wants=base in wants,
            prepositions=frozenset(WITH_PREPOSITION.get(base, "").split()),
        )
        for base in bases
    }


def _forms() -> dict[str, tuple[Verb, Form]]:
    forms: dict[str, tuple[Verb, Form]] = {}
    verbs = _verbs()
    for base, verb in sorted(verbs.items()):
        forms[base] = (verb, "base")
        forms[_third_person(base)] = (verb, "s")
        forms[_past(base)] = (verb, "past")
        forms[_present_participle(base)] = (verb, "ing")
    return forms | {form: (verbs[base], "past") for form, base in PARTICIPLES.items()}


def _past(base: str) -> str:
    if base in IRREGULAR:
        return IRREGULAR[base]
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if _y_becomes_i(base) else base + "ed"


def _third_person(base: str) -> str:
    if _y_becomes_i(base):
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _y_becomes_i(base: str) -> bool:
    return base.endswith("y") and base[-2] not in "aeo"


def _present_participle(base: str) -> str:
    if base in DOUBLED:
        return base + base[-1] + "ing"
    return (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"


_FORMS = _forms()
