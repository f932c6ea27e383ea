"""The integer-percentage test with numpy and scipy: HOW FILE, where HOW is exact or draws."""

import sys

import numpy
from measure import measure
from scipy.stats import binom

how, path = sys.argv[1:]
columns = numpy.loadtxt(path, delimiter=",", skiprows=1, dtype=numpy.int64).T
elections = 20


def hits(counts, totals):
    percentages = 100 * counts / totals
    return numpy.abs(percentages - numpy.round(percentages)) <= 0.05


def chance(counts, totals):
    """The probability of a hit, summed over the hits within ten standard deviations."""
    shares = counts / totals
    reach = 10 * numpy.sqrt(counts * (1 - shares))
    sums = numpy.zeros(len(counts))
    for percentage in range(101):
        near = numpy.abs(percentage * totals / 100 - counts) <= reach + totals / 1000
        n, s = totals[near], shares[near]
        first = numpy.ceil((20 * percentage - 1) * n / 2000).astype(numpy.int64)
        found = numpy.zeros(len(n))
        for step in range(int(n.max(initial=0) // 1000) + 2):
            k = first + step
            inside = (k >= 0) & (k <= n) & hits(k, n) & (numpy.abs(100 * k - percentage * n) <= n)
            found[inside] += binom.pmf(k[inside], n[inside], s[inside])
        sums[near] += found
    return sums


def used():
    registered, given, received, leader = columns
    keep = (registered >= 100) & (received > 0)
    keep &= (given / registered <= 0.99) & (leader / numpy.maximum(received, 1) <= 0.99)
    return columns[:, keep]


def exact():
    registered, given, received, leader = used()
    p, q = chance(given, registered), chance(leader, received)
    either = 1 - (1 - p) * (1 - q)
    return either.sum(), numpy.sqrt((either * (1 - either)).sum())


def draws():
    registered, given, received, leader = used()
    generator = numpy.random.default_rng(42)
    sums = []
    for _ in range(elections):
        turnout = generator.binomial(registered, given / registered)
        result = generator.binomial(received, leader / received)
        sums.append((hits(turnout, registered) | hits(result, received)).sum())
    return numpy.mean(sums)


def agreement(mean):
    expected, deviation = exact()
    if abs(mean - expected) < 4 * deviation / elections**0.5:
        return "the mean is the expected one"
    return f"the mean is {mean}"


if how == "exact":
    measure(exact, lambda sums: f"{sums[0]:.2f} expected")
else:
    measure(draws, agreement)
