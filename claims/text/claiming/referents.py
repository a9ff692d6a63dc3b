"""Whom "he" means at the head of a claim, where the text leaves no doubt."""

import re
from collections.abc import Sequence

from claims.text.attribution.find import Attribution
from claims.text.attribution.names import name_parts
from claims.text.attribution.quotations import find_quotations
from claims.text.attribution.speaker_kinds import person_in
from claims.text.attribution.speakers import Speakers
from claims.text.attribution.tokens import read_tokens
from claims.text.spans import Span

_HE = re.compile(r"\A(?P<pronoun>he|she)(?=\s|[’']ll\s)", re.IGNORECASE)
_HIS = re.compile(r"\A(?:his|her)(?=\s[a-z])", re.IGNORECASE)
# Only before a verb that has one form for all persons.
_I = re.compile(r"\AI(?=\s(?:will|would|can|could|may|might|must|should)\b|[’']ll\s)")
_PRONOUN = re.compile(
    r"\A(?:he|she|it|they|we|i|you|both|others|this|that|these|those|his|her|their|its|our|my)\b", re.IGNORECASE
)


def subjects_before(text: str, sentences: Sequence[Span]) -> list[str]:
    """Return, for each sentence, the person who was the subject of the one before; "" where nobody was.

    >>> text = "Thomas West met them. He left. The talks go on. He is glad."
    >>> subjects_before(text, [Span(0, 21), Span(22, 30), Span(31, 47), Span(48, 59)])
    ['', 'Thomas West', 'Thomas West', '']
    """
    quotations = find_quotations(text)
    speakers = Speakers(text)
    found: list[str] = []
    for sentence in sentences:
        found.append(speakers.subject)
        speakers.after_sentence(read_tokens(text, sentence, quotations))
    return found


def with_subject_named(words: str, said: Attribution | None, subject: str, *, quoted: bool = False) -> str:
    """Return `words` with the name of the person that their first word stands for, where that is plain.

    "He" is the person who speaks, where somebody who is named does; else `subject`, that of the sentence before.
    In his own words, `quoted`, the speaker is "I", and "he" may be anybody.

    >>> with_subject_named("He will go", None, "Thomas West"), with_subject_named("It will rain", None, "Thomas West")
    ('Thomas West will go', 'It will rain')
    """
    speaker = said.speaker if said and said.speaker_kind == "named_person" and person_in(said.speaker) else ""
    # One word that opens a sentence may be no name ("Together").
    person = speaker or (subject if len(name_parts(subject)) > 1 else "")
    if not person:
        return words
    if quoted:
        return _I.sub(lambda _: speaker, words) if speaker else words
    named = _HE.sub(lambda _: person, words)
    # "She said her country …" is hers; of others "his" may be anybody's.
    return _HIS.sub(lambda _: f"{person}’s", named) if not said else named


def begins_with_pronoun(words: str) -> bool:
    """Whether a reader needs the text to know whom or what `words` speak of.

    >>> begins_with_pronoun("It will be his first visit"), begins_with_pronoun("Muttaqi left")
    (True, False)
    """
    return _PRONOUN.match(words) is not None
