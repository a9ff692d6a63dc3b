"""What people change of a suggestion before they accept it. `edits_of()` are what the service takes instead."""

from dataclasses import replace

from django import forms

from claims.forms.claims import MergeForm, ReasonForm, carried_field
from claims.forms.links import EvidenceForm, words_field
from claims.forms.marking import ClaimMakeForm
from claims.models import Claim
from claims.services import accepting
from claims.vocabulary import SuggestionKind


def initial_words(suggestion):
    """Return what the fields about words show: the quote, and who says it."""
    said = accepting.words_of(suggestion)["attribution"]
    return {
        "quote": suggestion.quote,
        "near": suggestion.start,
        "speaker": said.speaker,
        "speaker_kind": said.speaker_kind,
        "through": " ← ".join(said.through),
        "origin": said.origin,
        "certainty": said.certainty,
    }


def edited_words(suggestion, form):
    """Return the words and who says them as the form holds them; it has no field for the polarity, which stays."""
    polarity = accepting.words_of(suggestion)["attribution"].polarity
    attribution = replace(form.attribution(), polarity=polarity)
    return {"quote": form.cleaned_data["quote"], "near": suggestion.start, "attribution": attribution}


class ClaimAcceptForm(ClaimMakeForm):
    """A suggested claim."""

    @staticmethod
    def initial_of(suggestion, by):
        return initial_words(suggestion) | accepting.claim_values(suggestion) | {"owner": by}

    def edits_of(self, suggestion):
        said = {name: self.cleaned_data[name] for name in ("statement", "kind")}
        return self.details() | said | edited_words(suggestion, self) | {"opened": self.data.get("save") != "draft"}


class LinkAcceptForm(EvidenceForm):
    """A suggested link."""

    @staticmethod
    def initial_of(suggestion, by):
        return initial_words(suggestion) | accepting.link_values(suggestion)

    def ask_reason(self):
        """Put the person before the reason: all else stands as it is suggested."""
        field = self.fields["reason"]
        field.required, field.help_text = True, "In what the passage conflicts with the claim, or what it qualifies."
        field.widget.attrs["autofocus"] = True

    def edits_of(self, suggestion):
        return self.link_values() | edited_words(suggestion, self)


class LinkInsteadForm(EvidenceForm):
    """The words of a suggested claim, linked to a claim that there is."""

    @staticmethod
    def initial_of(suggestion, claim):
        return initial_words(suggestion) | accepting.linked_values(suggestion, claim)

    def edits_of(self, suggestion):
        return self.link_values() | edited_words(suggestion, self)


class OriginAcceptForm(ReasonForm):
    """Why two passages have the same origin."""

    @staticmethod
    def initial_of(suggestion, by):
        return {"reason": " ".join(suggestion.reasons)}

    def edits_of(self, suggestion):
        return {"reason": self.cleaned_data["reason"]}


class MergeAcceptForm(MergeForm):
    """Into which claim, and why both are the same."""

    @staticmethod
    def initial_of(suggestion, by):
        other = Claim.objects.get(pk=suggestion.payload["other"])
        return {"q": other.label, "reason": " ".join(suggestion.reasons)}

    def edits_of(self, suggestion):
        return {"into": self.cleaned_data["into"], "reason": self.cleaned_data["reason"]}


FORMS = {
    SuggestionKind.CLAIM: ClaimAcceptForm,
    SuggestionKind.LINK: LinkAcceptForm,
    SuggestionKind.ORIGIN: OriginAcceptForm,
    SuggestionKind.MERGE: MergeAcceptForm,
}


class RejectAllForm(forms.Form):
    """Why many are rejected at once; `newest` is the newest that the person was shown a number of."""

    newest = carried_field()
    reason = words_field(2, max_length=2000, label="Why")
