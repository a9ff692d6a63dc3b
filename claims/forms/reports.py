"""What reports can be narrowed to, and how an edition of one is named."""

from dataclasses import fields

from django import forms

from claims.forms.claims import NUMBER
from claims.forms.cut_offs import DayField, MomentField
from claims.models import Claim, Source, Topic, User
from claims.reports.claim_status import Selection
from claims.reports.numbered import change_log
from claims.reports.scope import Scope
from claims.vocabulary import EvidenceStatus, Flag, State, Timing

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
NO_DAY = {"invalid": DayField.default_error_messages["invalid"]}


def _choices(enum, label):
    return [("", label), *enum.choices]


def contradictions(scope):
    """Yield (field, sentence) of what leaves the period of publication of `scope` without a day that could count."""
    start, end = scope.published_from, scope.published_to
    if start and end and start > end:
        yield "published_to", "The period ends before it begins."
    if start and start > scope.day:
        yield "published_from", "The period begins after the last day that counts."


class ScopeForm(forms.Form):
    """Which claims, and when."""

    use_required_attribute = False

    topic = forms.ModelChoiceField(
        Topic.objects.all(),
        to_field_name="slug",
        required=False,
        empty_label="Every topic",
        error_messages={"invalid_choice": "There is no topic “%(value)s”."},
    )
    owner = forms.ModelChoiceField(
        User.objects.order_by("username"),
        to_field_name="username",
        required=False,
        empty_label="Everybody",
        error_messages={"invalid_choice": "There is no person “%(value)s”."},
    )
    outlet = forms.ModelChoiceField(
        Source.objects.outlets(),
        required=False,
        empty_label="Every outlet",
        label="Outlet of a linked article",
        error_messages={"invalid_choice": "There is no such outlet."},
    )
    published_from = forms.DateField(
        required=False, widget=DAY, label="Made in an article published from", error_messages=NO_DAY
    )
    published_to = forms.DateField(
        required=False, widget=DAY, label="Made in an article published until", error_messages=NO_DAY
    )
    as_of = DayField(required=False, label="Count what was published by")
    recorded_by = MomentField(required=False, label="As our records stood at")

    def clean(self):
        cleaned = super().clean()
        for name, sentence in contradictions(self.scope):
            self.add_error(name, sentence)
        self._refuse_what_others_are_asked()
        return cleaned

    def _refuse_what_others_are_asked(self):
        """Refuse what some report can be asked and this one cannot: it would narrow nothing, and nobody would see."""
        asked = [name for name in PeriodForm.base_fields if name not in self.fields and self.data.get(name)]
        if asked:
            self.add_error(None, f"This report cannot be asked this: {', '.join(asked)}. Take it out of the address.")

    @property
    def more(self):
        """What a report is asked besides its scope."""
        return {}

    @property
    def scope(self):
        return Scope(**{field.name: self.cleaned_data.get(field.name) for field in fields(Scope)})


class PeriodForm(ScopeForm):
    """Which claims, or which one alone, and between which moments."""

    since = MomentField(required=False, label="What changed since")
    claim = forms.CharField(required=False, max_length=20, label="One claim alone, by number")

    def clean_since(self):
        since = self.cleaned_data["since"]
        if since is None and self.data.get("since"):
            raise forms.ValidationError(
                "Today alone means now, and nothing has changed since. Write a moment before."
            )
        return since

    def clean_claim(self):
        typed = self.cleaned_data["claim"]
        number = NUMBER.fullmatch(typed) if typed else None
        claim = Claim.objects.filter(number=int(number[1])).first() if number else None
        if typed and claim is None:
            raise forms.ValidationError(f"There is no claim {typed}. Write its number, such as C-12.")
        return claim

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("recorded_by")
        if since and until and since >= until:
            self.add_error("since", "The period ends before it begins.")
        return cleaned

    @property
    def more(self):
        """What a report is asked besides its scope."""
        claim = self.cleaned_data["claim"]
        asked = {"since": self.cleaned_data["since"] or change_log.first_moment(self.scope)}
        return asked | ({"claim": claim} if claim else {})


def form_of(code, data):
    """Return the form for what the report `code` can be asked, filled with `data`."""
    return (PeriodForm if code == change_log.CODE else ScopeForm)(data)


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


class EditionForm(forms.Form):
    """How an edition is named; the report and what narrows it stand in the address."""

    title = forms.CharField(
        max_length=200, help_text="What the desk will find it by, such as “Week 45, for the editor”."
    )
    note = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What a reader of it should know. It is no part of the report.",
    )
