"""Where the servers are, out of ``SEARCH_URL`` and the environment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PREFIX = "pa-gransen"


@dataclass(frozen=True, slots=True)
class Address:
    """``hosts`` are addresses of nodes, ``prefix`` begins the names of the indexes,
    ``options`` are the client's: who we are, and whom we trust."""

    hosts: tuple[str, ...]
    prefix: str = PREFIX
    options: Mapping[str, Any] = field(default_factory=dict, repr=False)


def parse_address(url: str, environment: Mapping[str, str]) -> Address:
    """``elasticsearch://host:9200,other:9200/prefix`` or ``https://…``.

    The scheme ``elasticsearch`` is plain HTTP. A user may stand in the address; better
    is ``SEARCH_USER`` with ``SEARCH_PASSWORD``, or ``SEARCH_API_KEY``. ``SEARCH_CA``
    is a file with the authority that signed the servers' certificate. Raises
    ``ImproperlyConfigured``, never with a secret in its text.
    """
    scheme, colon, rest = url.partition("://")
    plain = {"elasticsearch": "http", "http": "http", "https": "https"}
    if not colon or scheme not in plain:
        raise ImproperlyConfigured("SEARCH_URL is no address of an Elasticsearch.")
    places, _slash, prefix = rest.partition("/")
    login, _at, names = places.rpartition("@")
    hosts = []
    for name in names.split(","):
        try:
            parts = urlsplit(f"{plain[scheme]}://{name}")
            host, port = parts.hostname, parts.port or 9200
        except ValueError:
            host = None
        if not host or parts.query or parts.fragment:
            raise ImproperlyConfigured("SEARCH_URL names a host that cannot be one.")
        shown = f"[{host}]" if ":" in host else host
        hosts.append(f"{parts.scheme}://{shown}:{port}")
    prefix = prefix.strip("/") or PREFIX
    if not all(c.isascii() and (c.isalnum() or c in "-_") for c in prefix) or (
        prefix != prefix.lower() or prefix[0] in "-_"
    ):
        raise ImproperlyConfigured(
            "What SEARCH_URL names the indexes may hold a-z, 0-9, - and _ only."
        )
    options: dict[str, Any] = {}
    user, _colon, password = login.partition(":")
    user = unquote(user) or environment.get("SEARCH_USER", "")
    password = unquote(password) or environment.get("SEARCH_PASSWORD", "")
    if key := environment.get("SEARCH_API_KEY"):
        options["api_key"] = key
    elif user:
        options["basic_auth"] = (user, password)
    if authority := environment.get("SEARCH_CA"):
        options["ca_certs"] = authority
    return Address(tuple(hosts), prefix, options)
