from claims.forms.link_acts import ReaffirmForm
from claims.reports.reaffirming import closest_place, needs_place
from claims.services import links


class ReaffirmFormMixin:
    """The form in which a person says why a suspended link still holds, and on which words of the newest version.

    It begins with the words that are most like those that were linked, where these are gone.
    """

    form_class = ReaffirmForm

    def look_for_place(self, link):
        self.needs_place = needs_place(link.passage)
        self.place = closest_place(link.passage) if self.needs_place else None

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"needs_place": self.needs_place}

    def get_initial(self):
        return {"quote": self.place.words} if self.place else {}

    def reaffirm(self, link, form):
        """Return the link that counts from now on."""
        return links.reaffirm(
            link=link,
            reason=form.cleaned_data["reason"],
            quote=form.cleaned_data.get("quote", ""),
            near=self.place.start if self.place else 0,
            by=self.request.user,
        )
