"""The screening of all stations and of every regency with numpy, scipy and diptest, read and put through: WORKSPACE."""

import sys

import numpy
from measure import measure
from screening import battery


def read():
    path = f"{sys.argv[1]}/data/first.csv"
    columns = numpy.loadtxt(path, delimiter=",", skiprows=1, dtype=numpy.int64, usecols=(1, 2, 3, 4)).T
    regencies = numpy.loadtxt(path, delimiter=",", skiprows=1, dtype=str, usecols=7)
    return columns, numpy.unique(regencies, return_inverse=True)[1]


def screen(stations):
    columns, regencies = stations
    keep = (columns[0] > 0) & (columns[2] > 0)
    columns, regencies = columns[:, keep], regencies[keep]
    order = numpy.argsort(regencies, kind="stable")
    parts = numpy.split(columns[:, order], numpy.cumsum(numpy.bincount(regencies))[:-1], axis=1)
    return [battery(part) for part in [columns, *parts]]


measure({"reading": read, "screening": screen}, lambda found: "1 analyses")
