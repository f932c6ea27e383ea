"""The stations of a national election as arrays: registered, given, received, leader."""

import numpy


def read(path):
    """All stations of the file at path with voters and ballots."""
    columns = numpy.loadtxt(path, delimiter=",", skiprows=1, dtype=numpy.int64, usecols=(1, 2, 3, 4)).T
    return columns[:, (columns[0] > 0) & (columns[2] > 0)]
