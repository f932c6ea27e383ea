"""The integer-percentage test of Kobak et al. 2016 with numpy and scipy."""

import numpy
from scipy.stats import binom


def hits(counts, totals):
    """Which counts are a whole percentage of their totals, to a twentieth of a point."""
    percentages = 100 * counts / totals
    return numpy.abs(percentages - numpy.round(percentages)) <= 0.05


def used(columns):
    """The stations that the test looks at."""
    registered, given, received, leader = columns
    keep = (registered >= 100) & (given / registered <= 0.99) & (leader / received <= 0.99)
    return columns[:, keep]


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
            inside = (k >= 0) & (k <= n) & (20 * numpy.abs(100 * k - percentage * n) <= n)
            found[inside] += binom.pmf(k[inside], n[inside], s[inside])
        sums[near] += found
    return sums


def exact(columns):
    """The expected number of stations with a whole turnout or result, and its standard deviation."""
    registered, given, received, leader = used(columns)
    p, q = chance(given, registered), chance(leader, received)
    either = 1 - (1 - p) * (1 - q)
    return either.sum(), numpy.sqrt((either * (1 - either)).sum())


def draws(columns, elections):
    """The mean of that number over drawn elections."""
    registered, given, received, leader = used(columns)
    generator = numpy.random.default_rng(42)
    sums = []
    for _ in range(elections):
        turnout = generator.binomial(registered, given / registered)
        result = generator.binomial(received, leader / received)
        sums.append((hits(turnout, registered) | hits(result, received)).sum())
    return numpy.mean(sums)
