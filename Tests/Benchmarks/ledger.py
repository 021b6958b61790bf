#!/usr/bin/env python3
"""Writes a campus with one very large activity file, the same bytes every time.

    python3 Tests/Benchmarks/ledger.py DIR [--rows N] [--line-end crlf] [--quote-all]

Seven columns, sorted by day, everything else in random order: 60 activities,
5 sites with 8 buildings each, `;` and decimal comma. One row in a hundred has a quoted note
with separators, doubled quotes or line ends. No row is wrong. Every figure is invented.
"""

import argparse
import csv
import os

YEAR = 2023
SITES = 5
BUILDINGS = 8
KINDS = 60
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

NOTES = [
    '"relevé ; facture vérifiée"',
    '"compteur dit ""principal"" ; étage 2"',
    '"estimé, voir courriel\nà corriger"',
    '"deux lignes ; ""une"" de trop\nvraiment"',
]


def kinds(data):
    """Activities with a factor of the year: name, unit, category, factor."""
    folder = os.path.join(data, "EmissionFactors")
    factors = {}
    for name in sorted(os.listdir(os.path.join(folder, "factors"))):
        with open(os.path.join(folder, "factors", name), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if int(row["from"] or 0) <= YEAR <= int(row["to"] or 9999):
                    factors.setdefault((row["family"], row["unit"]), row["published-total"])
    chosen = []
    with open(os.path.join(folder, "activities.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            factor = factors.get((row["family"], row["unit"]))
            plain = row["ledger"] == "footprint" and not row["asset"] and row["treatment"] == ""
            if factor and plain and row["basis"] == "physical":
                chosen.append((row["id"], row["unit"], row["post"], factor))
    step = len(chosen) / KINDS
    return [chosen[int(index * step)] for index in range(KINDS)]


def days():
    months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return [
        f"{YEAR}-{month + 1:02}-{day + 1:02}"
        for month in range(12)
        for day in range(months[month])
    ]


def rows(count, chosen, end, quote_all):
    """The bytes of the file under its header, a block at a time."""
    calendar = days()
    places = [
        f";Site {site};Bâtiment {site}.{building};"
        for site in range(1, SITES + 1)
        for building in range(1, BUILDINGS + 1)
    ]
    what = [f"{name};" for name, _, _, _ in chosen]
    units = [f";{unit};" for _, unit, _, _ in chosen]
    state = 20_230_101
    block = []
    for number in range(count):
        # Marsaglia's 64-bit xorshift: the same numbers in every version of Python.
        state ^= (state << 13) & 0xFFFF_FFFF_FFFF_FFFF
        state ^= state >> 7
        state ^= (state << 17) & 0xFFFF_FFFF_FFFF_FFFF
        day = calendar[number * len(calendar) // count]
        kind = (state >> 8) % KINDS
        hundredths = 100 + (state >> 20) % 999_900
        amount = f"{hundredths // 100},{hundredths % 100:02}"
        note = NOTES[(state >> 44) & 3] if number % 100 == 99 else ""
        line = day + places[(state >> 48) % len(places)] + what[kind] + amount + units[kind] + note
        if quote_all:
            fields = line[: len(line) - len(note)].split(";")[:6]
            line = ";".join(f'"{field}"' for field in fields) + ";" + (note or '""')
        block.append(line)
        if len(block) == 50_000:
            yield end.join(block) + end
            block = []
    if block:
        yield end.join(block) + end


def write(folder, count, end="\n", quote_all=False, data=ROOT):
    """Writes campus.yaml, the activity file, and the factors for whoever joins them himself."""
    chosen = kinds(data)
    os.makedirs(os.path.join(folder, "activity", str(YEAR)))
    with open(os.path.join(folder, "campus.yaml"), "w", encoding="utf-8") as file:
        file.write("format: 1\nname: Banc d'essai (inventé)\nlanguage: fr\n")
        file.write(f"base-year: {YEAR}\nnumbers: {{decimal: comma}}\nsites:\n")
        for site in range(1, SITES + 1):
            file.write(f"  s{site}:\n    name: Site {site}\n")
    with open(os.path.join(folder, "factors-for-others.csv"), "w", encoding="utf-8") as file:
        file.write("name;unit;category;factor\n")
        for name, unit, post, factor in chosen:
            file.write(f"{name};{unit};{post};{factor}\n")
    path = os.path.join(folder, "activity", str(YEAR), "rows.csv")
    header = "période;site;bâtiment;activité;quantité;unité;remarque"
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(header + end)
        for block in rows(count, chosen, end, quote_all):
            file.write(block)
    return path


def main():
    parser = argparse.ArgumentParser(description="Writes a campus with one very large file.")
    parser.add_argument("folder", metavar="DIR", help="a folder that does not exist yet")
    parser.add_argument("--rows", type=int, default=10_000_000, metavar="N")
    parser.add_argument("--line-end", choices=["lf", "crlf"], default="lf")
    parser.add_argument("--quote-all", action="store_true", help="quotes around every field")
    options = parser.parse_args()
    end = "\r\n" if options.line_end == "crlf" else "\n"
    write(options.folder, options.rows, end, options.quote_all)


if __name__ == "__main__":
    main()
