#!/usr/bin/env python3
"""Writes a campus with one large activity file, the same bytes every time.

    python3 Tests/Benchmarks/campus.py DIR [--rows N]

Rows are daily and monthly consumptions of 2023 in `;` and decimal comma, by site, building and
activity; one in a hundred has a quoted note with separators. No row is wrong and none is there
twice, so what is measured is the ordinary path. Every figure is invented.
"""

import argparse
import datetime
import os

YEAR = 2023
BUILDINGS = 50

# Activity, unit, smallest daily quantity in hundredths, whether hundredths are written.
ACTIVITIES = [
    ("natural-gas", "kWh PCS", 40_000, True),
    ("electricity", "kWh", 25_000, True),
    ("water-supply", "m3", 300, True),
    ("fleet-diesel", "L", 700, True),
    ("meal-average", "meal", 4_000, False),
]

NOTES = [
    '"relevé ; facture vérifiée"',
    '"compteur dit ""principal"" ; étage 2"',
    '"estimé, voir courriel ; corrigé"',
]


def periods():
    """Every day of the year, then every month: text and length in days."""
    day = datetime.date(YEAR, 1, 1)
    while day.year == YEAR:
        yield day.isoformat(), 1
        day += datetime.timedelta(days=1)
    for month in range(1, 13):
        yield f"{YEAR}-{month:02}", 30


def rows(count):
    """The lines of the file, without their ends.

    A quantity lies between once and twice the smallest of its kind, so three of them never add up
    to a fourth: no row looks like a subtotal.
    """
    state = 20_230_101
    done = 0
    calendar = list(periods())
    site = 0
    while True:
        site += 1
        for building in range(1, BUILDINGS + 1):
            place = f";s{site:02};b{building:02};"
            for activity, unit, smallest, has_hundredths in ACTIVITIES:
                for period, days in calendar:
                    if done == count:
                        return
                    # Knuth's 64-bit generator: the same numbers in every version of Python.
                    state = (
                        state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407
                    ) & 0xFFFF_FFFF_FFFF_FFFF
                    hundredths = days * (smallest + (state >> 33) % smallest)
                    number = str(hundredths // 100)
                    if has_hundredths:
                        number += f",{hundredths % 100:02}"
                    note = NOTES[done // 100 % 3] if done % 100 == 99 else ""
                    yield f"{period}{place}{activity};{number};{unit};{note}"
                    done += 1


def write(folder, count):
    """Writes campus.yaml and the activity file."""
    os.makedirs(os.path.join(folder, "activity", str(YEAR)))
    sites = -(-count // (BUILDINGS * len(ACTIVITIES) * sum(1 for _ in periods())))
    with open(os.path.join(folder, "campus.yaml"), "w", encoding="utf-8") as file:
        file.write("format: 1\nname: Banc d'essai (inventé)\nlanguage: fr\n")
        file.write(f"base-year: {YEAR}\nnumbers: {{decimal: comma}}\nsites:\n")
        for site in range(1, max(1, sites) + 1):
            file.write(f"  s{site:02}:\n    name: Site {site}\n    buildings:\n")
            for building in range(1, BUILDINGS + 1):
                file.write(f"      b{building:02}: Bâtiment {building}\n")
    path = os.path.join(folder, "activity", str(YEAR), "rows.csv")
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("période;site;bâtiment;activité;quantité;unité;remarque\n")
        file.writelines(line + "\n" for line in rows(count))
    return path


def main():
    parser = argparse.ArgumentParser(description="Writes a campus with one large activity file.")
    parser.add_argument("folder", metavar="DIR", help="a folder that does not exist yet")
    parser.add_argument("--rows", type=int, default=1_000_000, metavar="N")
    options = parser.parse_args()
    write(options.folder, options.rows)


if __name__ == "__main__":
    main()
