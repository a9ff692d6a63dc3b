"""Where a request came from, for the login throttle."""

from django.conf import settings


def client_address(request):
    """Return the address of the client, as told by the outermost proxy of ours.

    Each proxy appends the address it was called from to X-Forwarded-For. Only as many entries as we have
    proxies are to be believed, counted from the right: whatever stands left of them, the client wrote.
    """
    count = settings.FACTCHECK_PROXY_COUNT
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if count and len(forwarded) >= count and forwarded[-count]:
        return forwarded[-count]
    return request.META.get("REMOTE_ADDR")
