"""The application as gunicorn serves it."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")

application = get_wsgi_application()
# The pages take a second to load: when the server starts, rather than while the first visitor waits.
import_module(settings.ROOT_URLCONF)
