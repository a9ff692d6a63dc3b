from django import forms

from claims.models import Topic
from claims.reports.month import Month


class CalendarForm(forms.Form):
    """Which month a calendar shows, and whose claims; what makes no sense counts as not asked for."""

    month = forms.CharField(
        required=False,
        widget=forms.TextInput(attrs={"type": "month", "min": "1900-01", "max": "2199-12", "placeholder": "2021-11"}),
    )
    topic = forms.ModelChoiceField(
        Topic.objects.all(), to_field_name="slug", required=False, empty_label="Every topic"
    )
    mine = forms.BooleanField(required=False, label="Mine only")
    day = forms.DateField(required=False, widget=forms.HiddenInput)

    def __init__(self, data, *, today):
        self.this_month = Month.of(today)
        # The field shows the month that the page shows, whether it was asked for or not.
        super().__init__({"month": str(self.this_month), **data.dict()})

    def clean_month(self):
        name = self.cleaned_data["month"]
        month = Month.named(name)
        if name and month is None:
            raise forms.ValidationError("This is no month. Write it as 2021-11, from 1900-01 to 2199-12.")
        return month

    def asked(self):
        """Return the month, the topic and the day asked for (None where none), and whether only one's own."""
        self.full_clean()
        kept = {name: self.cleaned_data.get(name) for name in ("month", "topic", "day", "mine")}
        return kept | {"month": kept["month"] or self.this_month}
