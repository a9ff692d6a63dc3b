"""Django's admin: reports to read, records to search, people to manage. Records are changed through the pages."""

from claims.admin import people, records, sources
from claims.admin.site import DeskAdminSite

admin_site = DeskAdminSite()
for registered in (records.ADMINS, sources.ADMINS, people.ADMINS):
    for model, model_admin in registered.items():
        admin_site.register(model, model_admin)
