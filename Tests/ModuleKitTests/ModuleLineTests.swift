import Hashing
import Testing

@testable import ModuleKit

/// The lines of the module protocol.
@Suite struct ModuleLineTests {
  private func line(_ arbitrary: inout Arbitrary) -> ModuleLine {
    switch arbitrary.next() % 6 {
    case 0: return .hello(id: arbitrary.identifier(), version: arbitrary.string())
    case 1: return .progress(arbitrary.number())
    case 2:
      let values = arbitrary.list(3) { ($0.identifier(), $0.quantity()) }
      let words = arbitrary.list(3) { ($0.identifier(), $0.text()) }
      return .finding(
        StatedFinding(
          code: arbitrary.identifier(), subject: arbitrary.string(), values: Dictionary(values) { $1 },
          words: Dictionary(words) { $1 },
          evidence: arbitrary.list(2) {
            StatedEvidence(
              dataset: $0.identifier(), rows: $0.list(3) { RowKey($0.string()) }, sources: $0.list(2) { $0.string() },
              basis: $0.maybe { $0.pick(Basis.allCases, or: .reported) })
          }))
    case 3:
      let file = HandedFile(path: arbitrary.string(), sha256: Hash32(of: arbitrary.string().utf8))
      let name = arbitrary.identifier()
      return .output(arbitrary.bool() ? .table(name) : .figure(name, arbitrary.pick([.english], or: .spanish)), file)
    case 4: return .result
    default:
      return .failed(
        [StatedProblem(code: "X1", message: arbitrary.string())]
          + arbitrary.list(2) {
            StatedProblem(code: $0.identifier(), message: $0.string(), hint: $0.maybe { $0.string() })
          })
    }
  }

  @Test(arguments: 0..<300) func linesComeBack(_ seed: UInt64) throws {
    var arbitrary = Arbitrary(seed: seed)
    let line = line(&arbitrary)
    #expect(try ModuleLine(document: try Value(json: line.document.canonicalJSON)) == line)
  }

  /// Whatever one member is replaced by, reading the line ends in a line or in the way to what cannot be read.
  @Test(arguments: 0..<300) func brokenLinesAreToldOrRead(_ seed: UInt64) throws {
    var arbitrary = Arbitrary(seed: seed)
    let members = try #require(line(&arbitrary).document.object)
    let odd: [Value] = [.null, 1, "x", [], ["a": 1], [["a": 1]], true]
    for key in members.keys {
      var broken = members
      broken[key] = arbitrary.pick(odd, or: .null)
      do throws(DocumentError) {
        _ = try ModuleLine(document: .object(broken))
      } catch {
        #expect(!error.place.isEmpty)
      }
    }
  }

  @Test func whatMayBeLeftOut() throws {
    let short = try ModuleLine(
      document: [
        "type": "finding", "code": "c", "subject": "s", "values": ["n": ["value": 2, "unit": "votes"]],
        "words": ["a": "A", "b": ["en": "B", "es": "C"]], "evidence": [["dataset": "d", "rows": ["r"]]],
      ])
    #expect(
      short
        == .finding(
          StatedFinding(
            code: "c", subject: "s", values: ["n": Quantity(2, .votes)],
            words: ["a": Text("A"), "b": Text(en: "B", es: "C")], evidence: [StatedEvidence(dataset: "d", rows: ["r"])])
        ))
    #expect(
      try ModuleLine(document: ["type": "finding", "code": "c", "subject": "s"])
        == .finding(StatedFinding(code: "c", subject: "s", values: [:], words: [:], evidence: [])))
  }
}
