"""Reads the corpora into sentences. What a source does not annotate is None and masked in the loss."""
import gzip
import json
import re
from dataclasses import dataclass, field

NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]


@dataclass
class Sentence:
    """Word forms and what is known of them; `place` tells which sentences follow each other."""
    forms: list
    place: tuple
    upos: list = None
    xpos: list = None
    feats: list = None
    lemmas: list = None
    heads: list = None      # 0 for the root, else 1 + index of the head
    rels: list = None
    names: list = None      # BIO tags
    marks: object = None    # semantics.Marks; None where a sentence is not marked
    id: str = ""
    text: str = ""
    spans: list = field(default_factory=list)   # (start, end) of each word in text


def open_text(path):
    return gzip.open(path, "rt", encoding="utf-8") if str(path).endswith(".gz") else open(path, encoding="utf-8")


def read_conllu(path, silver=False):
    """Sentences of a CoNLL-U file; of silver only tags, trees and names count."""
    sentences, rows, comments, paragraph = [], [], {}, 0
    with open_text(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                key, _, value = line[1:].strip().partition("=")
                comments[key.strip()] = value.strip()
                paragraph += key.strip() in ("newpar", "newpar id", "newdoc", "newdoc id")
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                paragraph += silver
                sentences.append(_sentence(rows, comments, paragraph, silver))
                rows, comments = [], {}
    return sentences


def _sentence(rows, comments, paragraph, silver):
    words = [r for r in rows if r[0].isdigit()]
    made = Sentence(forms=[r[1] for r in words], place=(paragraph,), upos=[r[3] for r in words],
                    heads=[int(r[6]) for r in words], rels=[r[7] for r in words],
                    id=comments.get("sent_id", ""), text=comments.get("text", ""))
    if silver:
        made.names = [r[9].partition("Name=")[2] for r in words]
    else:
        made.xpos, made.feats, made.lemmas = ([r[i] for r in words] for i in (4, 5, 2))
        made.spans = _spans(rows, made.text)
    return made


def _spans(rows, text):
    """Where each word lies in the text; the parts of a contraction share its characters."""
    spans, at, until = [], 0, 0
    for row in rows:
        if "-" in row[0]:
            at = text.index(row[1], at)
            until = int(row[0].split("-")[1])
            whole, at_part, parts = (at, at + len(row[1])), at, 0
            at += len(row[1])
        elif row[0].isdigit() and int(row[0]) <= until:
            start, end = at_part, at_part + len(row[1])
            if text[start:end] != row[1] or end > whole[1]:
                start, end = whole
            else:
                at_part = end
            spans.append((start, end))
        elif row[0].isdigit():
            at = text.index(row[1], at)
            spans.append((at, at + len(row[1])))
            at += len(row[1])
    return spans


def bio(spans, entities):
    """BIO tags of words from entities of characters. The longest of nested names wins; other kinds are O."""
    tags = ["O"] * len(spans)
    taken = [False] * len(spans)
    for entity in sorted(entities, key=lambda e: e["start"] - e["end"]):
        inside = [i for i, (s, e) in enumerate(spans) if s < entity["end"] and e > entity["start"]]
        if not inside or any(taken[i] for i in inside):
            continue
        kind = entity["mapped"]
        for i in inside:
            taken[i] = True
            if kind in ("PER", "ORG", "LOC"):
                tags[i] = ("B-" if i == inside[0] else "I-") + kind
    return tags


def add_sentence_names(sentences, path):
    """Names given sentence by sentence (UNER), whose text may space words otherwise: offsets count what is no blank."""
    with open_text(path) as lines:
        given = {r["id"]: r for r in map(json.loads, lines)}
    for sentence in sentences:
        record = given.get(sentence.id)
        if record and record["text"].replace(" ", "") == sentence.text.replace(" ", ""):
            here, there = _without_blanks(sentence.text), _without_blanks(record["text"])
            entities = [e | {"start": there[e["start"]], "end": there[e["end"]]} for e in record["entities"]]
            sentence.names = bio([(here[s], here[e]) for s, e in sentence.spans], entities)


def _without_blanks(text):
    """For each offset, how many characters before it are no blanks."""
    counts = [0]
    for char in text:
        counts.append(counts[-1] + (char != " "))
    return counts


def add_document_names(sentences, path):
    """Names given document by document (GUM), whose text is its sentences joined by one character."""
    with open_text(path) as lines:
        given = {r["id"]: r for r in map(json.loads, lines)}
    at, document = 0, None
    for sentence in sentences:
        name = sentence.id.rsplit("-", 1)[0]
        if name != document:
            document, at = name, 0
        record = given.get(name)
        if record is None:
            continue
        at = record["text"].find(sentence.text, at)
        if at < 0:
            at = 0
            continue
        spans = [(s + at, e + at) for s, e in sentence.spans]
        sentence.names = bio(spans, [e for e in record["entities"]
                                     if e["start"] >= at and e["end"] <= at + len(sentence.text)])
        at += len(sentence.text)


WORD = re.compile(
    r"(?:https?://|www\.)\S+|[@#]\w+|(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Col|Lt|Sgt|Jr|Sr|Inc|Corp|Co|No)\.(?=\s)"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b|\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+|\.{2,}|-{2,}|\S", re.I)


def read_names(path, source):
    """Sentences with names alone, cut into words by a plain rule close to the English Web Treebank's."""
    sentences = []
    with open_text(path) as lines:
        for i, record in enumerate(map(json.loads, lines)):
            text = record["text"].replace(" ", " ")
            spans = [m.span() for m in WORD.finditer(text)]
            if not spans:
                continue
            sentences.append(Sentence(forms=[text[s:e] for s, e in spans], place=(source, i), text=text,
                                      names=bio(spans, record["entities"]), id=record["id"], spans=spans))
    return sentences


def read_training_gold(folder):
    """EWT (with UNER's names) and the open part of GUM."""
    ewt = read_conllu(folder / "ud/en_ewt-train.conllu.gz")
    add_sentence_names(ewt, folder / "ner/uner-ewt-train.prerelease.jsonl")
    gum = read_conllu(folder / "ud/en_gum-train.open.conllu.gz")
    add_document_names(gum, folder / "ner/gum-train.open.jsonl")
    for sentence in gum:
        sentence.place = ("gum",) + sentence.place
    return ewt + gum


def read_training(folder):
    """The pools of training: treebanks (gold), names alone, silver."""
    names = []
    for file in ("wikigold-train", "crossner-politics-train", "crossner-politics-dev", "wnut17-train", "btc-news-eg"):
        names += read_names(folder / f"ner/{file}.jsonl", file)
    return read_training_gold(folder), names, read_conllu(folder / "silver/news.conllu.gz", silver=True)


def read_dev(folder):
    """EWT dev (with UNER's names) and the open part of GUM dev."""
    ewt = read_conllu(folder / "ud/en_ewt-dev.conllu")
    add_sentence_names(ewt, folder / "ner/uner-ewt-dev.jsonl")
    gum = read_conllu(folder / "ud/en_gum-dev.open.conllu")
    add_document_names(gum, folder / "ner/gum-dev.open.jsonl")
    return {"ewt": ewt, "gum": gum}
