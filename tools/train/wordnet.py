"""Lemmas of verbs and nouns from WordNet 3.0: its irregular forms, and the regular forms of its verbs. Facts about words that no corpus need show."""
import re

VOWELS = "aeiou"


def joined(folder, learned):
    """The lemmas of a treebank, and WordNet's for other words and for verbs whose lemma in the treebank is no verb ("flead")."""
    given, verbs = lemmas(folder), set(_words(folder / "index.verb"))
    return given | {key: lemma for key, lemma in learned.items() if not (key.endswith("\tVERB") and key in given and lemma.lower() not in verbs)}


def lemmas(folder):
    """`form<tab>TAG` -> lemma; of several, the commonest in WordNet's texts. A form that is a noun itself ("data") is left out."""
    nouns = set(_words(folder / "index.noun"))
    counts = _counts(folder)
    found = {}
    for tag, name in (("VERB", "verb"), ("NOUN", "noun")):
        for line in (folder / f"{name}.exc").read_text(encoding="utf-8").splitlines():
            form, lemma = line.split(" ")[:2]
            if form.isalpha() and lemma.isalpha() and not (tag == "NOUN" and form in nouns):
                _keep(found, form, tag, lemma, counts)
    irregular = set(found)
    for verb in _words(folder / "index.verb"):
        for form in _inflected(verb):
            if f"{form}\tVERB" not in irregular:
                _keep(found, form, "VERB", verb, counts)
    return found


def _keep(found, form, tag, lemma, counts):
    key = f"{form}\t{tag}"
    old = found.get(key)
    if old is None or counts.get(lemma, 0) > counts.get(old, 0):
        found[key] = lemma


def _words(path):
    words = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word = line.split(" ", 1)[0]
        if re.fullmatch(r"[a-z]{3,}", word):
            words.append(word)
    return words


def _counts(folder):
    """How often a verb or noun was met in WordNet's own texts."""
    counts = {}
    for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        sense, _, count = line.split(" ")
        word, _, rest = sense.partition("%")
        if rest[0] in "12":
            counts[word] = counts.get(word, 0) + int(count)
    return counts


def _inflected(verb):
    """The forms with -s, -ed and -ing by the rules of spelling."""
    if re.search(r"(s|x|z|ch|sh|o)$", verb):
        yield verb + "es"
    elif re.search(r"[^aeiou]y$", verb):
        yield verb[:-1] + "ies"
    else:
        yield verb + "s"
    if verb.endswith("ie"):
        yield from (verb + "d", verb[:-2] + "ying")
    elif verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        yield from (verb + "d", verb[:-1] + "ing")
    elif verb.endswith("e"):
        yield from (verb + "d", verb + "ing")
    elif re.search(r"[^aeiou]y$", verb):
        yield from (verb[:-1] + "ied", verb + "ing")
    else:
        short = re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]", verb)
        if short or re.search(r"[^aeiou][aeiou][^aeiouwxy]$", verb):
            yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")
        if not short:
            yield from (verb + "ed", verb + "ing")
