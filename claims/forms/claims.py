"""What people type about a claim as a whole."""

import re

from django import forms
from django.db.models import Q
from django.utils import timezone

from claims.forms.links import day_field, words_field
from claims.models import Claim, Topic, User
from claims.services.claims import OTHER_FIELDS, TRUTH_FIELDS
from claims.vocabulary import ClaimKind, WindowBasis

NUMBER = re.compile(r"\s*(?:[Cc]\s*-?\s*)?(\d{1,9})\s*")
MOST_ROWS = 2**31 - 1
BY_NAME = ("first_name", "last_name", "username")
SERVICE_NAMES = {"topics": "topic_names"}


def annotators():
    """Return the people who may own a claim, as a QuerySet by their names."""
    may_annotate = User.objects.with_perm("claims.annotate", backend="django.contrib.auth.backends.ModelBackend")
    return may_annotate.order_by(*BY_NAME)


class CarryingForm(forms.Form):
    """A form that carries what it was loaded with, in the hidden field named `carried`.

    When that was overtaken, the person may choose to go on all the same: the button then sends as `over` what the
    page showed them, and only that is taken in its place.
    """

    carried = "lock_version"

    def __init__(self, data=None, *args, **kwargs):
        if data and data.get("over"):
            data = data.copy()
            data[self.carried] = data["over"]
        super().__init__(data, *args, **kwargs)


def carried_field():
    return forms.IntegerField(min_value=0, max_value=MOST_ROWS, widget=forms.HiddenInput)


class ClaimForm(CarryingForm):
    """Everything that a claim says, for a change of it."""

    statement = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="One thing that can be true or false, without hedge and without speaker.",
    )
    kind = forms.ChoiceField(choices=ClaimKind.choices)
    owner = forms.ModelChoiceField(User.objects.none(), required=False, empty_label="Nobody")
    window_start = day_field(label="First day of the window")
    window_end = day_field(label="Last day of the window")
    window_basis = forms.ChoiceField(
        choices=[("", "No window"), *WindowBasis.choices], required=False, label="Where the window comes from"
    )
    review_on = day_field(label="Review on", help_text="For a forecast whose window has no last day.")
    criteria = words_field(3, label="What would settle it")
    topics = forms.CharField(
        required=False,
        max_length=1000,
        help_text="Separated by commas.",
        widget=forms.TextInput(attrs={"list": "known-topics", "autocomplete": "off"}),
    )
    reason = words_field(
        2, label="Why it changes", max_length=2000, help_text="Needed where others have worked on the claim."
    )
    lock_version = carried_field()

    WINDOW_FIELDS = ("window_start", "window_end", "window_basis", "review_on")
    EDITED = (*TRUTH_FIELDS, *OTHER_FIELDS, "topics")

    def __init__(self, *args, claim, **kwargs):
        self.claim = claim
        initial = {name: getattr(claim, name) for name in (*TRUTH_FIELDS, *OTHER_FIELDS, "lock_version")}
        super().__init__(*args, initial=initial | {"topics": topic_line(claim)}, **kwargs)
        # The owner of old stays, even where that person may annotate no more.
        people = User.objects.filter(Q(pk__in=annotators()) | Q(pk=claim.owner_id))
        self.fields["owner"].queryset = people.order_by(*BY_NAME)
        # The page sends back what it was loaded with, so that only what the person touched is written.
        for name in self.EDITED:
            self.fields[name].show_hidden_initial = True

    def clean_topics(self):
        names = [name.strip() for name in self.cleaned_data["topics"].split(",") if name.strip()]
        if any(len(name) > 100 for name in names):
            raise forms.ValidationError("A topic has at most 100 characters. Put a comma between two topics.")
        return names

    def touched(self):
        """Return the names of the fields that the person changed; all that a page sent without saying so."""
        unsaid = {name for name in self.EDITED if self.add_initial_prefix(name) not in self.data}
        return [name for name in self.EDITED if name in unsaid or name in self.changed_data]

    def values(self):
        """Return the touched values as the service wants them."""
        return self._values(self.touched())

    def version(self):
        """Return all that stood on the page, touched or not, as the service names it."""
        return self._values(self.EDITED)

    def _values(self, names):
        return {SERVICE_NAMES.get(name, name): self.cleaned_data[name] for name in names}

    def brought_up_to_date(self, claim):
        """Return this form with what `claim` holds now in the fields that the person did not touch."""
        data, now = self.data.copy(), ClaimForm(claim=claim)
        for name in set(self.EDITED) - set(self.touched()):
            value = now[name].value()
            data[name] = data[self.add_initial_prefix(name)] = "" if value is None else str(value)
        return ClaimForm(data, claim=claim)

    @property
    def known_topics(self):
        """Names to choose from, for the page's list."""
        return Topic.objects.values_list("name", flat=True)

    @property
    def window_fields(self):
        return [self[name] for name in self.WINDOW_FIELDS]


def topic_line(claim):
    """Return the topics of `claim` as they are typed."""
    return ", ".join(topic.name for topic in claim.topics.all())


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, label="Why")


class ChosenClaimForm(forms.Form):
    """Another claim, chosen. The page brings `claim` from what was found for `q`; `into` is what was chosen."""

    q = forms.CharField(required=False, max_length=200, label="The other claim")
    claim = forms.IntegerField(required=False, min_value=1, max_value=MOST_ROWS)

    def asked(self):
        """Return the claim that an address or a look ahead names, before the form is sent; None where none."""
        named = str(self.initial.get("claim") or self.initial.get("q") or "")
        typed = NUMBER.fullmatch(named)
        return _claim_of(typed and int(typed[1]))

    def clean(self):
        super().clean()
        typed = NUMBER.fullmatch(self.cleaned_data.get("q", ""))
        number = self.cleaned_data.get("claim") or (typed and int(typed[1]))
        self.cleaned_data["into"] = _claim_of(number)
        if not self.cleaned_data["into"]:
            unknown = f"There is no claim C-{number}."
            self.add_error("q", unknown if number else "Choose a claim among those found, or give its number.")
        return self.cleaned_data


class MergeForm(ChosenClaimForm):
    """Into which claim, and why."""

    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, label="Why both are the same")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"].label = "The claim that stays"


def _claim_of(number):
    return Claim.objects.for_list().filter(number=number).first() if number else None


class SplitForm(forms.Form):
    """What a claim falls into, a line each, and why."""

    statements = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20_000,
        help_text="One statement a line, at least two. Each becomes a draft with copies of the links.",
    )
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, label="Why it is more than one"
    )

    def lines(self):
        """Return the statements of a form that was not sent yet, as they are typed."""
        return _lines(self["statements"].value() or "")

    def clean_statements(self):
        return _lines(self.cleaned_data["statements"])


def _lines(typed):
    return [line.strip() for line in typed.splitlines() if line.strip()]


class NullSearchForm(forms.Form):
    """A search that found nothing: where, for what, and up to which day."""

    searched = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        label="What you searched for, and where",
        help_text="Words and places, so that somebody else can search again.",
    )
    up_to = forms.DateField(
        label="Up to which day of publication",
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    note = words_field(2, max_length=2000)
