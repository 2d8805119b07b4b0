"""logic-v2 on held-out aliases, names in original script and clean names; runs in the peers' environment.

    python -m bench.peer_files dump FOLDER
    PEERS/bin/python bench/peers/score_aliases.py FOLDER
    python -m bench.peer_files summarise FOLDER

Scoring every listed name would take days, so each query is scored against the names that look nearest: 30 by
token_sort and 30 by cosine of character trigrams, both over ASCII forms.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np
from anyascii import anyascii
from rapidfuzz import fuzz, process, utils
from score_pairs import CONFIG, LOGIC, proxy
from sklearn.feature_extraction.text import TfidfVectorizer

EACH = 30
BATCH = 250
FLOOR = 0.3


def read(path: Path) -> list[list[str]]:
    """Rows of a CSV without its header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def ascii_form(name: str) -> str:
    """What rapidfuzz and the trigrams see."""
    return utils.default_process(anyascii(name))


def main(folder: Path) -> None:
    """Score every file of queries of both questions."""
    for question in ("aliases", "originals"):
        index = read(folder / f"{question}_index.csv")
        names = [ascii_form(row[2]) for row in index]
        proxies = [proxy(row[2], row[1]) for row in index]
        trigrams = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), dtype=np.float32)
        matrix = trigrams.fit_transform(names).T.tocsr()
        for kind in ("queries", "invented", "yente"):
            queries = read(folder / f"{question}_{kind}.csv")
            with (folder / f"{question}_{kind}_hits.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(["query", "entry_id", "score"])
                for start in range(0, len(queries), BATCH):
                    batch = queries[start : start + BATCH]
                    forms = [ascii_form(row[0]) for row in batch]
                    sort = process.cdist(forms, names, scorer=fuzz.token_sort_ratio, workers=2, dtype=np.uint8)
                    cosine = (trigrams.transform(forms) @ matrix).toarray()
                    for at, row in enumerate(batch):
                        near = {
                            *np.argpartition(sort[at], -EACH)[-EACH:],
                            *np.argpartition(cosine[at], -EACH)[-EACH:],
                        }
                        query = proxy(row[0], row[1])
                        best: dict[str, float] = {}
                        for one in near:
                            score = float(LOGIC.compare(query, proxies[one], CONFIG).score)
                            best[index[one][0]] = max(best.get(index[one][0], 0.0), score)
                        for entry_id, score in sorted(best.items()):
                            if score >= FLOOR:
                                writer.writerow([start + at, entry_id, f"{score:.4f}"])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
