import ModuleKit
import Recount
import TestSupport
import Testing

private struct Vectors: Decodable {
  struct Bound: Decodable { let N, n, x: Int, alpha: String, upper, lower: Int }
  struct Detection: Decodable { let N, B: Int, alpha: String, n: Int }
  let bounds: [Bound]
  let n_detect: [Detection]
}

@Suite(.enabled(if: SharedFolder.isPresent, "the reference results are not beside the repository"))
struct VectorTests {
  private let vectors: Vectors

  init() throws {
    vectors = try SharedFolder.decode(Vectors.self, from: "vectors/recount/hypergeometric_bounds.json")
  }

  @Test func boundsByParametersAndByRows() async throws {
    #expect(vectors.bounds.count == 9)
    for it in vectors.bounds {
      let byParameters = try await OperationRun.detect.outcome([
        "population": .integer(it.N), "sampled": .integer(it.n), "differing": .integer(it.x),
        "risk": .string(it.alpha),
      ]).one("sample_bounds")
      let copies = try OperationRun.detect.copyChecks(
        """
        id,sheets_total,copies_covered,copies_sampled,copies_differ,selection,source
        c,\(it.N),\(it.N),\(it.n),\(it.x),random,court

        """)
      let byRow = try await copies.outcome(["risk": .string(it.alpha)]).one("copies_bound")
      let recounts = try OperationRun.partial.recounts(
        [
          "selection": "random", "seed": "1", "draw_record": "minutes", "original_counts_held": "true",
          "boxes_differ": "\(it.x)",
        ], boxes: it.N, recounted: it.n)
      let byRecount = try await recounts.outcome(["risk": .string(it.alpha)])
        .one("differing_bounds")
      for finding in [byParameters, byRow, byRecount] {
        #expect(try finding.number("upper") == Double(it.upper))
        #expect(try finding.number("lower") == Double(it.lower))
      }
    }
  }

  @Test func samplesByParameters() async throws {
    #expect(vectors.n_detect.count == 6)
    for it in vectors.n_detect {
      let found = try await OperationRun.detect.outcome([
        "boxes": .integer(it.N), "defective": .integer(it.B), "risk": .string(it.alpha),
      ]).one("planned_sample")
      #expect(try found.number("sample") == Double(it.n))
    }
  }
}
