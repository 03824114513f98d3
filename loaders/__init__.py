"""Loaders turn a report into statements with evidence. They read; they do not remember."""
