"""Who "he" and "Qureshi" are, as far as the text has said so far."""

import re
from collections.abc import Sequence

from claims.text.attribution.cues import is_headline
from claims.text.attribution.genders import genders_in, may_be
from claims.text.attribution.media import is_media
from claims.text.attribution.name_lists import NO_NAMES
from claims.text.attribution.names import capitalised_names, name_parts, same_person, untitled
from claims.text.attribution.nobodies import speaker_words
from claims.text.attribution.offices import has_office
from claims.text.attribution.phrases import Places
from claims.text.attribution.sources import subject_after, subject_of_sentence
from claims.text.attribution.speaker_kinds import SpeakerKind, kind_of, named_body, person_in, without_relative
from claims.text.attribution.tokens import Token
from claims.text.attribution.words import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, is_mark
from claims.text.spans import Span

__all__ = ["SpeakerKind", "Speakers"]

_MOST_NAMES = 300
# "Nashua Corp., rumoured a target".
_WHAT_IT_IS = re.compile(r",\s(?:an?\s|the\s|[a-z]{3,20}ed\s).*\Z", re.DOTALL)
_ARTICLES = ("the", "a", "an")
_NO_PARTS = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS


class Speakers:
    """The people whom a text names, read sentence by sentence, and the one whom "he" or "she" means.

    `titled` are those whom a title or an office shows to be people.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.genders = genders_in(text)
        self.people: dict[str, str] = {}
        self.titled: set[str] = set()
        self.subject = ""
        self.speaker = ""

    def name(self, tokens: Sequence[Token], places: Places | None) -> tuple[str, SpeakerKind]:
        """Return the name of a source as fully as known, and what kind of speaker it is.

        "he" and "she" are the person who was the subject before, or else who spoke before.
        """
        if places is None:
            return "", "unattributed"
        words = self._speaker(self._words(tokens, places))
        pronoun = words.casefold().partition("'")[0].partition("’")[0]
        if pronoun in ("he", "she"):
            person = next((name for name in (self.subject, self.speaker) if name and self.may_be(pronoun, name)), "")
            return (person, "named_person") if person else ("", "unattributed")
        sentence = self.text[tokens[0].span.start : tokens[-1].span.end]
        known = words[:1].isupper() and words.casefold() in self.people
        kind = "named_person" if known else kind_of(words, _relative_after(sentence, words))
        if kind == "named_person":
            self.speaker = self._in_full(person_in(words) or _bare(words))
            return self.speaker, kind
        return ("" if kind == "unattributed" else named_body(words) or self._small(_bare(words))), kind

    def may_be(self, pronoun: str, name: str) -> bool:
        """Whether the text, or the name itself, leaves it open that `pronoun` means the person `name`."""
        return may_be(pronoun, name, self.genders)

    def after_sentence(self, tokens: Sequence[Token]) -> None:
        """Remember who was named, and who was the subject, for the sentences after this one."""
        sentence = self.text[tokens[0].span.start : tokens[-1].span.end] if tokens else ""
        for span in [] if _is_title(tokens) else capitalised_names(sentence):
            self._remember(untitled(span.of(sentence)))
            if has_office(sentence, span):
                self.titled.add(untitled(span.of(sentence)))
        places = subject_of_sentence(tokens, len(tokens), 0)
        explained = subject_after(tokens, places[0], len(tokens)) if places else None
        words = self._speaker(self._words(tokens, explained or places)) if places else ""
        if kind_of(words) == "named_person" and person_in(words):
            self.subject = self._in_full(person_in(words) or "")
        elif words.casefold() not in ("he", "she"):
            self.subject = ""

    def _words(self, tokens: Sequence[Token], places: Places) -> str:
        words = Span(tokens[places[0]].span.start, tokens[places[1]].span.end).of(self.text)
        for relative in (" who", " which", " that"):
            words = words.removesuffix(relative)
        return words.rstrip(" ,")

    def _speaker(self, words: str) -> str:
        """The words without what is not of the speaker; "" where nobody is meant by them, and no known person."""
        own = speaker_words(words)
        parts = [] if own else name_parts(person_in(words) or "")
        return words if len(parts) > 1 or (parts and parts[-1] in self.people) else own

    def _small(self, name: str) -> str:
        """A single word as the text writes it within a sentence: "Prosecutors" are "prosecutors" if they ever are."""
        small = name.lower()
        within = " " not in name and re.search(rf"(?<![\w-]){re.escape(small)}(?![\w-])", self.text)
        return small if within else name

    def _remember(self, name: str) -> None:
        """Keep the first full name by its last part, which later mentions shorten it to."""
        parts = name_parts(name)
        if _NO_PARTS.intersection(parts):
            # Of a heading: "Wide Open For Sanders".
            return
        if len(parts) > 1 and len(self.people) < _MOST_NAMES and kind_of(name) == "named_person":
            self.people.setdefault(parts[-1], name)

    def _in_full(self, name: str) -> str:
        parts = name_parts(name)
        full = self.people.get(parts[-1], name) if parts else name
        return full if len(parts) == 1 and same_person(name, full) else name


def _is_title(tokens: Sequence[Token]) -> bool:
    """Whether the line has capitals throughout and no end, so that none tells a name from what is done."""
    return bool(tokens) and is_headline(tokens) and not is_mark(tokens[-1], ".?!")


def _relative_after(sentence: str, words: str) -> str:
    """What is said of a source right after it: "who asked not to be named"."""
    place = sentence.find(words)
    return sentence[place : place + len(words) + 120] if place >= 0 else ""


def _bare(words: str) -> str:
    """Without article or relative clause, and without the capital that only a sentence gave."""
    words = _WHAT_IT_IS.sub("", without_relative(words)).rstrip(",")
    first, _, rest = words.partition(" ")
    if rest and first.casefold() in _ARTICLES:
        return words if first == "The" and is_media(words) else rest
    return first.lower() + words[len(first) :] if first.casefold() in NO_NAMES else words
