#!/usr/bin/env python3
"""Builds lexicons/gazetteer from a folder of place data.

    build.py FOLDER OUTPUT

FOLDER holds places.tsv.gz: tab-separated, with a header, `id class fcode name lat lon cc admin1 population altnames`
(classes P, R, A1, A0; alternates joined by "|"), made of GeoNames and Natural Earth. OUTPUT gets places.tsv (one row a place),
names.tsv (normalised name -> ids), extents.tsv (how far the towns of a country spread) and letters.tsv (letters -> ASCII).
The same input gives the same bytes.
"""
import collections
import csv
import gzip
import math
import pathlib
import re
import sys
import unicodedata

# Where every town counts, because wars are reported from there; elsewhere the larger ones do.
EVERY = set("UA BY SY PS LB IL IQ YE AF SD SS LY ML NE BF NG ET ER SO CD MM GE AM AZ MD XK KP CF TD DJ RW BI".split())
LARGER = {"RU": 8000, "TR": 8000, "IR": 20000, "PK": 10000, "IN": 100000, "CO": 10000, "PE": 10000, "GT": 10000, "HN": 5000,
          "SV": 5000, "NI": 5000, "EG": 10000, "PH": 30000, "MZ": 1000, "CM": 5000, "JO": 5000, "SA": 10000, "KR": 15000,
          "RS": 5000, "BA": 3000, "MK": 5000, "KG": 5000, "TJ": 5000, "HT": 5000, "VE": 20000, "CU": 20000, "LK": 10000,
          "US": 40000, "GB": 40000, "PL": 30000, "RO": 30000, "ID": 100000}
ELSEWHERE = 60000
SEATS = 30000  # seats of divisions elsewhere
# Of these the source lists villages without a population, which are left out but for the listed countries.
VILLAGES = set("UA SY PS LB IL IQ YE AF SD SS LY SO GE AM AZ ML NE BF CF".split())
ALTERNATES = 3
LETTERS = {"ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŋ": "n", "ə": "a"}
ISO3 = dict(p.split(":") for p in """
AD:AND AE:ARE AF:AFG AG:ATG AI:AIA AL:ALB AM:ARM AO:AGO AQ:ATA AR:ARG AS:ASM AT:AUT AU:AUS AW:ABW AX:ALA AZ:AZE BA:BIH BB:BRB
BD:BGD BE:BEL BF:BFA BG:BGR BH:BHR BI:BDI BJ:BEN BL:BLM BM:BMU BN:BRN BO:BOL BQ:BES BR:BRA BS:BHS BT:BTN BV:BVT BW:BWA BY:BLR
BZ:BLZ CA:CAN CC:CCK CD:COD CF:CAF CG:COG CH:CHE CI:CIV CK:COK CL:CHL CM:CMR CN:CHN CO:COL CR:CRI CU:CUB CV:CPV CW:CUW CX:CXR
CY:CYP CZ:CZE DE:DEU DJ:DJI DK:DNK DM:DMA DO:DOM DZ:DZA EC:ECU EE:EST EG:EGY EH:ESH ER:ERI ES:ESP ET:ETH FI:FIN FJ:FJI FK:FLK
FM:FSM FO:FRO FR:FRA GA:GAB GB:GBR GD:GRD GE:GEO GF:GUF GG:GGY GH:GHA GI:GIB GL:GRL GM:GMB GN:GIN GP:GLP GQ:GNQ GR:GRC GS:SGS
GT:GTM GU:GUM GW:GNB GY:GUY HK:HKG HM:HMD HN:HND HR:HRV HT:HTI HU:HUN ID:IDN IE:IRL IL:ISR IM:IMN IN:IND IO:IOT IQ:IRQ IR:IRN
IS:ISL IT:ITA JE:JEY JM:JAM JO:JOR JP:JPN KE:KEN KG:KGZ KH:KHM KI:KIR KM:COM KN:KNA KP:PRK KR:KOR KW:KWT KY:CYM KZ:KAZ LA:LAO
LB:LBN LC:LCA LI:LIE LK:LKA LR:LBR LS:LSO LT:LTU LU:LUX LV:LVA LY:LBY MA:MAR MC:MCO MD:MDA ME:MNE MF:MAF MG:MDG MH:MHL MK:MKD
ML:MLI MM:MMR MN:MNG MO:MAC MP:MNP MQ:MTQ MR:MRT MS:MSR MT:MLT MU:MUS MV:MDV MW:MWI MX:MEX MY:MYS MZ:MOZ NA:NAM NC:NCL NE:NER
NF:NFK NG:NGA NI:NIC NL:NLD NO:NOR NP:NPL NR:NRU NU:NIU NZ:NZL OM:OMN PA:PAN PE:PER PF:PYF PG:PNG PH:PHL PK:PAK PL:POL PM:SPM
PN:PCN PR:PRI PS:PSE PT:PRT PW:PLW PY:PRY QA:QAT RE:REU RO:ROU RS:SRB RU:RUS RW:RWA SA:SAU SB:SLB SC:SYC SD:SDN SE:SWE SG:SGP
SH:SHN SI:SVN SJ:SJM SK:SVK SL:SLE SM:SMR SN:SEN SO:SOM SR:SUR SS:SSD ST:STP SV:SLV SX:SXM SY:SYR SZ:SWZ TC:TCA TD:TCD TF:ATF
TG:TGO TH:THA TJ:TJK TK:TKL TL:TLS TM:TKM TN:TUN TO:TON TR:TUR TT:TTO TV:TUV TW:TWN TZ:TZA UA:UKR UG:UGA UM:UMI US:USA UY:URY
UZ:UZB VA:VAT VC:VCT VE:VEN VG:VGB VI:VIR VN:VNM VU:VUT WF:WLF WS:WSM XK:KOS YE:YEM YT:MYT ZA:ZAF ZM:ZMB ZW:ZWE""".split())
HEADER = ("# {} Source: GeoNames (geonames.org), CC BY 4.0, changed: filtered and merged; Natural Earth (naturalearthdata.com), "
          "public domain; made by tools/gazetteer. Licence: CC BY 4.0.\n")


def folded(name):
    """Lower case without marks; hyphens are blanks, apostrophes and dots nothing. Must agree with PlaceName in the reader."""
    plain = "".join(LETTERS.get(c, c) for c in name.lower())
    plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    plain = re.sub(r"[`'’‘ʻʼ.]", "", plain)
    return re.sub(r"[\s\-–]+", " ", plain).strip()


def wanted(row):
    kind, country, population = row["class"], row["cc"], int(row["population"] or 0)
    if kind in ("A0", "A1"):
        return True
    if kind == "R":
        return row["id"].startswith("pr") or row["fcode"] not in ("Island", "Islandgroup", "Pen/cape") or len(row["name"]) > 5
    if row["id"].startswith("pv") or row["fcode"] == "PPLC":
        return True
    if country in EVERY:
        return population > 0 or country in VILLAGES and (country != "UA" or not row["id"].startswith("cj"))
    if row["fcode"] in ("PPLA",) and population >= SEATS:
        return True
    return population >= LARGER.get(country, ELSEWHERE)


def distance(a, b):
    """Letters to change from one name to the other."""
    before = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        now = [i]
        for j, y in enumerate(b, 1):
            now.append(min(before[j] + 1, now[-1] + 1, before[j - 1] + (x != y)))
        before = now
    return before[-1]


def alternates(row):
    """The few other names that English reports may use: written with capitals, in plain letters, near to the name."""
    main = folded(row["name"])
    found = []
    for name in dict.fromkeys(row["altnames"].split("|")):
        key = folded(name)
        if not name or not name[0].isupper() or key == main or not re.fullmatch(r"[a-z ]+", key) or len(key) < 4:
            continue
        if row["id"].startswith("pr"):
            found.append((0, key))
            continue
        if row["class"] == "A0":
            if "." not in name and "," not in name and "(" not in name:
                found.append((0, key))
            continue
        off = distance(key, main) / max(len(key), len(main))
        if off <= (0.5 if row["class"] == "P" else 0.6):
            found.append((off, key))
    bare = re.sub(r"^(al|ar|as|ad|an|ash|at|az|ath|el) ", "", main)
    articles = [key for key in (bare, re.sub(r"h$", "", bare)) if key != main and bare != main]
    return articles + [key for _, key in sorted(found)[:ALTERNATES]]


def short(row):
    """Names of a division without its kind: "Donetsk" of "Donetsk Oblast"."""
    cut = re.sub(r"^(Province of|State of|Republic of) | (Oblast|Province|State|Governorate|Region|District|County|Department|Prefecture|City|Republic|Territory|Krai|Voivodeship|Division)$", "", row["name"])
    return folded(cut) if cut != row["name"] else None


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, output = map(pathlib.Path, sys.argv[1:])
    with gzip.open(source / "places.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    divisions = {(r["cc"], r["admin1"]): r["name"] for r in rows if r["class"] == "A1" and r["admin1"]}
    kept = [r for r in rows if wanted(r)]
    ours = {(folded(r["name"])) for r in kept if r["id"].startswith("pr")}
    seen, places = set(), []
    for r in kept:
        r["name"] = re.sub(r" I\.$", " Island", re.sub(r" Is\.$", " Islands", re.sub(r"^Arch\.", "Archipelago", r["name"])))
        if r["name"].isupper() and len(r["name"]) > 4:
            r["name"] = r["name"].title()
        key = (folded(r["name"]), r["cc"], r["class"], r["admin1"] if r["class"] == "P" else "")
        if key in seen or (r["id"].startswith("ner") and folded(r["name"]) in ours):
            continue
        seen.add(key)
        places.append(r)
    order = {"A0": 0, "R": 1, "A1": 2, "P": 3}
    places.sort(key=lambda r: (order[r["class"]], -int(r["population"] or 0), r["id"]))

    names = collections.defaultdict(dict)  # key -> {id: is main}
    def name(key, ident, is_main):
        if len(key) >= 2:
            names[key][ident] = names[key].get(ident, False) or is_main

    by_source = collections.defaultdict(list)
    for number, r in enumerate(places, 1):
        r["number"] = number
        name(folded(r["name"]), number, True)
        if r["class"] == "A1" and (cut := short(r)):
            name(cut, number, True)
        big = int(r["population"] or 0) >= 100_000 or r["class"] != "P" or r["cc"] in EVERY or r["fcode"] in ("PPLC", "PPLA")
        if big or r["id"].startswith("p"):
            for key in alternates(r):
                name(key, number, r["id"].startswith("pr"))
        by_source[folded(r["name"]), ISO3.get(r["cc"], ""), r["class"]].append(number)
    exonyms = pathlib.Path(__file__).with_name("exonyms.tsv").read_text(encoding="utf-8").splitlines()
    for line in exonyms:
        if line.startswith(("#", "name\t")):
            continue
        exonym, country, original, kind, shown = (line.split("\t") + [""])[:5]
        for number in by_source.get((folded(original), country, kind), [])[:1]:
            name(folded(exonym), number, True)
            if shown:
                places[number - 1]["name"] = exonym

    output.mkdir(parents=True, exist_ok=True)
    write(output / "places.tsv", "Places of the world, one row each; feature: PCLI country, ADM1 first-level division, PPL... town, other codes regions and points.",
          "id name lat lon country admin1 feature population",
          ([r["number"], r["name"], f"{float(r['lat']):.2f}", f"{float(r['lon']):.2f}", ISO3.get(r["cc"], ""),
            divisions.get((r["cc"], r["admin1"]), "") if r["class"] == "P" else "", feature(r), population(r)] for r in places))
    write(output / "names.tsv", "Names of places, folded (lower case, no marks, blanks for hyphens) -> ids in places.tsv; ~ marks a lesser name.",
          "name places",
          ([key, " ".join(f"{i}" if is_main else f"{i}~" for i, is_main in sorted(names[key].items()))] for key in sorted(names)))
    write(output / "extents.tsv", "Between which degrees nine in ten of the towns of a country lie.", "country south north west east", extents(rows))
    letters = {c: folded(c) for c in map(chr, range(0xC0, 0x250)) if c == c.lower() and folded(c) != c and folded(c)}
    letters |= {c: folded(c) for c in map(chr, range(0x1E00, 0x1EFF)) if c == c.lower() and folded(c) != c and folded(c)}
    write(output / "letters.tsv", "Letters with marks and the plain ones for them.", "letter plain", sorted(letters.items()))


def feature(r):
    if r["class"] == "R" and re.search(r"Plant|Airport|Bridge|Azovstal|Chernobyl", r["name"]):
        return "SPOT"
    return {"A0": "PCLI", "A1": "ADM1"}.get(r["class"]) or (r["fcode"] if r["fcode"].isupper() else "RGN")


def population(r):
    """Two figures are enough to weigh by."""
    n = int(r["population"] or 0)
    scale = 10 ** max(0, int(math.log10(n)) - 1) if n else 1
    return n // scale * scale


def extents(rows):
    towns = collections.defaultdict(list)
    for r in rows:
        if r["class"] == "P":
            towns[ISO3.get(r["cc"], "")].append((float(r["lat"]), float(r["lon"])))
    for country in sorted(towns):
        if len(towns[country]) < 10 or not country:
            continue
        lats, lons = (sorted(values) for values in zip(*towns[country]))
        cut = len(lats) // 20
        yield [country, *(f"{v:.1f}" for v in (lats[cut], lats[-1 - cut], lons[cut], lons[-1 - cut]))]


def write(path, comment, columns, rows):
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER.format(comment) + "\t".join(columns.split()) + "\n")
        for row in rows:
            out.write("\t".join(map(str, row)) + "\n")


if __name__ == "__main__":
    main()
