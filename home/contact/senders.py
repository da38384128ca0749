"""How often one network may send, known without keeping anybody's address.

An address is kept nowhere: a hash of it is, keyed with a random salt that lives in
the cache for two periods and is then gone, and the hash with it.
"""

import hmac
import ipaddress
import secrets
import time

from django.conf import settings
from django.core.cache import cache


def network_of(request) -> str:
    """The visitor's address, for IPv6 its network of 64 bits (one household).

    Behind ``CLIENT_PROXIES`` proxies of our own it is what the outermost of them
    wrote into ``X-Forwarded-For``; what stands before that, anybody can invent.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.CLIENT_PROXIES:
        heard = request.headers.get("X-Forwarded-For", "").split(",")
        if len(heard) >= settings.CLIENT_PROXIES and heard[-settings.CLIENT_PROXIES]:
            address = heard[-settings.CLIENT_PROXIES].strip()
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    if ip.version == 6 and not ip.ipv4_mapped:
        return str(ipaddress.ip_network((ip, 64), strict=False))
    return str(getattr(ip, "ipv4_mapped", None) or ip)


def may_send(request) -> bool:
    """Count one message of the visitor's network; whether it may still be taken.

    ``CONTACT_MESSAGES`` in each period of ``CONTACT_PERIOD`` seconds. With a cache in
    each process (the default), each process counts on its own.
    """
    kept = 2 * settings.CONTACT_PERIOD
    period = int(time.time() // settings.CONTACT_PERIOD)
    salt = cache.get_or_set(f"contact-salt-{period}", secrets.token_hex, timeout=kept)
    network = hmac.new(salt.encode(), network_of(request).encode(), "sha256")
    key = f"contact-{network.hexdigest()}"
    cache.add(key, 0, timeout=kept)
    try:
        return cache.incr(key) <= settings.CONTACT_MESSAGES
    except ValueError:  # A full cache threw the count away in between.
        return True
