"""From what somebody types after -p to the values that a query is given."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from kg.cypher.library import Parameter, Question
from kg.cypher.words import parameters as used
from kg.errors import ParameterError
from kg.flow import SHOWN
from kg.ontology import Ontology

Lookup = Callable[[str, str], str]
_LARGEST = 2**63


def pairs(given: Iterable[str]) -> dict[str, str]:
    """key=value, as typed. Raises ParameterError."""
    found: dict[str, str] = {}
    for text in given:
        key, sign, value = text.partition("=")
        if not sign or not key.strip():
            raise ParameterError(f"a parameter is given as key=value, not {text!r}")
        found[key.strip()] = value
    return found


def values(question: Question, given: Mapping[str, Any], lookup: Lookup) -> dict[str, Any]:
    """The values of all parameters of a question, checked, with its defaults for the others.

    `lookup` takes a name and a class and gives the name that the graph knows the thing by.
    A query without a head takes any; what looks like JSON is read as such. Raises ParameterError.
    """
    if not question.described:
        return _undescribed(question, given)
    known = {parameter.name: parameter for parameter in question.parameters}
    if unknown := sorted(set(given) - set(known)):
        takes = f"it takes {', '.join(known)}" if known else "it takes none"
        raise ParameterError(f"{question.name} has no parameter {unknown[0]!r}: {takes}")
    return {
        name: value(parameter, given[name], lookup) if name in given else parameter.default
        for name, parameter in known.items()
    }


def _undescribed(question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    wanted = used(question.text) if not question.is_sparql else list(given)
    if missing := [name for name in wanted if name not in given]:
        raise ParameterError(f"{question.name} needs a value: -p {missing[0]}=…")
    if unknown := [name for name in given if name not in wanted]:
        takes = f"it takes {', '.join(wanted)}" if wanted else "it takes none"
        raise ParameterError(f"{question.name} has no parameter {unknown[0]!r}: {takes}")
    return {name: _guessed(text) for name, text in given.items()}


def _guessed(text: Any) -> Any:
    if not isinstance(text, str):
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


def value(parameter: Parameter, given: Any, lookup: Lookup) -> Any:
    """A value of the type that a parameter has. Raises ParameterError."""
    if given is None or (given == "" and parameter.default is None):
        return None
    if parameter.type in Ontology.shipped().classes or parameter.type == "Entity":
        return lookup(str(given), parameter.type)
    kind, convert = _TYPES[parameter.type]
    try:
        return convert(given)
    except (TypeError, ValueError) as error:
        raise ParameterError(f"{parameter.name} is {kind}, not {_shortened(given)}") from error


def _shortened(given: Any) -> str:
    text = repr(given)
    return text if len(text) <= 60 else f"{text[:60]}…"


def _integer(given: Any) -> int:
    number = int(str(given))
    if not -_LARGEST <= number < _LARGEST:
        raise ValueError(given)
    return number


def _number(given: Any) -> float:
    number = float(given)
    if not math.isfinite(number):
        raise ValueError(given)
    return number


def _date(given: Any) -> str:
    return date.fromisoformat(str(given)).isoformat()


def _list(given: Any) -> list[str]:
    parts = given if isinstance(given, list | tuple) else str(given).split(",")
    return [str(part).strip() for part in parts if str(part).strip()]


def _modalities(given: Any) -> list[str]:
    wanted = [word.lower() for word in _list(given)]
    if not wanted or set(wanted) - set(SHOWN):
        raise ValueError(given)
    return wanted


_TYPES: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "integer": ("a whole number", _integer),
    "number": ("a number", _number),
    "date": ("a day such as 2026-12-31", _date),
    "text": ("text", str),
    "list": ("a list such as a,b", _list),
    "modalities": (f"a list of {', '.join(SHOWN)}", _modalities),
}
