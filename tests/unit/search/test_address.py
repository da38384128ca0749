"""Where the search servers are."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from search.engines.breaker import Breaker
from search.engines.elasticsearch.address import parse_address


def test_one_host_with_a_prefix():
    address = parse_address("elasticsearch://search.example:9201/stad", {})
    assert address.hosts == ("http://search.example:9201",)
    assert address.prefix == "stad"
    assert not address.options


def test_several_hosts_with_a_user_and_an_authority():
    address = parse_address(
        "https://a.example,b.example:443",
        {"SEARCH_USER": "site", "SEARCH_PASSWORD": "hemligt", "SEARCH_CA": "/ca.pem"},
    )
    assert address.hosts == ("https://a.example:9200", "https://b.example:443")
    assert address.options == {
        "basic_auth": ("site", "hemligt"),
        "ca_certs": "/ca.pem",
    }
    assert "hemligt" not in repr(address)


def test_a_user_in_the_address_and_a_key_that_goes_before():
    url = "https://site:a%40b@search.example"
    assert parse_address(url, {}).options == {"basic_auth": ("site", "a@b")}
    key = {"SEARCH_API_KEY": "nyckel"}
    assert parse_address(url, key).options == {"api_key": "nyckel"}


@pytest.mark.parametrize(
    "url",
    ["", "ftp://a", "elasticsearch://", "https://a:x", "https://a/A", "https://a/../b"],
)
def test_what_is_no_address_is_refused(url):
    with pytest.raises(ImproperlyConfigured):
        parse_address(url, {})


@given(st.text(), st.text(min_size=4, alphabet="xyz"))
def test_any_text_is_an_address_or_refused_without_its_secret(rest, secret):
    secret = f"hemlig{secret}"
    try:
        address = parse_address(f"https://user:{secret}@{rest}", {})
    except ImproperlyConfigured as error:
        assert secret not in str(error)
    else:
        assert address.hosts
        assert secret not in repr(address)


def test_a_breaker_waits_longer_each_time_and_lets_one_through():
    now = [0.0]
    breaker = Breaker(first=1, longest=3, clock=lambda: now[0])
    assert breaker.lets_through()
    for wait in (1, 2, 3, 3):
        breaker.failed()
        now[0] += wait - 0.01
        assert not breaker.lets_through()
        now[0] += 0.01
        assert breaker.lets_through()
        assert not breaker.lets_through()
    breaker.worked()
    assert breaker.lets_through()
    assert breaker.lets_through()
