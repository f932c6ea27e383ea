"""Whole percentages, digits, endings, shapes, dips, correlations and slopes with numpy, scipy and diptest: FILE."""

import sys

import diptest
import numpy
import stations
from measure import measure
from scipy import stats
from whole_percentages import exact, hits, used

digit = numpy.arange(10)
benford = sum(numpy.log10(1 + 1 / (10 * first + digit)) for first in range(1, 10))


def second_digits(counts):
    counts = counts[counts >= 10]
    scale = 10 ** (numpy.floor(numpy.log10(counts)).astype(numpy.int64) - 1)
    found = numpy.bincount(counts // scale % 10, minlength=10)
    return stats.chisquare(found, len(counts) * benford)


def last_digits(counts):
    return stats.chisquare(numpy.bincount(counts[counts >= 100] % 10, minlength=10))


def endings(numbers):
    return stats.binomtest(int((numbers % 5 == 0).sum()), len(numbers), 0.2).pvalue


def whole_percentages(columns):
    voters, ballots, counted, votes = used(columns)
    return (hits(ballots, voters) | hits(votes, counted)).sum(), exact(columns)


def battery(columns):
    registered, given, received, leader = columns
    turnout, share = given / registered, leader / received
    found = {"whole percentages": whole_percentages(columns)}
    for name, counts, rates in (("turnout", given, turnout), ("share", leader, share)):
        found[name] = (
            second_digits(counts),
            last_digits(counts),
            endings(counts),
            endings(numpy.rint(100 * rates).astype(numpy.int64)),
            stats.skew(rates),
            stats.kurtosis(rates, fisher=False),
            diptest.dipstat(rates),
        )
    weights = numpy.cov(turnout, share, aweights=registered)
    found["both"] = (
        numpy.corrcoef(turnout, share)[0, 1],
        stats.spearmanr(turnout, share).statistic,
        weights[0, 1] / numpy.sqrt(weights[0, 0] * weights[1, 1]),
        stats.linregress(turnout, share),
        stats.linregress(turnout, leader / registered),
    )
    return found


def answer(found):
    dip, spearman, digits = found["share"][6], found["both"][1], found["share"][0].statistic
    return (
        f"dip {dip:.6f}, spearman {spearman:.6f}, second digits {digits:.4f}, "
        f"whole percentages {found['whole percentages'][0]}"
    )


if __name__ == "__main__":
    columns = stations.read(sys.argv[1])
    measure(lambda: battery(columns), answer)
