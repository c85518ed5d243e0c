"""Helps to mark sentences by the guide: numbers their words, checks the marks, and writes them as JSON Lines.

    python3 marking.py number SENTENCES.txt                     prints each sentence as numbered words
    python3 marking.py join SENTENCES.txt MARKS.txt OUT.jsonl   checks marks against sentences, says each error with its line, writes records
    python3 marking.py agree A.jsonl B.jsonl                    F1 of pairs of records on the sentences that both have
    python3 marking.py articles NAME.docs DOCUMENT.jsonl MARKED.jsonl    whole articles, as document.jsonl has them, and their sentences (NAME.txt, NAME.marks beside it)

The marks themselves are made by a reader, never by a script. SENTENCES.txt has one sentence a line; MARKS.txt the lines of the guide:
`#17` (the sentence, counted from 1), then `E`, `S`, `U`, `O`, `I`, `G` lines.
"""
import json
import re
import sys
from pathlib import Path

from corpora import WORD

TYPES = "ASSAULT COERCE MOBILIZE PROTEST SANCTION RETREAT AID COOPERATE CONSULT SUPPORT AGREE CONCEDE REQUEST ACCUSE REJECT THREATEN".split()
STATUSES = "happened ongoing planned possible demanded threatened refused alleged denied hypothetical".split()
ACTS = "asserts confirms doubts denies promises demands proposes threatens accuses".split()
KINDS = ("ceasefire reduction-of-operations withdrawal corridor exchange aid talks recognition neutrality guarantee disarmament "
         "sanctions-relief other").split()
TOPICS = ("ceasefire withdrawal borders territory status autonomy independence recognition security-guarantees alliance neutrality "
          "disarmament nuclear sanctions prisoners hostages corridors aid blockade observers peacekeepers talks elections power-sharing "
          "departure settlements refugees reparations justice reconstruction minority-rights constitution trade other").split()
STANCES = "demands proposes offers open-to accepts rejects unclear".split()


def words_of(line):
    return [m.group() for m in WORD.finditer(line)]


def sentences_of(path):
    return [words_of(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def numbers(text, count):
    """Word numbers of `3,5`; none of `-`."""
    if text in ("", "-"):
        return []
    found = [int(n) for n in text.split(",")]
    assert all(0 <= n < count for n in found), f"word number beyond the sentence: {text}"
    return found


def ranges(text, count):
    found = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        found.append([int(first), int(last or first)])
        assert 0 <= found[-1][0] <= found[-1][1] < count, f"range beyond the sentence: {part}"
    return found


def known(value, names):
    assert value in names, f"unknown name {value}"
    return value


def parts(fields, count):
    """`D3,4 T- L9` as a dictionary of lists of word numbers; K and C hold ranges."""
    return {f[0]: ranges(f[1:], count) if f[0] in "KC" else numbers(f[1:], count) for f in fields}


def add(record, line, count):
    kind, *rest = line.split()
    if kind == "E":
        given = parts(rest[3:], count)
        assert set(given) <= set("DTLWN"), f"unknown argument in {line}"
        record["events"].append({"trigger": numbers(rest[0], count)[0], "type": known(rest[1], TYPES), "status": known(rest[2], STATUSES),
                                 "doers": given.get("D", []), "targets": given.get("T", []), "place": given.get("L", []),
                                 "time": given.get("W", []), "numbers": given.get("N", [])})
    elif kind == "S":
        given = parts(rest[2:], count)
        record["statements"].append({"cue": numbers(rest[0], count)[0], "act": known(rest[1], ACTS), "speaker": given.get("P", []),
                                     "content": given.get("C", [])})
    elif kind == "U":
        given = parts(rest[2:], count)
        record["undertakings"].append({"deed": numbers(rest[0], count)[0], "kind": known(rest[1], KINDS), "by": given.get("P", []),
                                       "conditions": given.get("K", [])})
    elif kind == "O":
        given = parts(rest[3:], count)
        record["positions"].append({"word": numbers(rest[0], count)[0], "topic": known(rest[1], TOPICS), "stance": known(rest[2], STANCES),
                                    "party": given.get("P", [])})
    else:
        assert kind in ("I", "G"), f"unknown line {line}"
        record["limits" if kind == "I" else "gaps"] += ranges(rest[0], count)


def join(sentences, marks, annotator):
    records, errors, record, count = {}, [], None, 0
    for number, line in enumerate(marks.splitlines(), 1):
        line = line.split("  //")[0].strip()
        if not line:
            continue
        try:
            if line.startswith("#"):
                at = int(line[1:].split()[0]) - 1
                record, count = {"source": "own", "words": sentences[at], "annotator": annotator, "events": [], "statements": [],
                                 "undertakings": [], "positions": [], "limits": [], "gaps": []}, len(sentences[at])
                assert at not in records, f"sentence {at + 1} marked twice"
                records[at] = record
            else:
                add(record, line, count)
        except (AssertionError, ValueError, IndexError) as e:
            errors.append(f"line {number}: {line}: {e}")
    missing = [n + 1 for n in range(len(sentences)) if n not in records]
    if missing:
        errors.append(f"sentences without a number line: {missing}")
    return [records[n] for n in sorted(records)], errors


def articles(path):
    """The articles of NAME.docs: lines `# first last` (sentences of NAME.txt, from 1), `H 3:5,7:2 TYPE status S CODES T CODES L Place`, `X 4:1` (mentions by sentence:word)."""
    found = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.strip().partition(" ")
        if kind == "#":
            first, last = map(int, rest.split())
            found.append({"document": f"{Path(path).stem}-{first}", "first": first, "last": last, "happenings": [], "noHappenings": []})
        elif kind == "X":
            found[-1]["noHappenings"] += mentions(rest.split()[0])
        elif kind == "H":
            at, type, status, s, sources, t, targets, *place = rest.split(maxsplit=8)
            assert (s, t) == ("S", "T") and place[:1] in ([], ["L"]), line
            codes = lambda text: [] if text == "-" else text.split("|")
            found[-1]["happenings"].append({"mentions": mentions(at), "type": known(type, TYPES), "status": known(status, STATUSES),
                                            "sources": codes(sources), "targets": codes(targets), "place": place[1] if place else None})
    return found


def mentions(text):
    return [[int(n) for n in one.split(":")] for one in text.split(",")]


def write_articles(path, documents, marked):
    """Writes the articles and their marked sentences as ../shared/train/semantics has them."""
    sentences = sentences_of(Path(path).with_suffix(".txt"))
    records, errors = join(sentences, Path(path).with_suffix(".marks").read_text(encoding="utf-8"), Path(path).stem)
    assert not errors, errors
    with open(documents, "w", encoding="utf-8") as whole, open(marked, "w", encoding="utf-8") as single:
        for one in articles(path):
            numbers = range(one.pop("first"), one.pop("last") + 1)
            whole.write(json.dumps(one | {"source": "own", "sentences": {str(n): sentences[n - 1] for n in numbers}}, ensure_ascii=False) + "\n")
            for n in numbers:
                single.write(json.dumps(records[n - 1] | {"document": one["document"], "sentence": n}, ensure_ascii=False) + "\n")


def facts(record, what):
    """The comparable facts of a marked sentence."""
    for e in record["events"]:
        yield {"events": ("E", e["trigger"]), "type": ("E", e["trigger"], e["type"]), "status": ("E", e["trigger"], e["type"], e["status"]),
               "parties": ("E", e["trigger"], e["type"], tuple(sorted(e["doers"])), tuple(sorted(e["targets"])))}.get(what)
    for s in record["statements"]:
        yield {"statements": ("S", s["cue"]), "act": ("S", s["cue"], s["act"])}.get(what)
    for u in record["undertakings"]:
        yield {"undertakings": ("U", u["deed"], u["kind"])}.get(what)
    for p in record["positions"]:
        yield {"positions": ("O", p["topic"], p["stance"])}.get(what)


def agree(a, b):
    both = {tuple(r["words"]): r for r in a}
    pairs = [(both[tuple(r["words"])], r) for r in b if tuple(r["words"]) in both]
    for what in ("events", "type", "status", "parties", "statements", "act", "undertakings", "positions"):
        left = [{f for f in facts(x, what) if f} for x, _ in pairs]
        right = [{f for f in facts(y, what) if f} for _, y in pairs]
        same, total = sum(len(x & y) for x, y in zip(left, right)), sum(len(x) + len(y) for x, y in zip(left, right))
        print(f"{what}: {2 * same / max(1, total):.3f} of {total // 2}")
    print(f"{len(pairs)} sentences")


def read(path):
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def main():
    command, *paths = sys.argv[1:]
    if command == "number":
        for i, words in enumerate(sentences_of(paths[0]), 1):
            print(f"#{i} " + " ".join(f"{n}:{w}" for n, w in enumerate(words)))
    elif command == "articles":
        write_articles(*paths)
    elif command == "agree":
        agree(read(paths[0]), read(paths[1]))
    else:
        records, errors = join(sentences_of(paths[0]), Path(paths[1]).read_text(encoding="utf-8"), Path(paths[1]).stem)
        print("\n".join(errors))
        Path(paths[2]).write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
        print(f"{len(records)} sentences, {len(errors)} errors")


if __name__ == "__main__":
    main()
