extension Benchmark {
  /// Two tracks held against each other over 512 regencies, as users have it: the executable reads them and writes results.
  static let comparingAreas = Benchmark(
    name: "comparing_areas",
    work: "two tracks of 813,336 stations compared by 512 regencies, run by the executable, results written",
    target: Target(processor: 6),
    input: RegencyWorkspace.input,
    peers: [
      Peer(name: "veedor run", needs: .veedor, command: ["veedor_run.py", "tracks"]),
      Peer(name: "polars, 2 threads", needs: .python("polars"), command: ["comparing_areas.py"]),
    ])

  /// The battery over the whole and over 512 regencies, in the same way.
  static let screeningAreas = Benchmark(
    name: "screening_areas",
    work: "the screening of 813,336 stations and of each of 512 regencies, run by the executable, results written",
    target: Target(processor: 6),
    input: RegencyWorkspace.input,
    peers: [
      Peer(name: "veedor run", needs: .veedor, command: ["veedor_run.py", "screening"]),
      Peer(
        name: "numpy, scipy and diptest", needs: .python("diptest"), command: ["screening_areas.py"]),
    ])
}
