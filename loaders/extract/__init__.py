"""Extractors: each reads one kind of place (tables, lists, clauses, …) and yields drafts."""
