"""100,000 of 10,000,000 ballots: consistent by consistent-sampler, shuffle by cryptorandom."""

import sys

from measure import measure

seed, drawn, ballots = 1234567890, 100_000, 10_000_000


def consistent():
    from consistent_sampler import sampler

    names = [f"ballot#{number + 1}" for number in range(ballots)]
    return [int(name[7:]) - 1 for name in sampler(names, seed, take=drawn, output="id")]


def shuffle():
    from cryptorandom.cryptorandom import SHA256
    from cryptorandom.sample import random_sample

    return random_sample(ballots, drawn, method="Fisher-Yates", prng=SHA256(seed))


measure({"consistent": consistent, "shuffle": shuffle}[sys.argv[1]], lambda units: f"{units[0]} {units[drawn - 1]}")
