"""A phrase that may name something."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A candidate name: where it stands in its text, its words, and names in brackets after it.

    What is `quoted` stands in quotation marks, alone or behind what it is: 芯片“悟空芯”.
    """

    start: int
    end: int
    name: str
    aliases: tuple[str, ...] = ()
    quoted: bool = False
