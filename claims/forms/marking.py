"""What people say of words that they marked in an article."""

from django import forms

from claims.forms.claims import annotators
from claims.forms.links import AttributionForm, day_field, words_field
from claims.models import Topic, User
from claims.services.claims import window_faults
from claims.vocabulary import ClaimKind, WindowBasis


class ClaimMakeForm(AttributionForm):
    """A new claim, made from words of an article. `details()` are keyword arguments of the service."""

    quote = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), max_length=4000, label="Words", help_text="Exactly as they stand."
    )
    statement = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="One thing that can be true or false, without hedge and speaker: “Muttaqi will visit Islamabad”.",
    )
    kind = forms.ChoiceField(choices=ClaimKind.choices)
    window_start = day_field(label="First day")
    window_end = day_field(label="Last day")
    window_basis = forms.ChoiceField(
        choices=[("", "No window"), *WindowBasis.choices], required=False, label="Where it comes from"
    )
    review_on = day_field(label="Look again on", help_text="Without a last day.")
    topics = forms.CharField(
        required=False,
        max_length=500,
        help_text="Separated by commas.",
        widget=forms.TextInput(attrs={"list": "known-topics", "autocomplete": "off"}),
    )
    criteria = words_field(2, max_length=2000, label="What would settle it")
    owner = forms.ModelChoiceField(queryset=User.objects.none(), required=False, empty_label="Nobody")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = annotators()

    def clean(self):
        said = super().clean()
        if not {"window_start", "window_end"} & self.errors.keys():
            for name, fault in window_faults(
                *(said.get(f"window_{part}") for part in ("start", "end", "basis"))
            ).items():
                self.add_error(name, fault)
        return said

    def clean_topics(self):
        names = [name.strip() for name in self.cleaned_data["topics"].split(",") if name.strip()]
        if any(len(name) > 100 for name in names):
            raise forms.ValidationError("A topic has at most 100 characters. Put a comma between two topics.")
        return names

    def details(self):
        names = ["window_start", "window_end", "window_basis", "review_on", "criteria", "owner"]
        return {name: self.cleaned_data[name] for name in names} | {"topic_names": self.cleaned_data["topics"]}

    @property
    def window_fields(self):
        return [self[name] for name in ("window_start", "window_end", "window_basis", "review_on")]

    @property
    def known_topics(self):
        """Names to choose from, for the page's list."""
        return Topic.objects.values_list("name", flat=True)


class ReattributionForm(AttributionForm):
    """Who says stored words, said anew."""

    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        label="Why it changes",
        error_messages={"required": "Say why the attribution changes."},
    )
