"""A score put into words that a reviewer can check against the two names."""

from __future__ import annotations

from screening.matching.scores import READ_AS, Points, Score


def explain(score: Score) -> str:
    """The sum in one line: which part answered which, how, what each was worth, what was left over."""
    if not score.lines:
        return "nothing in either name to compare"
    return "; ".join(_line(line) for line in score.lines) + f" = {score.value:.2f}"


def _line(line: Points) -> str:
    scheme = f" by {line.scheme}" if line.scheme else ""
    if line.left and line.right:
        sign = "≠" if line.how.startswith("contradiction") else "~"
        if line.how == "same":
            return f"{line.left} same {line.points:+.2f}"
        return f"{line.left} {sign} {line.right} {line.how}{scheme} {line.points:+.2f}"
    if not line.left and not line.right:
        return f"{line.how} {line.points:+.2f}"
    if line.how.startswith(READ_AS):
        return f"{'the subject' if line.left else 'the entry'}'s {line.left or line.right} {line.how}"
    side = "only the subject has" if line.left else "only the entry has"
    return f"{side} {line.left or line.right} ({line.weight:.0%} of the weight)"
