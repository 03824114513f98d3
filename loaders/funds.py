"""A state fund is a policy that invests: one thing, not a policy and a company."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.names import fold
from loaders.things import ORGS, Claim, Decree, Draft, Finance, Number, Thing


def unified(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, with every company that the report also names as a policy taken for it."""
    everything = list(drafts)
    policies = {
        fold(name): draft.policy
        for draft in everything
        if isinstance(draft, Decree)
        for name in (draft.policy.name, *draft.policy.aliases)
    }
    for draft in everything:
        yield _with(draft, policies) if policies else draft


def _with(draft: Draft, policies: dict[str, Thing]) -> Draft:
    def one(thing: Thing) -> Thing:
        if thing.cls not in ORGS:
            return thing
        return next(
            (policies[k] for k in map(fold, (thing.name, *thing.aliases)) if k in policies), thing
        )

    match draft:
        case Claim():
            subject, object_ = one(draft.subject), one(draft.object)
            same = subject is draft.subject and object_ is draft.object
            return draft if same else replace(draft, subject=subject, object=object_)
        case Number():
            subject = one(draft.subject)
            return draft if subject is draft.subject else replace(draft, subject=subject)
        case Finance():
            return replace(
                draft,
                investors=tuple(map(one, draft.investors)),
                leads=tuple(map(one, draft.leads)),
            )
        case Decree():
            return draft
