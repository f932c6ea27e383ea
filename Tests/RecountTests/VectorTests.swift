import ModuleKit
import Recount
import Testing

private struct Vectors: Decodable {
  struct Bound: Decodable { let N, n, x: Int, alpha: String, upper, lower: Int }
  struct Detection: Decodable { let N, B: Int, alpha: String, n: Int }
  let bounds: [Bound]
  let n_detect: [Detection]
}

@Suite(.enabled(if: SharedVectors.isPresent, "the reference results are not beside the repository"))
struct VectorTests {
  private let vectors: Vectors
  private let bench: Bench

  init() throws {
    vectors = try SharedVectors.decode(Vectors.self, from: "vectors/recount/hypergeometric_bounds.json")
    bench = try Bench()
  }

  @Test func boundsByParametersAndByRows() async throws {
    #expect(vectors.bounds.count == 9)
    for it in vectors.bounds {
      let byParameters = try await bench.run(
        "detect", [],
        with: [
          "population": .integer(it.N), "sampled": .integer(it.n), "differing": .integer(it.x),
          "risk": .string(it.alpha),
        ]
      ).find("sample_bounds")
      let copies = try bench.copyChecks(
        """
        id,sheets_total,copies_covered,copies_sampled,copies_differ,selection,source
        c,\(it.N),\(it.N),\(it.n),\(it.x),random,court

        """)
      let byRow = try await bench.run("detect", [copies], with: ["risk": .string(it.alpha)]).find("copies_bound")
      let recounts = try bench.recounts(
        [
          "selection": "random", "seed": "1", "draw_record": "minutes", "original_counts_held": "true",
          "boxes_differ": "\(it.x)",
        ], boxes: it.N, recounted: it.n)
      let byRecount = try await bench.run("partial", [recounts], with: ["risk": .string(it.alpha)])
        .find("differing_bounds")
      for finding in [byParameters, byRow, byRecount] {
        #expect(try finding.value("upper") == Double(it.upper))
        #expect(try finding.value("lower") == Double(it.lower))
      }
    }
  }

  @Test func samplesByParameters() async throws {
    #expect(vectors.n_detect.count == 6)
    for it in vectors.n_detect {
      let found = try await bench.run(
        "detect", [],
        with: ["boxes": .integer(it.N), "defective": .integer(it.B), "risk": .string(it.alpha)]
      ).find("planned_sample")
      #expect(try found.value("sample") == Double(it.n))
    }
  }
}
