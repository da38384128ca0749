"""Structured data for machines: schema.org in JSON-LD."""

import json

from django.utils.safestring import SafeString, mark_safe

_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def without_empty(value):
    """Drop empty texts, lists and objects, at every depth."""
    if isinstance(value, dict):
        kept = {key: without_empty(item) for key, item in value.items()}
        return {
            key: item for key, item in kept.items() if item not in ("", None, [], {})
        }
    if isinstance(value, list | tuple):
        kept = [without_empty(item) for item in value]
        return [item for item in kept if item not in ("", None, [], {})]
    return value


def json_ld(*nodes: dict) -> SafeString:
    """A ``<script type="application/ld+json">`` with one graph; never breaks out."""
    graph = {
        "@context": "https://schema.org",
        "@graph": [without_empty(node) for node in nodes if node],
    }
    text = json.dumps(graph, ensure_ascii=False, default=str).translate(_ESCAPES)
    # Safe: `<`, `>` and `&` are escaped above, and nothing else ends a script.
    return mark_safe(  # noqa: S308
        f'<script type="application/ld+json">{text}</script>'
    )


def breadcrumb(page, above: list[dict]) -> dict:
    """The way from the front page to this one, as a ``BreadcrumbList``.

    ``above``: the pages above it, as (title, full_url) in dicts.
    """
    trail = [(step["title"], step["full_url"]) for step in above]
    trail.append((page.title, page.full_url))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(trail, start=1)
        ],
    }
