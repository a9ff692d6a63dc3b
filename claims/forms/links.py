"""What people say of a link: who speaks in the passage, and what its words do to the claim."""

import re

from django import forms

from claims.models import Source
from claims.services.attribution import Attribution, said_of
from claims.services.link_values import reason_asked
from claims.vocabulary import SPEAKING, Basis, Certainty, Independence, SpeakerKind, Stance

STANCES = [Stance.SUPPORTS, Stance.REFUTES, Stance.QUALIFIES, Stance.CONTEXT, Stance.ASSERTS]
CREDIBILITY = [
    ("", "Not graded"),
    (1, "1: confirmed by other sources"),
    (2, "2: probably true"),
    (3, "3: possibly true"),
    (4, "4: doubtful"),
    (5, "5: improbable"),
    (6, "6: cannot be judged"),
]
BETWEEN_NAMES = re.compile(r"[←>;\n]")


def day_field(**kwargs):
    """Return an optional day, picked from the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(required=False, widget=widget, **kwargs)


def words_field(rows, **kwargs):
    """Return an optional text of several lines."""
    return forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class AttributionForm(forms.Form):
    """Who says a passage's words, and through whom they came."""

    speaker = forms.CharField(
        required=False, max_length=200, help_text="As the article names them: a person, an office, “two officials”."
    )
    speaker_kind = forms.ChoiceField(choices=SpeakerKind.choices, label="Kind of speaker")
    through = forms.CharField(
        required=False,
        max_length=1000,
        label="Heard through",
        help_text="Between the speaker and this article, nearest first: ANI ← The Express Tribune",
        widget=forms.TextInput(attrs={"list": "known-sources", "autocomplete": "off"}),
    )
    origin = forms.CharField(
        required=False,
        max_length=200,
        help_text="Worked out from the chain when empty. Reports of one origin count once.",
        widget=forms.TextInput(attrs={"list": "known-sources", "autocomplete": "off"}),
    )
    certainty = forms.ChoiceField(choices=Certainty.choices, label="How sure the words sound")

    ATTRIBUTION_FIELDS = ("speaker", "speaker_kind", "through", "origin", "certainty")

    def __init__(self, *args, initial=None, **kwargs):
        unsaid = {"speaker_kind": SpeakerKind.UNATTRIBUTED, "certainty": Certainty.UNCOMMITTED}
        super().__init__(*args, initial=unsaid | (initial or {}), **kwargs)

    @staticmethod
    def initial_of(passage):
        """Return what the form shows for a stored passage."""
        return AttributionForm.initial_of_said(said_of(passage))

    @staticmethod
    def initial_of_said(said):
        """Return what the form shows for an `Attribution`."""
        shown = {name: getattr(said, name) for name in AttributionForm.ATTRIBUTION_FIELDS}
        return shown | {"through": " ← ".join(said.through)}

    def clean(self):
        super().clean()
        if self.cleaned_data.get("speaker") and self.cleaned_data.get("speaker_kind") == SpeakerKind.UNATTRIBUTED:
            self.add_error("speaker_kind", "Say what kind of speaker this is.")
        return self.cleaned_data

    def clean_through(self):
        names = [name.strip() for name in BETWEEN_NAMES.split(self.cleaned_data["through"]) if name.strip()]
        if any(len(name) > 200 for name in names):
            raise forms.ValidationError("A name has at most 200 characters. Put ← between two names.")
        return names

    def attribution(self):
        """Return the attribution as far as the form holds valid fields."""
        said = {name: self.cleaned_data[name] for name in self.ATTRIBUTION_FIELDS if name in self.cleaned_data}
        return Attribution(**said | {"through": tuple(said.get("through", ()))})

    @property
    def known_sources(self):
        """Names to choose from, for the page's list."""
        return Source.objects.values_list("name", flat=True).distinct()[:2000]

    @property
    def attribution_fields(self):
        return [self[name] for name in self.ATTRIBUTION_FIELDS]


class LinkForm(forms.Form):
    """What the words of a passage do to a claim. `link_values()` are keyword arguments of the service."""

    stance = forms.ChoiceField(
        choices=[(stance.value, stance.label) for stance in STANCES],
        widget=forms.RadioSelect,
        label="What the words do to the claim",
    )
    basis = forms.ChoiceField(
        choices=Basis.choices,
        widget=forms.RadioSelect,
        label="What they speak of",
        help_text="A conflict foretells something else, or reports that the event did not happen.",
        error_messages={"required": "Say whether the passage foretells the event or reports its outcome."},
    )
    independence = forms.ChoiceField(
        choices=Independence.choices,
        widget=forms.RadioSelect,
        required=False,
        label="Independent of the other reports?",
        help_text="Same origin: both go back to one agency, paper or person. Only independent reports corroborate.",
    )
    occurred_on = day_field(label="Day on which it took place", help_text="Where the passage says so.")
    credibility = forms.TypedChoiceField(
        choices=CREDIBILITY,
        coerce=int,
        empty_value=None,
        required=False,
        help_text="Of this piece of information, by the Admiralty code.",
    )
    reason = words_field(2, max_length=2000, help_text="Needed for a conflict, a qualification and a same origin.")

    use_required_attribute = False  # a stance decides which fields are asked for

    LINK_FIELDS = ("stance", "basis", "independence", "occurred_on", "credibility", "reason")

    @staticmethod
    def initial_of(link):
        """Return what the form shows for a stored link."""
        return {name: getattr(link, name) for name in LinkForm.LINK_FIELDS}

    def full_clean(self):
        if self.is_bound:
            self.fields["basis"].required = self.data.get(self.add_prefix("stance")) in SPEAKING
        super().full_clean()

    def clean(self):
        """Say at the reason that it is missing, together with whatever else is wrong."""
        super().clean()
        said = self.link_values()
        asked = reason_asked(said["stance"], said["independence"])
        if asked and "reason" in self.cleaned_data and not said["reason"].strip():
            self.add_error("reason", asked)
        return self.cleaned_data

    def link_values(self):
        """Return the values as far as the form holds valid fields; what a stance has no use for is left out."""
        said = self.cleaned_data.get
        stance = said("stance", "")
        basis = said("basis", "") if stance in SPEAKING else ""
        return {
            "stance": stance,
            "basis": basis,
            "independence": said("independence", "") if stance in SPEAKING else "",
            "credibility": said("credibility"),
            "occurred_on": said("occurred_on") if basis == Basis.OUTCOME else None,
            "reason": said("reason", ""),
        }

    @property
    def link_fields(self):
        return [self[name] for name in self.LINK_FIELDS]


class EvidenceForm(LinkForm, AttributionForm):
    """Words of an article tied to a claim. The page says which article, and which claim by its number."""

    quote = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), max_length=4000, label="Words", help_text="Exactly as they stand."
    )
    near = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
