"""What people type in the queue of what waits besides suggestions."""

from django import forms

from claims.forms.claims import carried_field
from claims.forms.links import words_field


class DateForm(forms.Form):
    """When an article was published; `version` is the number of the version that the person was shown."""

    published_on = forms.DateField(
        label="Published on", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = words_field(2, max_length=2000, label="How you know")
    version = carried_field()
