"""A text with the policies it names, ready to be read for what they do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from loaders.blocks import Text
from loaders.document import Document
from loaders.grammar.patterns import pattern
from loaders.things import Mention, Thing

_OBJECT = pattern("policies", "scene_object")


@dataclass(frozen=True)
class Scene:
    """A text with the policies it names.

    `before` is the policy that the sentence before was about, `under` the one that a list, a
    table's row or a heading is about: the text need not name it.
    """

    document: Document
    text: Text
    policies: tuple[Mention, ...]
    mentions: tuple[Mention, ...]
    before: Thing | None = None
    under: Thing | None = None

    @cached_property
    def plain(self) -> str:
        """The text with the names of policies blotted out: 规划 in a name plans nothing."""
        value = self.text.value
        for m in self.policies:
            value = value[: m.start] + "〇" * (m.end - m.start) + value[m.end :]
        return _OBJECT.sub("〇", value)
