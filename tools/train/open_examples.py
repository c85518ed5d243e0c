"""Marks the examples of specs/events.md that the network reads otherwise as open, each with what differs, and unmarks those that hold again.

    open_examples.py PARLEY SPEC [--show]

Run it after a new model; look at what changed before committing.
"""
import json
import subprocess
import sys


def examples(lines):
    block = None
    for at, line in enumerate(lines):
        if block is None and (line.rstrip() == "```spec" or line.startswith("```spec open ")):
            block = at, []
        elif block and line.rstrip() == "```":
            at, text = block
            date = text.pop(0).split()[1] if text[0].startswith("@published") else None
            dot = text.index(".")
            yield at, date, "\n".join(text[:dot]), [line.rstrip() for line in text[dot + 1:] if line.strip()]
            block = None
        elif block:
            block[1].append(line)


def parties(ids, actors):
    names = [actors[i]["code"].split(".")[0] or actors[i]["name"] for i in ids]
    return ",".join(dict.fromkeys(names)) or "-"


def printed(reading):
    actors, text = {a["id"]: a for a in reading["actors"]}, reading["article"]["text"].encode("utf-16-le")
    lines = []
    for e in reading["events"]:
        trigger = text[2 * e["trigger"]["start"]:2 * e["trigger"]["end"]].decode("utf-16-le")
        kind = e["type"] + ("/" + e["mode"] if e["mode"] else "")
        lines.append(f"{kind} | {trigger} | {parties(e['sources'], actors)} -> {parties(e['targets'], actors)} | {e['status']}")
    return lines or ["none"]


def reason(wanted, found):
    if wanted == ["none"]:
        return "the heads take a word for a deed"
    if found == ["none"] or len(found) < len(wanted):
        return "the heads miss a deed"
    if len(found) > len(wanted):
        return "a word too many is taken for a deed, or two mentions are not joined"
    differ = []
    for one, other in zip((line.split(" | ") for line in wanted), (line.split(" | ") for line in found)):
        if one[0] != other[0]:
            differ.append("the mode" if one[0].split("/")[0] == other[0].split("/")[0] else "the type")
        differ += [name for name, a, b in zip(("the trigger", "a party", "the status"), one[1:], other[1:]) if a != b]
    return "read otherwise: " + ", ".join(dict.fromkeys(differ))


def main():
    program, path = sys.argv[1:3]
    lines = open(path, encoding="utf-8").read().split("\n")
    found = list(examples(lines))
    asked = "\n".join(json.dumps({"id": str(at), "text": text, **({"published": date} if date else {})}) for at, date, text, _ in found)
    output = subprocess.run([program, "read", "--jsonl", "-"], input=asked.encode(), capture_output=True, check=False).stdout.decode()
    still = 0
    for (at, _, text, wanted), reading in zip(found, map(json.loads, output.splitlines())):
        given = printed(reading)
        still += given != wanted
        lines[at] = "```spec" if given == wanted else "```spec open " + reason(wanted, given)
        if given != wanted and "--show" in sys.argv:
            print(text, *(f"  - {line}" for line in wanted), *(f"  + {line}" for line in given), sep="\n")
    open(path, "w", encoding="utf-8").write("\n".join(lines))
    print(f"{still} of {len(found)} examples are open")


if __name__ == "__main__":
    main()
