"""Pages show what holds at this moment, on the way back too."""

from django.utils.cache import add_never_cache_headers


class FreshnessMiddleware:
    """Let no browser keep a page: whoever goes back to it is shown it as it is now, or is asked to log in.

    Without this, a browser shows on the way back what it once loaded, with buttons for what is long done.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            add_never_cache_headers(response)
        return response
