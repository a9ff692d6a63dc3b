"""What the claim status report can be narrowed to: the form, and the values that its reports want."""

from dataclasses import fields

from django import forms

from claims.models import Source, Topic, User
from claims.reports.claim_status import Selection
from claims.reports.scope import Scope
from claims.vocabulary import EvidenceStatus, Flag, State, Timing

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


def _choices(enum, label):
    return [("", label), *enum.choices]


class ScopeForm(forms.Form):
    """Which claims, and when."""

    use_required_attribute = False

    topic = forms.ModelChoiceField(
        Topic.objects.all(), to_field_name="slug", required=False, empty_label="Every topic"
    )
    owner = forms.ModelChoiceField(
        User.objects.order_by("username"), to_field_name="username", required=False, empty_label="Everybody"
    )
    outlet = forms.ModelChoiceField(
        Source.objects.outlets(), required=False, empty_label="Every outlet", label="Outlet of a linked article"
    )
    published_from = forms.DateField(required=False, widget=DAY, label="Made in an article published from")
    published_to = forms.DateField(required=False, widget=DAY, label="Made in an article published until")
    as_of = forms.DateField(required=False, widget=DAY, label="Count what was published by")
    recorded_by = forms.DateTimeField(required=False, widget=MOMENT, label="As our records stood at")

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("published_from"), cleaned.get("published_to")
        if start and end and start > end:
            self.add_error("published_to", "The period ends before it begins.")
        return cleaned

    @property
    def scope(self):
        return Scope(**{field.name: self.cleaned_data.get(field.name) for field in fields(Scope)})


class RowsForm(ScopeForm):
    """Which claims, and which figure of the report."""

    state = forms.MultipleChoiceField(choices=State.choices, required=False, widget=forms.CheckboxSelectMultiple)
    evidence_status = forms.ChoiceField(choices=_choices(EvidenceStatus, "Every evidence status"), required=False)
    timing = forms.ChoiceField(choices=_choices(Timing, "Every timing"), required=False)
    flag = forms.ChoiceField(choices=_choices(Flag, "With or without flags"), required=False)

    @property
    def selection(self):
        data = self.cleaned_data
        return Selection(tuple(data["state"]), data["evidence_status"], data["timing"], data["flag"])
