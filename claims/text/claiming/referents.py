"""Whom "he" and what "it" mean at the head of a claim, where the text leaves no doubt."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from claims.text.attribution.find import Attribution
from claims.text.attribution.genders import Gender, may_be
from claims.text.attribution.media import is_media
from claims.text.attribution.names import capitalised_names, name_parts, same_person
from claims.text.attribution.quotations import find_quotations
from claims.text.attribution.sources import subject_of_sentence
from claims.text.attribution.speaker_kinds import kind_of, person_in
from claims.text.attribution.speakers import Speakers
from claims.text.attribution.tokens import Token, read_tokens
from claims.text.claiming.agents import does_something, is_many, is_one_body, subject_of_clause
from claims.text.spans import Span

_HE = re.compile(r"\A(?:he|she)(?=\s|[’']ll\s)", re.IGNORECASE)
_IT = re.compile(r"\Ait(?=\s|[’']ll\s)", re.IGNORECASE)
_ITS = re.compile(r"\Aits(?=\s[a-z0-9])", re.IGNORECASE)
_THEY = re.compile(r"\Athey(?=\s|[’']ll\s)", re.IGNORECASE)
_HIS = re.compile(r"\A(?:his|her)(?=\s[a-z])", re.IGNORECASE)
_HIM_WITHIN, _HIS_WITHIN = re.compile(r"(?<=\s)him\b"), re.compile(r"(?<=\s)(?:his|her)(?=\s[a-z])")
# Only before a verb that has one form for all persons.
_I = re.compile(r"\AI(?=\s(?:will|would|can|could|may|might|must|should)\b|[’']ll\s)")
# "In Kabul, he will …": the pronoun is the subject all the same.
_CIRCUMSTANCE = re.compile(
    r"\A(?:In|On|At|During|After|Before|Since|By|Later|Earlier|Last|Next|This|From)\b[^,;:“”\"]{1,50},\s"
    r"(?=(?:he|she|it|they)\b)"
)
_PRONOUN = re.compile(
    r"\A(?:he|she|it|they|we|i|you|both(?!\s(?-i:[A-Z]))|others|this|that|these|those|his|her|their|its|our|my)\b",
    re.IGNORECASE,
)
# "It will be West’s first visit to the region" says what it is.
_IT_IS = re.compile(
    r"\Ait\s(?:is|was|will\sbe)\s(?:[A-Z][^,;]{1,60}[’']s|the\s(?:first|second|third|last)[^,;]{1,60}\s(?:by|of|for))\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Before:
    """What the sentences before tell of whom a pronoun means; each is "" where that is not plain.

    `person` and `body` were the subject of the sentence before, `clause` is that of the clause before;
    `only` is the one person whom the text has named so far, and `source` are the words for who speaks.
    """

    person: str = ""
    body: str = ""
    only: str = ""
    clause: str = ""
    source: str = ""
    genders: Mapping[str, Gender] = field(default_factory=dict)

    def after(self, statement: str) -> "Before":
        """What is known once a clause of the same sentence has been read, as it is stated."""
        return replace(self, clause=subject_of_clause(statement))


def referents_before(text: str, sentences: Sequence[Span]) -> list[Before]:
    """Return, for each sentence, what those before it tell.

    >>> text = "Thomas West met them. He left. Pakistan wants talks. It will open them."
    >>> found = referents_before(text, [Span(0, 21), Span(22, 30), Span(31, 52), Span(53, 71)])
    >>> [(one.person, one.body) for one in found]
    [('', ''), ('Thomas West', ''), ('Thomas West', ''), ('', 'Pakistan')]
    """
    quotations = find_quotations(text)
    speakers = Speakers(text)
    body, found = "", []
    for sentence in sentences:
        found.append(Before(speakers.subject, body, _only(speakers), genders=speakers.genders))
        tokens = read_tokens(text, sentence, quotations)
        speakers.after_sentence(tokens)
        body = _body(text, tokens)
    return found


def _body(text: str, tokens: Sequence[Token]) -> str:
    """The country or organisation that a sentence is about, where its subject is nothing but that name."""
    places = subject_of_sentence(tokens, len(tokens), 0)
    words = Span(tokens[places[0]].span.start, tokens[places[1]].span.end).of(text) if places else ""
    return words if is_one_body(words) else ""


def source_words(text: str, said: Attribution | None) -> str:
    """The words for who speaks as a statement may begin with them: without what explains them.

    "" where they are far: "Germany, an advocate of Poland, said no more, adding that it …".
    """
    if not said or not said.source or said.cue.of(text).endswith("ing"):
        return ""
    words = " ".join(said.source.of(text).split()).partition(", ")[0].partition(" who ")[0]
    return words.removesuffix(" who").removesuffix(" which").removesuffix(" that")


def _only(speakers: Speakers) -> str:
    """The one person named so far, where an office or a title shows that it is a person."""
    people = list(speakers.people.values())
    return people[0] if len(people) == 1 and people[0] in speakers.titled else ""


def with_subject_named(words: str, said: Attribution | None, before: Before, *, quoted: bool = False) -> str:
    """Return `words` with the name of whom or what their first word stands for, where that is plain.

    "He" is the person who speaks, where somebody who is named does; else who was the subject before. "It" and "they"
    are the body and the people who speak, or the subject before, if they do what only these can.
    In his own words, `quoted`, the speaker is "I", and "he" may be anybody.

    >>> west = Before(person="Thomas West")
    >>> with_subject_named("He will go", None, west), with_subject_named("It will rain", None, west)
    ('Thomas West will go', 'It will rain')
    """
    speaker = said.speaker if said and said.speaker_kind == "named_person" and person_in(said.speaker) else ""
    if quoted:
        return _I.sub(lambda _: speaker, words) if speaker else words
    opening = _CIRCUMSTANCE.match(words)
    if opening:
        rest = words[opening.end() :]
        return opening[0] + _with_first_named(rest[:1].lower() + rest[1:], said, speaker, before)
    return _with_first_named(words, said, speaker, before)


def _with_first_named(words: str, said: Attribution | None, speaker: str, before: Before) -> str:
    if _HE.match(words) or _HIS.match(words):
        clause = before.clause if person_in(before.clause) == before.clause else ""
        return _with_person(words, said, speaker or clause, before)
    return _with_only(_with_body(words, said, before), before.only)


def _with_person(words: str, said: Attribution | None, nearest: str, before: Before) -> str:
    # One word that opens a sentence may be no name ("Together"); whom "a friend said he met" means is for a reader.
    subject = before.person if len(name_parts(before.person)) > 1 else before.only
    person = nearest or ("" if said else subject)
    if not person or not _may_mean(words.split()[0], person, before):
        return words
    return _HIS.sub(lambda _: f"{person}’s", _HE.sub(lambda _: person, words))


def _may_mean(pronoun: str, person: str, before: Before) -> bool:
    """Not where "she said that he": two people, whatever the names are."""
    feminine = pronoun.casefold().startswith(("she", "her"))
    other = before.source.casefold() == ("he" if feminine else "she")
    return not other and may_be(pronoun, person, before.genders)


def _with_body(words: str, said: Attribution | None, before: Before) -> str:
    """ "Israel said it will respond": Israel will; nobody can say who "it will rain" means."""
    told = [before.clause] if before.clause else [before.source] if said else [before.body]
    subject = next((name for name in told if name), "")
    one = is_one_body(subject, named=not said) or (said is not None and _is_called(subject, said))
    if _IT.match(words) and one and does_something(words):
        return _IT.sub(lambda _: subject, words)
    if said and subject and one and _ITS.match(words):
        return _ITS.sub(lambda _: f"{subject}’s", words)
    if _THEY.match(words) and (said or before.clause) and is_many(subject):
        return _THEY.sub(lambda _: subject, words)
    return words


def _is_called(subject: str, said: Attribution) -> bool:
    """ "Heritage said it will": one word that the text never makes longer is nobody who says "it" of himself."""
    return subject == said.speaker and " " not in subject and subject[:1].isupper() and not is_media(subject)


def _with_only(words: str, only: str) -> str:
    """ "Officials will accompany him": the one person of whom the text speaks."""
    if (
        not only
        or kind_of(subject_of_clause(words)) == "named_person"
        or any(same_person(span.of(words), only) or person_in(span.of(words)) for span in capitalised_names(words))
    ):
        return words
    return _HIS_WITHIN.sub(lambda _: f"{only}’s", _HIM_WITHIN.sub(lambda _: only, words))


def begins_with_pronoun(words: str) -> bool:
    """Whether a reader needs the text to know whom or what `words` speak of.

    >>> begins_with_pronoun("It will be his first visit"), begins_with_pronoun("Muttaqi left")
    (True, False)
    """
    return _PRONOUN.match(words) is not None and _IT_IS.match(words) is None


def why_named(words: str, statement: str) -> tuple[str, ...]:
    """Return what a person has to check of `statement`: that it names whom or what `words` begin with.

    >>> why_named("It will open talks", "Pakistan will open talks")
    ('“It” is named from the text around',)
    """
    if not begins_with_pronoun(words) or begins_with_pronoun(statement):
        return ()
    return (f"“{words.split()[0]}” is named from the text around",)
