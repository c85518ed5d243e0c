#!/usr/bin/env python3
"""Builds models/places and lexicons/gazetteer from a folder of place data.

    build.py FOLDER ROOT

FOLDER holds places.tsv.gz: tab-separated, with a header, `id class fcode name lat lon cc admin1 population altnames`
(classes P, R, A1, A0; alternates joined by "|"), made of GeoNames and Natural Earth. Under ROOT are written
models/places/places.bin (all places by all names, packed as pack.py says) and its manifest.json, and in lexicons/gazetteer
names.tsv (names that reports in capitals may hold), extents.tsv (how far the towns of a country spread) and letters.tsv
(letters -> ASCII). The same input gives the same bytes.
"""
import collections
import csv
import gzip
import math
import pathlib
import re
import sys
import unicodedata

import pack

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
    cut = re.sub(r"^(Province of|State of|Republic of) | (Oblast|Province|State|Governorate|Region|District|County|Department|Prefecture|Republic|Territory|Krai|Voivodeship|Division)$", "", row["name"])
    return folded(cut) if cut != row["name"] else None


def read(source):
    with gzip.open(source / "places.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for r in rows:
        r["name"] = re.sub(r" I\.$", " Island", re.sub(r" Is\.$", " Islands", re.sub(r"^Arch\.", "Archipelago", r["name"])))
        if r["name"].isupper() and len(r["name"]) > 4:
            r["name"] = r["name"].title()
    codes = {code: country for country, code in ISO3.items()}
    known = collections.defaultdict(list)
    for r in rows:
        if r["class"] != "P":
            known[r["class"], r["cc"], folded(r["name"]) if r["class"] != "A0" else ""].append(r)
    for name, country, kind, lat, lon, code in table("points.tsv"):
        found = known.get((kind, codes.get(country, ""), folded(name)))
        if not found:
            found = [{"id": "po" + folded(name), "class": kind, "name": name, "cc": codes.get(country, ""), "admin1": "", "population": "0", "altnames": ""}]
            rows += found
        for row in found:
            row.update(lat=lat, lon=lon, fcode=code)
    return rows


def merged(rows):
    """One row a place, larger kinds first, then the more populous."""
    order = {"A0": 0, "R": 1, "A1": 2, "P": 3}
    rows = sorted(rows, key=lambda r: (order[r["class"]], -int(r["population"] or 0), r["id"]))
    ours = {folded(r["name"]) for r in rows if r["id"].startswith("pr")}
    seen, places = {}, []
    for r in rows:
        key = (folded(r["name"]), r["cc"], r["class"], r["admin1"] if r["class"] == "P" else "")
        if r["id"].startswith("ner") and key[0] in ours:
            continue
        near = seen.setdefault(key, [])
        if any(r["class"] != "P" or abs(float(o["lat"]) - float(r["lat"])) + abs(float(o["lon"]) - float(r["lon"])) < 0.2 for o in near):
            continue
        near.append(r)
        places.append(r)
    return places


def every_name(places):
    """All names of all places: folded -> {number of the place: whether it is a name of its own, not a lesser one}."""
    names = collections.defaultdict(dict)

    def name(key, number, is_main):
        if 2 <= len(key) and len(key.encode()) <= pack.LONGEST:
            names[key][number] = names[key].get(number, False) or is_main

    by_source = collections.defaultdict(list)
    for number, r in enumerate(places):
        name(folded(r["name"]), number, True)
        if r["class"] == "A1" and (cut := short(r)):
            name(cut, number, False)
        near = set(alternates(r))
        for key in near | {folded(other) for other in r["altnames"].split("|")}:
            name(key, number, r["id"].startswith("pr"))
        by_source[folded(r["name"]), ISO3.get(r["cc"], ""), r["class"]].append(number)
    for exonym, country, original, kind, shown in table("exonyms.tsv"):
        for number in by_source.get((folded(original), country, kind), [])[:1]:
            name(folded(exonym), number, True)
            if shown:
                places[number]["name"] = exonym
                names[folded(original)][number] = False
    return names


def table(name):
    """The rows of a table beside this file."""
    lines = pathlib.Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    width = len(next(line for line in lines if line[0] != "#").split("\t"))
    for line in lines:
        if not line.startswith(("#", "name\t")):
            yield (line.split("\t") + [""] * width)[:width]


def known_names(places):
    """Names of the places that war reporting names, for the reader of text in capitals."""
    keys = {folded(exonym) for exonym, *_ in table("exonyms.tsv")}
    for r in places:
        if not wanted(r):
            continue
        keys.add(folded(r["name"]))
        big = int(r["population"] or 0) >= 100_000 or r["class"] != "P" or r["cc"] in EVERY or r["fcode"] in ("PPLC", "PPLA")
        if big or r["id"].startswith("p"):
            keys.update(alternates(r))
        if r["class"] == "A1" and (cut := short(r)):
            keys.add(cut)
    return sorted(key for key in keys if len(key) >= 2)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, root = map(pathlib.Path, sys.argv[1:])
    rows = read(source)
    places = merged(rows)
    names = every_name(places)
    divisions = {(r["cc"], r["admin1"] or r["id"]): number for number, r in enumerate(places) if r["class"] == "A1"}
    pack.write(root / "models" / "places", names, [
        (r["name"], float(r["lat"]), float(r["lon"]), ISO3.get(r["cc"], ""),
         divisions.get((r["cc"], r["admin1"] or r["id"]), -1) if r["class"] in ("P", "A1") else -1, feature(r), int(r["population"] or 0))
        for r in places])

    output = root / "lexicons" / "gazetteer"
    output.mkdir(parents=True, exist_ok=True)
    write(output / "names.tsv", "Names of the places that war reporting names, folded (lower case, no marks, blanks for hyphens).",
          "name", ([key] for key in known_names(places)))
    write(output / "extents.tsv", "Between which degrees nine in ten of the towns of a country lie.", "country south north west east", extents(rows))
    letters = {c: folded(c) for c in map(chr, range(0xC0, 0x260)) if (c == c.lower() or c == "İ") and folded(c) != c and folded(c)}
    letters |= {c: folded(c) for c in map(chr, range(0x1E00, 0x1EFF)) if c == c.lower() and folded(c) != c and folded(c)}
    write(output / "letters.tsv", "Letters with marks and the plain ones for them.", "letter plain", sorted(letters.items()))


def feature(r):
    if r["class"] == "R" and re.search(r"Plant|Airport|Bridge|Azovstal|Chernobyl", r["name"]):
        return "SPOT"
    return {"A0": "PCLI", "A1": "ADM1"}.get(r["class"]) or (r["fcode"] if r["fcode"].isupper() else "RGN")


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
