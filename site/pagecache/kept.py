"""A page as it is kept, and the answers that are made of it."""

import gzip
import hashlib
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag

#: A smaller body becomes no smaller.
_WORTH_COMPRESSING = 400
#: Of the time of the answer, not of the page; or made anew for each answer.
_NOT_KEPT = {"date", "content-length", "vary", "etag"}


@dataclass(frozen=True, slots=True)
class KeptPage:
    """``body`` is compressed when ``zipped``. ``etag`` is weak: it names the page,
    whatever it is sent as."""

    headers: tuple[tuple[str, str], ...]
    vary: str
    body: bytes
    zipped: bool
    etag: str

    @classmethod
    def of(cls, response: HttpResponse) -> "KeptPage":
        content = response.content
        zipped = len(content) >= _WORTH_COMPRESSING
        digest = hashlib.sha256(content).hexdigest()[:32]
        return cls(
            headers=tuple(
                (name, value)
                for name, value in response.items()
                if name.lower() not in _NOT_KEPT
            ),
            vary=response.get("Vary", ""),
            # No secret of a reader's is in it, so its length tells nothing.
            body=gzip.compress(content, 6, mtime=0) if zipped else content,
            zipped=zipped,
            etag=f"W/{quote_etag(digest)}",
        )

    def answer(self, request: HttpRequest) -> HttpResponse:
        """To this request: whole, without its body, or only that nothing changed."""
        send_zipped = self.zipped and "gzip" in request.headers.get(
            "Accept-Encoding", ""
        )
        body = self.body
        if self.zipped and not send_zipped:
            body = gzip.decompress(body)
        response = HttpResponse(body)
        del response["Content-Type"]
        for name, value in self.headers:
            response[name] = value
        if self.vary:
            response["Vary"] = self.vary
        patch_vary_headers(response, ["Accept-Encoding"])
        if send_zipped:
            response["Content-Encoding"] = "gzip"
        response["Content-Length"] = str(len(body))
        response["ETag"] = self.etag
        if request.method == "HEAD":
            response.content = b""
        return get_conditional_response(request, etag=self.etag, response=response)
