#!/usr/bin/env python3
"""The same aggregation as a report on the generated campus, with Python's csv module.

    python3 Tests/Benchmarks/aggregate.py ACTIVITY_FILE DATA_DIR

What somebody would write without empreinte: read every row, add quantities exactly by site,
building, activity, unit and month, multiply by the published factors, print the total in kgCO2e.
It checks nothing, splits no stage, scope or gas and explains nothing.
"""

import csv
import os
import sys
from decimal import Decimal

YEAR = 2023


def factors(data):
    """Published total per (activity, unit) for the year."""
    with open(os.path.join(data, "activities.csv"), encoding="utf-8", newline="") as file:
        families = {row["id"]: row["family"] for row in csv.DictReader(file)}
    totals = {}
    folder = os.path.join(data, "factors")
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".csv"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if int(row["from"] or 0) <= YEAR <= int(row["to"] or 9999):
                    totals[row["family"], row["unit"]] = Decimal(row["published-total"])
    return lambda activity, unit: totals[families[activity], unit]


def main():
    path, data = sys.argv[1:]
    factor = factors(data)
    sums = {}
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.reader(file, delimiter=";")
        next(reader)
        for period, site, building, activity, quantity, unit, _ in reader:
            key = (site, building, activity, unit, period[:7])
            amount = Decimal(quantity.replace(",", "."))
            if key in sums:
                sums[key] += amount
            else:
                sums[key] = amount
    total = sum(amount * factor(key[2], key[3]) for key, amount in sums.items())
    print(total)


if __name__ == "__main__":
    main()
