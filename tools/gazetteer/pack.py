"""Packs places and their names into one file that the reader maps into memory and uses where it lies.

The file is one of named arrays, as src/Parley/Models/SectionFile.cs says, with these sections, little-endian:
  names     names in the order of their bytes, in blocks of 16. A name is: length shared with the name before it in the block (1 byte),
            length of the rest (1), the rest in UTF-8, how many places bear it (a varint), and these in order, each a varint of twice the
            distance from the place before, plus 1 where it is a name of its own and not a lesser one
  blocks    where each block begins (4 bytes each), and the end
  points    10 bytes a place: latitude and longitude in 1/20000 of a degree (3 each, signed), division (2), feature (1), population (1);
            population is 8 times the binary logarithm, 0 where unknown
  shown     where the shown name of each place begins in the section texts (4 each)
  texts     shown names, each its length in bytes (1) and UTF-8
  divisions 8 bytes each: country (2), nothing (2), place of the division (4), -1 where it is none
  countries 12 bytes each: code (3), nothing (1), place of the country (4), place of its capital (4), -1 where there is none
  features  codes, one a line
"""
import hashlib
import json
import math
import struct

BLOCK = 16
LONGEST = 120  # bytes of a name
DEGREE = 20000


def varint(number):
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def pack_names(names):
    packed, blocks, before = bytearray(), [], b""
    for at, (key, places) in enumerate(sorted((key.encode(), places) for key, places in names.items())):
        if at % BLOCK == 0:
            blocks.append(len(packed))
            before = b""
        shared = 0
        while shared < min(len(before), len(key)) and before[shared] == key[shared]:
            shared += 1
        packed += bytes([shared, len(key) - shared]) + key[shared:] + varint(len(places))
        last = 0
        for number in sorted(places):
            packed += varint((number - last) * 2 + places[number])
            last = number
        before = key
    blocks.append(len(packed))
    return bytes(packed), struct.pack(f"<{len(blocks)}I", *blocks)


def pack_places(places):
    codes = sorted({place[3] for place in places})
    features = sorted({place[5] for place in places})
    countries = {code: [-1, -1] for code in codes}
    divisions, points, shown, texts, offsets = {}, bytearray(), [], bytearray(), {}
    for number, (name, lat, lon, code, division, feature, population) in enumerate(places):
        if feature in ("PCLI", "PPLC") and countries[code][feature == "PPLC"] < 0:
            countries[code][feature == "PPLC"] = number
        index = divisions.setdefault((codes.index(code), division), len(divisions))
        size = min(255, round(8 * math.log2(population))) if population > 1 else 0
        points += round(lat * DEGREE).to_bytes(3, "little", signed=True) + round(lon * DEGREE).to_bytes(3, "little", signed=True)
        points += struct.pack("<HBB", index, features.index(feature), size)
        if name not in offsets:
            offsets[name] = len(texts)
            text = name.encode()[:255]
            texts += bytes([len(text)]) + text
        shown.append(offsets[name])
    return {
        "points": bytes(points),
        "shown": struct.pack(f"<{len(shown)}I", *shown),
        "texts": bytes(texts),
        "divisions": b"".join(struct.pack("<Hxxi", *key) for key in divisions),
        "countries": b"".join(struct.pack("<3sxii", code.encode(), *countries[code]) for code in codes),
        "features": "\n".join(features).encode(),
    }


def write(folder, names, places):
    sections = pack_places(places)
    sections["names"], sections["blocks"] = pack_names(names)
    head = b"PARLEY01" + struct.pack("<ii", len(sections), 0)
    at = -(-(len(head) + 40 * len(sections)) // 64) * 64
    body = bytearray()
    for name, data in sections.items():
        head += struct.pack("<24sqq", name.encode(), at + len(body), len(data))
        body += data + bytes(-len(data) % 64)
    data = head + bytes(at - len(head)) + bytes(body)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "places.bin").write_bytes(data)
    manifest = {"name": "places", "version": "1.0", "files": [
        {"path": "places.bin", "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}]}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    print(f"{len(places)} places, {len(names)} names, {len(data)} bytes: " + ", ".join(f"{name} {len(part)}" for name, part in sections.items()))
