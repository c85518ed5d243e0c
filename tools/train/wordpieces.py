"""Cuts word forms into the encoder's word pieces and tells the shape of a word.

Parley.Onnx does the same in C#; `cases.py` writes the cases that hold the two equal.
"""
import unicodedata

PAD, UNKNOWN, FIRST, LAST, MASK = 0, 100, 101, 102, 103
MOST_PIECES_A_WORD = 12
LONGEST_PIECE_WORD = 100

# Shapes of words. The encoder is uncased, so the shape alone carries the case.
SHAPES = ["pad", "digits", "digits inside", "all capitals", "one capital", "capitalised",
          "capitals inside", "letters", "other"]


def shape(form):
    """Index into SHAPES of the form."""
    units = [c if ord(c) < 0x10000 else "\uffff" for c in form]
    kinds = [unicodedata.category(c) for c in units]
    if any(k == "Nd" for k in kinds):
        return 1 if all(k == "Nd" for k in kinds) else 2
    upper = sum(k == "Lu" for k in kinds)
    letters = sum(k[0] == "L" for k in kinds)
    if upper == 0:
        return 7 if letters and letters == len(kinds) else 8
    if upper == letters:
        return 3 if upper > 1 else 4
    return 5 if upper == 1 and kinds[0] == "Lu" else 6


def fold(char):
    """Lower case without accents: what one character becomes before the search for pieces."""
    decomposed = unicodedata.normalize("NFD", char.lower())
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def is_punctuation(char):
    """BERT's notion: Unicode's punctuation and every ASCII sign that is no letter, digit or blank."""
    code = ord(char)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(char)[0] == "P"


def is_ideograph(char):
    """Chinese characters stand alone."""
    code = ord(char)
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF
            or 0x20000 <= code <= 0x2FA1F)


class WordPieces:
    """The vocabulary of an uncased BERT encoder."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as lines:
            self.numbers = {line.rstrip("\n"): i for i, line in enumerate(lines)}
        self.known = {}

    def __call__(self, form):
        """Piece numbers of a word form: at least one, at most MOST_PIECES_A_WORD."""
        found = self.known.get(form)
        if found is None:
            found = []
            for run in self._runs(form):
                found.extend(self._cut(run))
                if len(found) >= MOST_PIECES_A_WORD:
                    break
            found = tuple(found[:MOST_PIECES_A_WORD]) or (UNKNOWN,)
            self.known[form] = found
        return found

    @staticmethod
    def _runs(form):
        run = ""
        for char in form:
            kind = unicodedata.category(char)
            if char == "\ufffd" or (kind[0] == "C" and char not in "\t\n\r"):
                continue
            if kind == "Zs" or char in "\t\n\r":
                alone, folded = True, ""
            elif is_ideograph(char):
                alone, folded = True, char
            else:
                folded = fold(char)
                alone = len(folded) == 1 and is_punctuation(folded)
            if not alone:
                run += folded
                continue
            if run:
                yield run
                run = ""
            if folded:
                yield folded
        if run:
            yield run

    def _cut(self, run):
        if len(run) > LONGEST_PIECE_WORD:
            return [UNKNOWN]
        pieces, start = [], 0
        while start < len(run):
            end = len(run)
            while end > start:
                piece = run[start:end] if start == 0 else "##" + run[start:end]
                number = self.numbers.get(piece)
                if number is not None:
                    break
                end -= 1
            else:
                return [UNKNOWN]
            pieces.append(number)
            start = end
        return pieces
