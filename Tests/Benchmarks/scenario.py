#!/usr/bin/env python3
"""Writes a campus of 5 000 lines with a plan of 14 measures over 30 years, the same bytes every time;
or computes the Shapley shares of such a plan the plain way.

    python3 Tests/Benchmarks/scenario.py DIR
    python3 Tests/Benchmarks/scenario.py --shares

The plain way computes every set of the measures for every year, lines that are alike taken together.
Every figure is invented.
"""

import argparse
import os

BASE, YEARS, MEASURES = 2023, 30, 14
SITES, TAGS = 10, 50
ACTIVITIES = [
    ("natural-gas", "kWh PCS"),
    ("electricity", "kWh"),
    ("heating-oil", "kWh PCI"),
    ("wood-pellets", "kWh PCI"),
    ("commute-staff-car-average", "vehicle.km"),
    ("business-train-tgv", "passenger.km"),
    ("business-plane-1000-2000", "passenger.km"),
    ("meal-average", "meal"),
    ("water-supply", "m3"),
    ("paper", "kg"),
]


def rows():
    number = 0
    for site in range(SITES):
        for tag in range(TAGS):
            for activity, unit in ACTIVITIES:
                number += 1
                yield site, tag, activity, number * 7919 % 99_991 + 1, unit


def measures():
    """Every measure is about most of the tags, and no two about the same ones."""
    for number in range(MEASURES):
        tags = [tag for tag in range(TAGS) if (tag * 7 + number * 3) % 14 < 13]
        yield number, BASE + 1 + number % 5, (2 + number) / 100, tags


def write(folder):
    os.makedirs(os.path.join(folder, "activity"), exist_ok=True)
    os.makedirs(os.path.join(folder, "scenarios"), exist_ok=True)
    sites = ", ".join(f"s{site}: {{name: S{site}}}" for site in range(SITES))
    with open(os.path.join(folder, "campus.yaml"), "w", encoding="utf-8") as file:
        file.write(f"format: 1\nname: Bench\nlanguage: en\nbase-year: {BASE}\n")
        file.write(f"numbers: {{decimal: point}}\nsites: {{{sites}}}\n")
    with open(os.path.join(folder, "activity", "a.csv"), "w", encoding="utf-8") as file:
        file.write("period,site,tags,activity,quantity,unit\n")
        for site, tag, activity, quantity, unit in rows():
            file.write(f"{BASE},s{site},t{tag},{activity},{quantity},{unit}\n")
    with open(os.path.join(folder, "scenarios", "plan.yaml"), "w", encoding="utf-8") as file:
        years = ", ".join(str(BASE + 1 + year) for year in range(YEARS))
        file.write(f"format: 1\nlabel: Bench\nhorizon: {BASE + YEARS}\nmilestones: [{years}]\n")
        file.write("measures:\n")
        for number, start, share, tags in measures():
            names = ", ".join(f"t{tag}" for tag in tags)
            effect = f"less: {share * 100:.0f} %, of: {{tag: [{names}]}}"
            file.write(f"  m{number}: {{start: {start}, ramp: 5, effects: [{{{effect}}}]}}\n")


def shares():
    totals = [0.0] * TAGS
    for _, tag, _, quantity, _ in rows():
        totals[tag] += quantity * 0.1
    plan = list(measures())
    kinds = {}
    for tag, total in enumerate(totals):
        touching = tuple(number for number, _, _, tags in plan if tag in tags)
        kinds[touching] = kinds.get(touching, 0.0) + total
    weights = [1 / MEASURES]
    for size in range(1, MEASURES):
        weights.append(weights[-1] * size / (MEASURES - size))
    found = [0.0] * MEASURES
    for year in range(BASE + 1, BASE + 1 + YEARS):
        factors = [
            1 - share * min(1, max(0, (year - start + 1) / 5)) for _, start, share, _ in plan
        ]
        values = []
        for taken in range(1 << MEASURES):
            value = 0.0
            for touching, total in kinds.items():
                for number in touching:
                    if taken >> number & 1:
                        total *= factors[number]
                value += total
            values.append(value)
        for taken, value in enumerate(values):
            size = taken.bit_count()
            for number in range(MEASURES):
                if not taken >> number & 1:
                    found[number] += weights[size] * (value - values[taken | 1 << number])
    print(sum(found))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--shares", action="store_true")
    options = parser.parse_args()
    if options.shares:
        shares()
    else:
        write(options.folder)


if __name__ == "__main__":
    main()
