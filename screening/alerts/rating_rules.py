"""The rules of ``rating.toml``: read, checked, and gone through for one hit.

The rules are data; what stands here is their grammar. It is small on purpose, and it is checked when the file
is read that no agreeing field can lower a strength and no contradicting field raise one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from screening import reference
from screening.alerts import own_rating_rules
from screening.errors import KnowledgeError, SettingsError
from screening.model import MEASURES, PRIORITIES, STRENGTHS

FIELDS: Final = ("name", "date", "day", "year", "country", "identifier", "address")
_VALUES: Final = ("matched_on", "relation", "name_type", "schema")
_NUMBERS: Final = (
    "score_at_least",
    "score_below",
    "words_at_least",
    "words_below",
    "letters_below",
    "distinctive_below",
)
OTHER_FATHER: Final = "other_father"
"""Whether a fuller name of the entry says that its bearer has another father than the subject."""
_FIELD_LISTS: Final = ("agrees_all", "agrees_any", "contradicts_any", "none_agrees")
_FACTS: Final = ("binds_us", "in_force", "given_name_only", OTHER_FATHER)
"""Conditions that are true or false."""
_OUTCOMES: Final = ("sets", "raises", "lowers", "at_least", "at_most")
_PRIORITY_WHEN: Final = ("measure", "binds_us", "in_force", "relation", "given_name_only")
_LEVELS: Final = tuple(reversed(STRENGTHS))
"""Strengths from the weakest, so that a level is an index."""


@dataclass(frozen=True, slots=True)
class StrengthRule:
    """One strength rule; see the head of ``rating.toml`` for what its conditions and outcomes mean."""

    id: str
    when: Mapping[str, Any]
    outcome: str
    value: str | int
    up_to: str
    says: str


@dataclass(frozen=True, slots=True)
class PriorityRule:
    """One priority rule."""

    id: str
    when: Mapping[str, Any]
    level: str
    says: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The whole rule file."""

    strength: tuple[StrengthRule, ...]
    priority: tuple[PriorityRule, ...]
    always_binds: frozenset[str]
    agreement: Mapping[str, float]
    common: Mapping[str, float]
    about: Mapping[str, str]
    name: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A level, the id of the rule that spoke last, and what all that spoke said."""

    level: str
    rule: str
    why: str


def load(name: str = "rules/rating.toml", own: str | None = None) -> Rules:
    """Read and check a rule file below ``lists/``.

    Args:
        name: Its path there.
        own: A file of the firm's own, whose values and rules replace single ones of it.

    Raises:
        KnowledgeError: A rule is misspelt, has no or two outcomes, or could lower a strength because a field
            agrees.
        SettingsError: The firm's own file cannot be read, or one of its rules is so.
    """
    return _shipped(name) if own is None else _with_own(name, own, own_rating_rules.text_of(own))


@cache
def _shipped(name: str) -> Rules:
    return parse(reference.rules(name), name)


@cache
def _with_own(name: str, where: str, text: str) -> Rules:
    content = own_rating_rules.merged(reference.rules(name), text, where)
    try:
        return parse(content, where)
    except (KnowledgeError, ValueError, AttributeError) as error:
        what = getattr(error, "what", str(error))
        raise SettingsError(what, where=where, remedy="see the head of lists/rules/rating.toml") from error


def parse(content: Mapping[str, Any], name: str) -> Rules:
    """Check the content of a rule file; see `load`."""
    try:
        rules = Rules(
            tuple(_strength(rule, name) for rule in content["strength"]),
            tuple(_priority(rule, name) for rule in content["priority"]),
            frozenset(content["binding"]["always"]),
            dict(content["agreement"]),
            dict(content["common"]),
            dict(content["about"]),
            name,
        )
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{error} is missing or of the wrong kind", where=name) from error
    for kind in (rules.strength, rules.priority):
        ids = [rule.id for rule in kind]
        twice = sorted({key for key in ids if ids.count(key) > 1})
        if twice:
            raise KnowledgeError(f"the rule {twice[0]} stands twice", where=name, remedy="rename one of them")
    if not any(rule.outcome == "sets" and not rule.when for rule in rules.strength):
        raise KnowledgeError("no strength rule sets a level whatever the hit", where=name, remedy="add one")
    if rules.priority[-1].when:
        raise KnowledgeError("the last priority rule does not apply to every hit", where=name)
    return rules


def strength(facts: Mapping[str, Any], rules: Rules) -> Verdict:
    """How likely it is the same party.

    Args:
        facts: ``matched_on, relation, name_type, schema, score, words, letters, distinctive, given_name_only,
            other_father`` and, for each of `FIELDS`, agrees, contradicts or absent.
        rules: The rules to go through.
    """
    level: int | None = None
    spoke, said = "", []
    for rule in rules.strength:
        if rule.outcome == "sets" and level is not None:
            continue
        if not _applies(rule.when, facts):
            continue
        moved = _move(level, rule)
        if moved != level:
            level, spoke = moved, rule.id
            said.append(rule.says)
    return Verdict(_LEVELS[level or 0], spoke, " ".join(said))


def priority(facts: Mapping[str, Any], rules: Rules) -> Verdict:
    """How much it matters: the highest of what the rules say of each measure.

    Args:
        facts: ``measures`` (a sequence, may be empty), ``binds_us``, ``in_force``, ``relation``,
            ``given_name_only``; ``law`` and, where the entry states it, ``ended`` (a date) for the sentence.
        rules: The rules to go through.
    """
    best: Verdict | None = None
    for measure in facts["measures"] or [None]:
        about = {**facts, "measure": measure}
        rule = next(rule for rule in rules.priority if _applies(rule.when, about))
        if best is None or PRIORITIES.index(rule.level) < PRIORITIES.index(best.level):
            label = measure_label(measure) if measure else "A measure that is not stated"
            best = Verdict(rule.level, rule.id, _said(rule.says, label, facts))
    assert best is not None  # noqa: S101  (the loop runs at least once, and the last rule applies to everything)
    return best


def _said(says: str, measure: str, facts: Mapping[str, Any]) -> str:
    ended = facts.get("ended")
    return says.format(measure=measure, law=facts["law"], ended=ended.isoformat() if ended else "no day stated")


def measure_label(measure: str) -> str:
    """A measure as people read it: "Asset freeze"."""
    return measure.replace("_", " ").capitalize()


def _move(level: int | None, rule: StrengthRule) -> int | None:
    if rule.outcome == "sets":
        return _LEVELS.index(str(rule.value))
    if level is None:
        return None
    if rule.outcome == "raises":
        return max(level, min(level + int(rule.value), _LEVELS.index(rule.up_to)))
    if rule.outcome == "lowers":
        return max(0, level - int(rule.value))
    bound = _LEVELS.index(str(rule.value))
    return max(level, bound) if rule.outcome == "at_least" else min(level, bound)


def _applies(when: Mapping[str, Any], facts: Mapping[str, Any]) -> bool:
    return all(_holds(key, value, facts) for key, value in when.items())


def _holds(key: str, value: Any, facts: Mapping[str, Any]) -> bool:
    match key:
        case "score_at_least":
            return facts["score"] >= value
        case "score_below":
            return facts["score"] < value
        case "words_at_least":
            return facts["words"] >= value
        case "words_below":
            return facts["words"] < value
        case "letters_below":
            return facts["letters"] < value
        case "distinctive_below":
            return facts["distinctive"] < value
        case "agrees_all":
            return all(facts[field] == "agrees" for field in value)
        case "agrees_any":
            return any(facts[field] == "agrees" for field in value)
        case "none_agrees":
            return all(facts[field] != "agrees" for field in value)
        case "contradicts_any":
            return any(facts[field] == "contradicts" for field in value)
        case _:
            return facts[key] in value if isinstance(value, list) else facts[key] == value


def _strength(rule: Mapping[str, Any], name: str) -> StrengthRule:
    when = dict(rule["when"])
    outcomes = [key for key in _OUTCOMES if key in rule]
    where = f"{name}, rule {rule['id']}"
    if len(outcomes) != 1:
        raise KnowledgeError(f"has {len(outcomes)} outcomes", where=where, remedy=f"write one of {_list(_OUTCOMES)}")
    _known(when, (*_VALUES, *_NUMBERS, *_FIELD_LISTS, "given_name_only", OTHER_FATHER), where)
    _check_kinds(rule, where)
    for key in _FIELD_LISTS:
        _known(dict.fromkeys(when.get(key, ())), FIELDS, where)
    outcome, value, up_to = outcomes[0], rule[outcomes[0]], rule.get("up_to", "exact")
    for level in (value if outcome not in ("raises", "lowers") else up_to, up_to):
        _known({level: None}, STRENGTHS, where)
    forbidden = {
        "sets": _FIELD_LISTS,
        "raises": ("contradicts_any", "none_agrees", OTHER_FATHER),
        "at_least": ("contradicts_any", "none_agrees", OTHER_FATHER),
        "lowers": ("agrees_all", "agrees_any"),
        "at_most": ("agrees_all", "agrees_any"),
    }[outcome]
    wrong = [key for key in forbidden if key in when]
    if wrong:
        raise KnowledgeError(
            f"{outcome} a level on {wrong[0]}, so that more agreement could mean a weaker match",
            where=where,
            remedy="an agreeing field may only raise and a contradicting one only lower",
        )
    return StrengthRule(rule["id"], when, outcome, value, up_to, rule["says"])


def _priority(rule: Mapping[str, Any], name: str) -> PriorityRule:
    where = f"{name}, rule {rule['id']}"
    when = dict(rule["when"])
    _known(when, _PRIORITY_WHEN, where)
    _check_kinds(rule, where)
    _known({rule["is"]: None}, PRIORITIES, where)
    measures = when.get("measure", [])
    _known(dict.fromkeys([measures] if isinstance(measures, str) else measures), MEASURES, where)
    return PriorityRule(rule["id"], when, rule["is"], rule["says"])


def _check_kinds(rule: Mapping[str, Any], where: str) -> None:
    """That each value of a rule is of a kind that a hit can be held against.

    Raises:
        KnowledgeError: One is not; said when the rules are read, since a run would end in the middle of it.
    """
    for key, value in {**rule, **rule["when"]}.items():
        if key in _NUMBERS:
            right, kind = isinstance(value, int | float) and not isinstance(value, bool), "a number"
        elif key in ("raises", "lowers"):
            right, kind = type(value) is int and value > 0, "a whole number of steps"
        elif key in _FACTS:
            right, kind = isinstance(value, bool), "true or false"
        elif key in _FIELD_LISTS:
            right, kind = isinstance(value, list), "a list"
        elif key in (*_VALUES, "measure"):
            right, kind = all(isinstance(each, str) for each in (value if isinstance(value, list) else [value])), "text"
        else:
            right, kind = key == "when" or isinstance(value, str), "text"
        if not right:
            raise KnowledgeError(f"{key} is {value!r}, not {kind}", where=where)
    try:
        rule["says"].format(measure="", law="", ended="")
    except (KeyError, IndexError, ValueError) as error:
        raise KnowledgeError(
            f"says {rule['says']!r}, in which more than {{measure}}, {{law}} and {{ended}} is to be filled in",
            where=where,
        ) from error


def _known(found: Mapping[str, Any], allowed: Sequence[str], where: str) -> None:
    unknown = [key for key in found if key not in allowed]
    if unknown:
        raise KnowledgeError(f"{unknown[0]!r} is not known here", where=where, remedy=f"write one of {_list(allowed)}")


def _list(words: Sequence[str]) -> str:
    return ", ".join(words)
