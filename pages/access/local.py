"""Whether a request comes from somebody who sits at this machine, and not through a proxy."""

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

# what proxies add (RFC 7239 section 5, RFC 9110 section 7.6.3, and what was before them)
FORWARDED = ("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip")


def is_local(address: str | None, headers: Mapping[str, str]) -> bool:
    """Whether a browser on this machine asked for `localhost`, straight.

    A proxy on this machine connects from its loopback address too: whatever carries a proxy's header is not
    local, nor is a page that was opened under any name but the machine's loopback one. So nobody becomes
    local by a header he adds; he can only cease to be.

    Args:
        address: of the connection; None where Streamlit says so of a loopback one. headers: of the request.
    """
    lower = {name.lower(): value for name, value in headers.items()}
    if any(name in FORWARDED or name.startswith("x-forwarded") for name in lower):
        return False
    if address is not None and not _loopback(address):
        return False
    opened = [f"//{lower.get('host', '')}", *([lower["origin"]] if "origin" in lower else [])]
    return all(_named_loopback(one) for one in opened)


def _named_loopback(address: str) -> bool:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return host == "localhost" or _loopback(host)


def _loopback(host: str) -> bool:
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return False
    return (getattr(found, "ipv4_mapped", None) or found).is_loopback
