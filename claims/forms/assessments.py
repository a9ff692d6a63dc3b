"""What people type of a verdict."""

from django import forms
from django.utils import timezone

from claims.forms.claims import CarryingForm, ReasonForm, annotators, carried_field
from claims.models import Link, User
from claims.vocabulary import Confidence, UnresolvedReason, Verdict

LONGEST_KEY = 18


class LinksField(forms.ModelMultipleChoiceField):
    """Links ticked on a page. A key that no database holds is as unknown as any other that is not there."""

    default_error_messages = {"invalid_choice": "A link relied on was withdrawn meanwhile. Look at the links again."}

    def clean(self, value):
        if any(len(str(key)) > LONGEST_KEY for key in value or ()):
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return super().clean(value)


class AssessmentForm(CarryingForm):
    """A verdict with its reasons and the links relied on. `seen` is the newest event that the page showed."""

    carried = "seen"

    verdict = forms.ChoiceField(choices=Verdict.choices, widget=forms.RadioSelect)
    unresolved_reason = forms.ChoiceField(
        choices=[("", "Not unresolved"), *UnresolvedReason.choices],
        required=False,
        label="Why it stays unresolved",
        help_text="Only for the verdict Unresolved.",
    )
    confidence = forms.ChoiceField(choices=Confidence.choices, widget=forms.RadioSelect)
    rationale = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4}), max_length=10_000, label="What the verdict rests on"
    )
    what_would_change = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=5_000,
        label="What would change this verdict",
    )
    as_of = forms.DateField(
        label="As of",
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="What was published later is left out of account.",
    )
    relied_on = LinksField(Link.objects.none(), required=False, label="Links relied on")
    seen = carried_field()

    def __init__(self, *args, links, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["relied_on"].queryset = links

    def values(self):
        """Return the values as the services want them."""
        return {name: self.cleaned_data[name] for name in self.fields}

    def chosen(self):
        """Return the keys of the links that are ticked now, as far as they are keys."""
        chosen = self["relied_on"].value() or []
        return {int(key) for key in map(str, chosen) if key.isdecimal()}


class DecisionForm(AssessmentForm):
    """A decision must say what would change it (E10)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["what_would_change"].required = True


class SendBackForm(ReasonForm):
    """What is missing, and whose proposal goes back: of several, all or one."""

    to = forms.ModelChoiceField(
        User.objects.none(), required=False, label="Whose proposal", empty_label="All: the claim is open again"
    )

    field_order = ["to", "reason"]

    def __init__(self, *args, authors, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = "What is missing"
        self.fields["to"].queryset = authors
        self.fields["to"].label_from_instance = lambda author: f"That of {author}; the others stand"
        if authors.count() < 2:
            del self.fields["to"]


class AskForm(forms.Form):
    """Who is asked for another proposal, and what for."""

    person = forms.ModelChoiceField(
        User.objects.none(), required=False, label="Whom to ask", empty_label="Anyone who may propose"
    )
    note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        label="What it is needed for",
        help_text="Everybody can read this on the claim.",
    )

    def __init__(self, *args, claim, by, **kwargs):
        super().__init__(*args, **kwargs)
        spoken = claim.assessments.proposals().live().values("author")
        free = annotators().exclude(pk=by.pk).exclude(pk__in=spoken)
        self.fields["person"].queryset = free
