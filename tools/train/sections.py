"""Writes what C# reads in place: files of named arrays, tables of hashed words, labels, manifests."""
import hashlib
import json
import struct

import numpy as np

import semantics

ALIGNED, NAME = 64, 24


def write_sections(path, sections):
    """`sections`: name -> array or bytes. The layout stands in `SectionFile.cs`."""
    data = {name: np.ascontiguousarray(value).tobytes() if isinstance(value, np.ndarray) else value for name, value in sections.items()}
    at = -(-(16 + len(data) * (NAME + 16)) // ALIGNED) * ALIGNED
    head, body = b"PARLEY01" + struct.pack("<ii", len(data), 0), []
    for name, value in data.items():
        assert len(name) <= NAME
        head += name.encode("ascii").ljust(NAME, b"\0") + struct.pack("<qq", at, len(value))
        padded = -(-len(value) // ALIGNED) * ALIGNED
        body.append(value.ljust(padded, b"\0"))
        at += padded
    first = -(-len(head) // ALIGNED) * ALIGNED
    path.write_bytes(head.ljust(first, b"\0") + b"".join(body))


def key(text):
    """FNV-1a of 64 bits over UTF-16 units, folded once; never 0."""
    value = 14695981039346656037
    data = text.encode("utf-16-le", "surrogatepass")
    for at in range(0, len(data), 2):
        value = ((value ^ (data[at] | data[at + 1] << 8)) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    return (value ^ value >> 32) or 1


def hash_table(entries):
    """Open table of (text, number): keys and numbers, at most three quarters full."""
    size = 4
    while 3 * size < 4 * len(entries):
        size *= 2
    keys, numbers = np.zeros(size, np.uint64), np.zeros(size, np.int32)
    for text, number in entries:
        found = key(text)
        at = found & (size - 1)
        while keys[at]:
            assert int(keys[at]) != found, text
            at = (at + 1) & (size - 1)
        keys[at], numbers[at] = found, number
    return keys, numbers


def label_sections(labels):
    """Classes of every head, and the table of lemmas."""
    heads = {"upos": "upos", "xpos": "xpos", "feats": "features", "lemma": "lemmas", "name": "names", "label": "relations"}
    lines = [name + "\t" + "\t".join(labels.classes[head]) for head, name in heads.items()]
    names = {"type": "types", "status": "statuses", "act": "acts", "kind": "kinds", "topic": "topics", "stance": "stances", "part": "parts"}
    lines += [name + "\t" + "\t".join(semantics.CLASSES[head]) for head, name in names.items()]
    lines.append("roles\t" + "\t".join(semantics.ROLES))
    pool, places, entries = "", {}, []
    for word, lemma in labels.exceptions.items():
        if len(lemma) > 63:
            continue
        if lemma not in places:
            places[lemma] = len(pool) * 64 + len(lemma)
            pool += lemma
        entries.append((word, places[lemma]))
    keys, numbers = hash_table(entries)
    return {"labels": "\n".join(lines).encode("utf-8"), "lemma.keys": keys, "lemma.places": numbers,
            "lemma.pool": pool.encode("utf-16-le")}


def write_manifest(folder, name, version):
    """Name, version, and the size and sha-256 of every file."""
    files = [{"path": f.name, "sha256": hashlib.sha256(f.read_bytes()).hexdigest(), "bytes": f.stat().st_size}
             for f in sorted(folder.iterdir()) if f.is_file() and f.name not in ("manifest.json", "card.md")]
    text = json.dumps({"name": name, "version": version, "files": files}, indent=2)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")
