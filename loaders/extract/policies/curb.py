"""One restriction that has no title, and what it is called."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.grammar import load
from loaders.things import Thing

# what needs no trade in front of it: 制裁
_WHOLE = ("制裁", "打压", "断供", "关税", "封锁")

_LEGAL = re.compile(r"(?:股份|有限|责任|集团)*公司$")


@dataclass(frozen=True)
class Curb:
    """One restriction: who imposes it, on whom and what, and the words that say so."""

    who: Thing | None
    orgs: tuple[Thing, ...]
    states: tuple[Thing, ...]
    goods: tuple[Thing, ...]
    measure: str

    def policy(self, when: str | None) -> Thing:
        """The restriction as a policy."""
        target = "对华" if any(s.name == "中国" for s in self.states) else ""
        if not target and (self.states or self.orgs):
            target = "对" + called((*self.orgs, *self.states)[0])
        bare = target + (self.goods[0].name if self.goods else "") + self.measure
        whole = (called(self.who) if self.who else "") + bare
        issuer = (self.who.name,) if self.who else ()
        # 对甲的制裁, too
        of = (self.who.name if self.who else "") + target + "的" + self.measure
        more = () if whole == bare else (bare,) if self.goods else (of,)
        return Thing("Policy", whole, more, date=when, issuer=issuer)


def called(thing: Thing) -> str:
    """A name as it stands in that of a policy: 德国政府 as 德国, a company without its legal form."""
    return _LEGAL.sub("", thing.name).removesuffix("政府")


def measure(verb: str, said: str) -> str:
    """What the restriction is called: 出口 and 禁令."""
    kinds = load("policies")["measures"]
    last = next((name for words, name in kinds["verbs"] if re.search(words, verb)), "限制")
    flow = next((name for words, name in kinds["flows"] if re.search(words, said + verb)), "")
    return last if last in _WHOLE else flow + last
