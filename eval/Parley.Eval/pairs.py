"""Pairs records of readings with gold records as the ledgers' scorer does, and says of each pair what is right.

    pairs.py SCORER GOLD_DIR PREDICTED_DIR

Prints a JSON list with one object for each gold record, found record or pair of the two: `article`, `kind`, `gold` (id or null), `found`
(id or null), `goldAt` and `foundAt` (where the record begins, as a share of the article), `goldStatus` and `foundStatus` (events), `typed` (type,
speaker, party …: what the scorer's second line of the kind asks), `right` (kind, status and main party too: what confidence speaks of), and of
pairs `codes`: how many codes of actors the gold has where the reading names anyone, and how many of these the reading has, letter by letter.
"""
import importlib.util
import json
import pathlib
import re
import sys

CODE = re.compile(r"[A-Z]{3}(\.[A-Z0-9]+)*")


def load(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def kinds(s):
    """By kind: how well a gold and a found record fit, when the pair counts as typed, and when as right."""
    country = lambda g, p, key: s.country(g[key]) == s.country(p.get(key))
    doers = lambda r: {s.country(c) for c in r["sources"]}
    main_doer = lambda g, p: bool(doers(g) & doers(p)) or doers(g) == doers(p)
    return {
        "statements": (lambda g, p: s.overlap(g["spans"], p["spans"]), s.same_speaker,
                       lambda g, p: s.same_speaker(g, p) and g["act"] == p.get("act")),
        "events": (s.event_score, lambda g, p: g["type"] == p.get("type"),
                   lambda g, p: g["type"] == p.get("type") and g["status"] == p.get("status") and main_doer(g, p)),
        "undertakings": (lambda g, p: s.overlap(g["spans"], p["spans"]), lambda g, p: country(g, p, "by"),
                         lambda g, p: country(g, p, "by") and g["kind"] == p.get("kind")),
        "positions": (lambda g, p: s.overlap(g["spans"], p["spans"]) * (1.0 if country(g, p, "party") else 0.5),
                      lambda g, p: country(g, p, "party"), lambda g, p: country(g, p, "party") and g["stance"] == p.get("stance")),
    }


def codes(kind, g, p):
    """Of the gold's codes of speakers, doers and targets, where the reading has anyone: how many it has exactly, and how many there are."""
    lists = {"statements": [([g.get("speakerCode")], [p.get("speakerCode")] if p.get("speaker") else [])],
             "events": [(g[role], p[role]) for role in ("sources", "targets")] if kind == "events" else []}.get(kind, [])
    wanted = [(code, found) for gold, found in lists for code in gold if code and CODE.fullmatch(code) and found]
    return [sum(code in found for code, found in wanted), len(wanted)]


def rows_of(scorer, article, text, gold, reading):
    at = lambda r: min((start for start, _ in r["spans"]), default=0) / max(1, len(text)) if r else None
    for kind, (score, typed, right) in kinds(scorer).items():
        wanted, found = gold[kind], reading.get(kind, [])
        pairs = scorer.pair_up(wanted, found, score)
        paired = {id(r) for pair in pairs for r in pair}
        pairs += [(g, None) for g in wanted if id(g) not in paired] + [(None, p) for p in found if id(p) not in paired]
        for g, p in pairs:
            yield {"article": article, "kind": kind, "gold": g and g["id"], "found": p and p["id"], "goldAt": at(g), "foundAt": at(p),
                   "goldStatus": g and g.get("status"), "foundStatus": p and p.get("status"),
                   "typed": bool(g and p and typed(g, p)), "right": bool(g and p and right(g, p)),
                   "codes": codes(kind, g, p) if g and p else [0, 0]}


def main(scorer, gold_folder, predicted_folder):
    scorer = load(scorer)
    found = []
    for path in sorted(pathlib.Path(gold_folder).glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        text, gold = scorer.load_gold(path)
        found += rows_of(scorer, name, text, gold, scorer.load_predicted(pathlib.Path(predicted_folder) / f"{name}.json", text))
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:4])
