"""What was remembered of a batch is forgotten before the next."""

from __future__ import annotations

from screening.names import tokens
from screening.runs.forgetting import forget


def test_large_caches_are_emptied_and_knowledge_is_kept() -> None:
    from screening.names import vocabulary, word_tables

    tokens.words("Шанхай Winsun 有限公司")
    vocabulary.segment(["llc"])
    assert tokens._words.cache_info().currsize
    kept = word_tables.lexicon.cache_info().currsize
    forget()
    assert tokens._words.cache_info().currsize == 0
    assert word_tables.lexicon.cache_info().currsize == kept
