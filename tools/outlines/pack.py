"""Makes src/Parley.Exports/Geography/outlines.tsv.gz, the outlines that the map draws.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python3 tools/outlines/pack.py package/countries-50m.json admin1-shapes.geojson

In: countries of Natural Earth as TopoJSON (npm world-atlas, ISC), and first-level divisions of Natural Earth as GeoJSON (those of
36 countries, see the place data). Both are in the public domain. Out: one line an outline, in 1/100 degree:

    kind (C country, D division)  name  rings

A ring is "x y dx dy dx dy …", rings are parted by ";" and the first point is not repeated at the end. Crimea and Sevastopol are drawn with
Ukraine, as the places are (Natural Earth draws who holds them). The same input gives the same bytes.
"""
import gzip
import json
import sys

SCALE = 100
TOLERANCE = 0.02  # degrees
SMALLEST = 0.002  # square degrees: smaller islands are left out
CRIMEA = (34.3, 45.2)


def thinned(line):
    """Douglas and Peucker: the points without which the line would move by more than the tolerance."""
    keep = {0, len(line) - 1}
    open_parts = [(0, len(line) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        dx, dy = bx - ax, by - ay
        length = (dx * dx + dy * dy) ** 0.5
        far, most = 0, TOLERANCE
        for at in range(first + 1, last):
            x, y = line[at]
            off = abs(dx * (y - ay) - dy * (x - ax)) / length if length else ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
            if off > most:
                far, most = at, off
        if far:
            keep.add(far)
            open_parts += [(first, far), (far, last)]
    return [line[at] for at in sorted(keep)]


def thinned_ring(ring):
    """A ring has no ends: it is thinned as two lines."""
    half = len(ring) // 2
    return thinned(ring[: half + 1])[:-1] + thinned(ring[half:])


def area(ring):
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(ring, ring[1:] + ring[:1]))) / 2


def contains(ring, point):
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def joined(numbers):
    """Rings of arcs, some of which may lie in any order, as rings of points."""

    def of(topology_arcs):
        left = [list(topology_arcs[n]) if n >= 0 else list(topology_arcs[~n])[::-1] for n in numbers]
        while left:
            ring = left.pop(0)
            while ring[0] != ring[-1]:
                follow = next(at for at, line in enumerate(left) if line[0] == ring[-1])
                ring += left.pop(follow)[1:]
            yield ring

    return of


def countries(path):
    """The countries of a TopoJSON file: names and rings. A border is thinned once for the two that share it."""
    topology = json.load(open(path))
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        arcs.append(thinned_ring(line) if line[0] == line[-1] else thinned(line))
    named = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = {"Polygon": [geometry.get("arcs")], "MultiPolygon": geometry.get("arcs")}.get(geometry["type"], [])
        named.setdefault(geometry["properties"]["name"], []).extend(polygons)
    give_crimea(named, arcs)
    for name in sorted(named):
        yield name, [ring for polygon in named[name] for part in polygon for ring in joined(part)(arcs)]


def give_crimea(named, arcs):
    """Moves the polygon that Crimea lies in from Russia to Ukraine, and drops the border between."""
    crimea = next(one for one in named["Russia"] if contains(next(joined(one[0])(arcs)), CRIMEA))
    shared = {~number for number in crimea[0]}
    mainland = next(one for one in named["Ukraine"] if shared & set(one[0]))
    shared &= set(mainland[0])
    mainland[0] = [n for n in mainland[0] if n not in shared] + [n for n in crimea[0] if ~n not in shared]
    named["Russia"].remove(crimea)


def divisions(path):
    """The first-level divisions of a GeoJSON file: names and rings."""
    for feature in sorted(json.load(open(path))["features"], key=lambda one: (one["properties"]["cc"], one["properties"]["name"])):
        geometry = feature["geometry"]
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        yield feature["properties"]["name"], [thinned_ring([tuple(p) for p in ring]) for polygon in polygons for ring in polygon]


def text(rings):
    lines = []
    for ring in rings:
        if area(ring) < SMALLEST:
            continue
        numbers, last = [], None
        for x, y in ring[:-1]:
            point = (round(x * SCALE), round(y * SCALE))
            if point != last:
                numbers += [point[0] - last[0], point[1] - last[1]] if last else list(point)
            last = point
        if len(numbers) >= 6:
            lines.append(" ".join(map(str, numbers)))
    return ";".join(lines)


def main(country_file, division_file):
    lines = ["# Made by tools/outlines/pack.py with Natural Earth (naturalearthdata.com), public domain."]
    for kind, outlines in (("C", countries(country_file)), ("D", divisions(division_file))):
        lines += [f"{kind}\t{name}\t{rings}" for name, shapes in outlines if (rings := text(shapes))]
    with open("src/Parley.Exports/Geography/outlines.tsv.gz", "wb") as out:
        with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9, mtime=0, filename="") as packed:
            packed.write(("\n".join(lines) + "\n").encode())
    print(len(lines) - 1, "outlines")


if __name__ == "__main__":
    main(*sys.argv[1:])
