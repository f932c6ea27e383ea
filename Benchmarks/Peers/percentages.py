"""The integer-percentage test: HOW FILE, where HOW is exact or draws."""

import sys

import stations
from measure import measure
from whole_percentages import draws, exact

how, path = sys.argv[1:]
columns = stations.read(path)
elections = 20


def agreement(mean):
    expected, deviation = exact(columns)
    if abs(mean - expected) < 4 * deviation / elections**0.5:
        return "the mean is the expected one"
    return f"the mean is {mean}"


if how == "exact":
    measure(lambda: exact(columns), lambda sums: f"{sums[0]:.2f} expected, deviation {sums[1]:.3f}")
else:
    measure(lambda: draws(columns, elections), agreement)
