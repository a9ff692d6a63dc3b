from urllib.parse import urlencode

from django import forms
from django.utils import timezone
from django.utils.formats import date_format

from claims.forms.cut_offs import EXACT, DayField, MomentField


def moment_of(text):
    """Return the record moment that an address names, or None where it names none."""
    try:
        return AsOfForm.base_fields["recorded_by"].clean(text)
    except forms.ValidationError:
        return None


class AsOfForm(forms.Form):
    """The two cut-offs of a page: what was published by a day, and what was recorded by a moment.

    Given a `claim`, the moment must not lie before it was recorded.
    """

    as_of = DayField(label="Published by", required=False)
    recorded_by = MomentField(label="Recorded by", required=False)

    def __init__(self, *args, claim=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.claim = claim

    def clean_as_of(self):
        day = self.cleaned_data["as_of"]
        return None if day == timezone.localdate() else day

    def clean_recorded_by(self):
        moment = self.cleaned_data["recorded_by"]
        if moment and self.claim and moment < self.claim.created_at:
            first = date_format(timezone.localtime(self.claim.created_at), "j F Y, H:i")
            raise forms.ValidationError(
                f"{self.claim.label} was first recorded on {first}. The page shows what is on record now."
            )
        return moment

    def cut_offs(self):
        """Return the cut-offs asked for; one that makes no sense counts as now, and the form says so."""
        self.full_clean()
        return {name: self.cleaned_data.get(name) for name in ("as_of", "recorded_by")}

    def query(self):
        """Return what leads to another page with the same cut-offs, as the query of an address."""
        as_of, moment = self.cut_offs().values()
        asked = {
            "as_of": as_of and as_of.isoformat(),
            "recorded_by": moment and f"{timezone.localtime(moment):{EXACT}}",
        }
        return urlencode({name: value for name, value in asked.items() if value})
