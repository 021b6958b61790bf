#!/usr/bin/env python3
"""An independent oracle: what a plan of two measures costs and saves, year by year.

    python3 Tests/Oracle/costs.py

Prints JSON {measure: {"value", "tonnes"}} for the plan of ScenarioPlanTests. It shares no code with
empreinte. Gas grows by 0.3 % a year; insulation takes 30 % of it, less a rebound of a tenth, over ten
years; pumps move 80 % of what is left, over five. With two measures, a Shapley share is the mean of
what each saves first and of what it saves last.
"""

import json

BASE, HORIZON, DISCOUNT = 2023, 2050, 0.04
FACTORS = {"gas": 0.215, "power": 0.058}


def straight(year, first, last):
    (start, low), (end, high) = first, last
    part = min(1, max(0, (year - start) / (end - start)))
    return low + (high - low) * part


def uptake(year, start, ramp):
    return min(1, max(0, (year - start + 1) / ramp))


def used(year, insulation, pumps):
    gas = 6e6 * 1.003 ** (year - BASE)
    if insulation:
        gas *= 1 - uptake(year, 2026, 10) * 0.3 * 0.9
    moved = gas * 0.8 * uptake(year, 2028, 5) if pumps else 0
    return gas - moved, moved * 0.3


def money(year, *taken):
    gas, power = used(year, *taken)
    return gas * straight(year, (2024, 0.08), (2040, 0.14)) + power * straight(
        year, (2024, 0.15), (2040, 0.18)
    )


def tonnes(year, *taken):
    gas, power = used(year, *taken)
    return (gas * FACTORS["gas"] + power * FACTORS["power"]) / 1000


def shares(value, year):
    none, one, other, both = (
        value(year, *taken) for taken in [(0, 0), (1, 0), (0, 1), (1, 1)]
    )
    return (none - one + other - both) / 2, (none - other + one - both) / 2


def worth(amount, year):
    return amount / (1 + DISCOUNT) ** (year - BASE)


def charged(total, subsidy, lifetime, start, ramp):
    annuity = 1 / sum((1 + DISCOUNT) ** -year for year in range(lifetime))
    sums = 0
    for first in range(start, start + ramp):
        for begin in range(first, HORIZON + 1, lifetime):
            amount = (total - subsidy if begin == first else total) / ramp
            for year in range(begin, min(begin + lifetime, HORIZON + 1)):
                sums += worth(amount * annuity, year)
    return sums


def main():
    years = range(BASE + 1, HORIZON + 1)
    saved = [shares(money, year) for year in years]
    cut = [shares(tonnes, year) for year in years]
    costs = [
        charged(4_500_000, 0, 40, 2026, 10),
        charged(2_000_000, 400_000, 18, 2028, 5)
        + sum(worth(20_000 * uptake(year, 2028, 5), year) for year in years),
    ]
    print(
        json.dumps(
            {
                name: {
                    "value": sum(worth(pair[place], year) for pair, year in zip(saved, years))
                    - costs[place],
                    "tonnes": sum(pair[place] for pair in cut),
                }
                for place, name in enumerate(["insulation", "pumps"])
            }
        )
    )


if __name__ == "__main__":
    main()
