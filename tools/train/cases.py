"""Writes what C# needs to cut words as training does: folding.tsv, and the cases that hold the two equal.

    python3 cases.py --vocab models/en/vocab.txt --folding src/Parley.Onnx/folding.tsv --cases tests/Parley.Tests/Onnx/pieces.tsv
"""
import argparse
import unicodedata
from pathlib import Path

from wordpieces import WordPieces, fold, is_ideograph, shape

SENTENCES = """
The minister 's spokeswoman said on Tuesday that 1,250 people had n't returned to Al-Qusayr .
“ We 've signed nothing , ” Zoë Müller-Øster told the BBC in São Tomé — “ nothing at all ! ”
U.S. Secretary of State J. R. O’Neill met Recep Tayyip Erdoğan and İsmail Çelik in İstanbul .
Kyiv / Kiev , Łódź , Đà Nẵng , Reykjavík , Nuku'alofa , N'Djamena , Saint-Denis
At 03:45 GMT , 7.2-magnitude shocks hit km 14½ ; damage : €3.5bn ( £3bn , ¥450 ) , up 12 %
http://example.org/a/b?c=d&e=f#g someone@example.com #CeasefireNow @un_news $12.50 C++ A&E 50/50
ﬁrst oﬃce ＦＵＬＬ Ⅻ ℃ ™ ® © § ¶ † ‡ • … ‰ ′ ″ ° ± × ÷ ≠ ≤ ≥ → ∞
北京 東京 서울 대한민국 한국어 ภาษาไทย नई दिल्ली القاهرة תל־אביב Москва Київ Ελλάδα ΑΘΗΝΑ Τέλος Երևան თბილისი
don't can’t o'clock 'tis rock'n'roll it’s THEY'RE y'all
COVID-19 F-16s MiG-29 S-300 T-72B3 9K720 M777 155mm 2nd 21st 1980s '90s mid-2020
"quoted" ``old'' «guillemets» ‹single› „low“ ‚low‘ [sic] {x} <b> a|b a\\b a_b a~b ^ ` @ *
Pneumonoultramicroscopicsilicovolcanoconiosis antidisestablishmentarianism hippopotomonstrosesquippedaliophobia
naïve café résumé Ångström Škoda Þór Ægir Œuvre straße STRASSE ñandú crème brûlée coöperate
😀 👍🏽 🇺🇳 𝒜 𐐀 ﷽ � \u200b \u00ad a\u200bb co\u00adoperate e\u0301te\u0301 n\u0303
Mr. Dr. Gen. Sgt. a.m. p.m. e.g. i.e. etc. Jan. No. St. Ph.D. D.C. U.N.
-- --- – — − - .. ... .... ?! !! ?? ; : , . ( ) [ ] / \\ & % # *
1 12 123 1,234 12.5 1/2 ½ ² ٣ ३ IV vi x2 2x A1 a1 1a 1A
A I B. iPhone eBay McDonald MacDONALD USA Usa uSA NATO-led ex-USSR UNITED nations
supercalifragilisticexpialidociouslyandsomemoreletterstomakethiswordlongerthanonehundredcharactersaltogetherreally
Zaporizhzhia Nagorno-Karabakh Bakhmut Mykolaiv Deir ez-Zor Houthi Hezbollah Boko Haram al-Shabaab RSF
"""


def write_folding(path):
    """Each character of the basic plane that changes when lowered and stripped of accents. Hangul and marks are done by rule."""
    lines = ["# character\tfolded; Unicode %s" % unicodedata.unidata_version]
    for code in range(0x80, 0x10000):
        char = chr(code)
        kind = unicodedata.category(char)
        if kind in ("Mn", "Cs") or is_ideograph(char) or 0xAC00 <= code < 0xD7A4:
            continue
        folded = fold(char)
        if folded != char:
            lines.append(f"{char}\t{folded}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_cases(path, vocab):
    """Form, shape and piece numbers, one form a line."""
    pieces = WordPieces(vocab)
    forms = SENTENCES
    for code in ("\\u200b", "\\u00ad", "\\u0301", "\\u0303"):
        forms = forms.replace(code, chr(int(code[2:], 16)))
    seen = list(dict.fromkeys(forms.split()))
    lines = ["form\tshape\tpieces"] + [f"{f}\t{shape(f)}\t{' '.join(map(str, pieces(f)))}" for f in seen]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(seen)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vocab", required=True)
    parser.add_argument("--folding", required=True, type=Path)
    parser.add_argument("--cases", required=True, type=Path)
    a = parser.parse_args()
    write_folding(a.folding)
    print(write_cases(a.cases, a.vocab), "cases")


if __name__ == "__main__":
    main()
