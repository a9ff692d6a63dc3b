"""Verbs whose forms have no stem in common: who wrote that a ship sank says of it what "did not sink" denies."""

from collections.abc import Set

from claims.text.evidence.terms import stem

# The forms of a verb that English does not build with an ending: a verb a line.
_VERBS = """
awake awoke awoken
beat beaten
become became
begin began begun
bite bit bitten
blow blew blown
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
cling clung
come came
deal dealt
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hear heard
hide hid hidden
hold held
keep kept
lay laid
lead led
leave left
lend lent
lose lost
make made
mean meant
meet met
overtake overtook overtaken
overthrow overthrew overthrown
pay paid
prove proven
rebuild rebuilt
repay repaid
resell resold
retake retook retaken
rewrite rewrote rewritten
ride rode ridden
ring rang rung
rise rose risen
run ran
seek sought
sell sold
send sent
shake shook shaken
shoot shot
show shown
sing sang sung
sink sank sunk
speak spoke spoken
spend spent
spring sprang sprung
stand stood
steal stole stolen
strike struck
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
throw threw thrown
undergo underwent undergone
undertake undertook undertaken
uphold upheld
wear wore worn
win won
wind wound
withdraw withdrew withdrawn
withhold withheld
write wrote written
"""


def _read_verbs() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _VERBS.split("\n"):
        forms = frozenset(map(stem, line.split()))
        found |= dict.fromkeys(forms, forms)
    return found


_FORMS = _read_verbs()


def same_in(term: str, stems: Set[str]) -> bool:
    """Whether `stems` has the term, or another form of the same irregular verb.

    >>> same_in("sink", {"sank"}), same_in("visit", {"sank"})
    (True, False)
    """
    return term in stems or not other_forms(term).isdisjoint(stems)


def other_forms(term: str) -> frozenset[str]:
    """Return the stems of all forms of the irregular verb with the stem `term`, nothing for any other word.

    >>> sorted(other_forms(stem("sank"))), sorted(other_forms("visit"))
    (['sank', 'sink', 'sunk'], [])
    """
    return _FORMS.get(term, frozenset())
