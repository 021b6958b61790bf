"""Draws what may be wrong in 2 000 lines 100 000 times: the campus for empreinte, the same job in NumPy.

    draws.py FOLDER          writes the campus
    draws.py --numpy         does the job on as many lines, activities and factors
"""

import csv
import os
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
LINES = 2000
DRAWS = 100_000


def activities():
    """What has a unit that rows can be written in."""
    with open(os.path.join(ROOT, "EmissionFactors", "activities.csv"), encoding="utf-8") as file:
        return [
            (row["id"], row["unit"])
            for row in csv.DictReader(file)
            if row["ledger"] == "footprint" and row["asset"] != "yes" and "refrigerant" not in row["id"]
            # So many of these would be too large to be believed.
            and row["unit"] != "GB.year"
        ]


def campus(folder):
    os.makedirs(os.path.join(folder, "activity"), exist_ok=True)
    with open(os.path.join(folder, "campus.yaml"), "w", encoding="utf-8") as file:
        file.write("format: 1\nname: Draws\nlanguage: en\nnumbers: {decimal: point}\n")
    known = activities()
    with open(os.path.join(folder, "activity", "a.csv"), "w", encoding="utf-8", newline="") as file:
        file.write("period,activity,quantity,unit,uncertainty\n")
        for line in range(LINES):
            name, unit = known[line % len(known)]
            file.write(f"2023,{name},{100 + line * 7 % 900},{unit},{5 + line % 20} %\n")


def job():
    import numpy

    count = len(activities())
    random = numpy.random.default_rng(1)
    amounts = 1.0 + numpy.arange(LINES) % 97
    activity = numpy.arange(LINES) % count
    factor = numpy.arange(LINES) % count * 3 // 4
    sigmas = numpy.concatenate([numpy.full(count, 0.1), numpy.full(count, 0.2)])
    totals = numpy.empty(DRAWS)
    step = 1000
    for first in range(0, DRAWS, step):
        errors = numpy.exp(random.standard_normal((step, 2 * count)) * sigmas - sigmas**2 / 2)
        totals[first : first + step] = (
            amounts * errors[:, activity] * errors[:, count + factor]
        ).sum(axis=1)
    print(numpy.percentile(totals, [2.5, 50, 97.5]))


if __name__ == "__main__":
    if sys.argv[1] == "--numpy":
        job()
    else:
        campus(sys.argv[1])
