"""How often a rule is right."""

from __future__ import annotations

from loaders.grammar import load


def confidence(method: str) -> float:
    """The measured share of right statements among those that a rule makes."""
    shares = load("confidence")
    family = method.partition(":")[0]
    value = shares.get("rule", {}).get(method, shares["family"].get(family, shares["default"]))
    return float(value)
