import Foundation
import Statistics
import TestSupport
import Testing

private struct Vectors: Decodable {
  struct Bound: Decodable { let N, n, x: Int, alpha: String, upper, lower: Int }
  struct Detection: Decodable { let N, B: Int, alpha: String, n: Int }
  let bounds: [Bound]
  let n_detect: [Detection]
}

private struct Honduras: Decodable {
  struct Boxes: Decodable { let B, n: Int }
  let detection: [String: [String: Boxes]]

  enum CodingKeys: CodingKey { case detection }
  init(from decoder: any Decoder) throws {
    let all = try decoder.container(keyedBy: CodingKeys.self).nestedContainer(keyedBy: Key.self, forKey: .detection)
    detection = try all.allKeys.reduce(into: [:]) { found, key in
      if key.stringValue != "definition" { found[key.stringValue] = try all.decode([String: Boxes].self, forKey: key) }
    }
  }
  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

@Suite(.enabled(if: SharedFolder.isPresent, "the reference results are not beside the repository"))
struct HypergeometricVectorTests {
  @Test func boundsAreTheReferenceBounds() throws {
    let vectors = try SharedFolder.decode(Vectors.self, from: "vectors/recount/hypergeometric_bounds.json")
    #expect(vectors.bounds.count == 9)
    for bound in vectors.bounds {
      let sample = try HypergeometricSample(population: bound.N, drawn: bound.n, found: bound.x)
      let risk = try #require(Rational(bound.alpha))
      #expect(try sample.upperBound(risk: risk) == bound.upper)
      #expect(try sample.lowerBound(risk: risk) == bound.lower)
    }
  }

  @Test func sampleSizesAreTheReferenceSizes() throws {
    let vectors = try SharedFolder.decode(Vectors.self, from: "vectors/recount/hypergeometric_bounds.json")
    #expect(vectors.n_detect.count == 6)
    for detection in vectors.n_detect {
      let risk = try #require(Rational(detection.alpha))
      #expect(try sampleSize(toDetect: detection.B, of: detection.N, risk: risk) == detection.n)
    }
  }

  @Test func theBoxesOfHondurasAreTheReferenceBoxes() throws {
    let file = "vectors/counts/honduras_2017_acceptance.json"
    let reference = try SharedFolder.decode(Honduras.self, from: file).detection
    for (name, population) in [("all 18,128", 18_128), ("the 13,375 not recounted", 13_375)] {
      let boxes = try EqualBoxes(votes: 3_284_955, boxes: 18_128)
      for (kind, hidden) in [("any", boxes.largestError), ("20 %", boxes.error(shifting: fifth))] {
        let expected = try #require(reference[name]?[kind])
        let count = try boxesToOverturn(lead: 50_446, hidden: hidden)
        #expect(count == expected.B)
        #expect(try sampleSize(toDetect: count, of: population, risk: twentieth) == expected.n)
      }
    }
  }
}

/// The same figures without the files, so that they are held everywhere.
@Test func theFiguresOfHonduras() throws {
  let boxes = try EqualBoxes(votes: 3_284_955, boxes: 18_128)
  let any = try boxesToOverturn(lead: 50_446, hidden: boxes.largestError)
  let shift = try boxesToOverturn(lead: 50_446, hidden: boxes.error(shifting: fifth))
  #expect(any == 140)
  #expect(shift == 696)
  #expect(try sampleSize(toDetect: any, of: 18_128, risk: twentieth) == 383)
  #expect(try sampleSize(toDetect: shift, of: 18_128, risk: twentieth) == 77)
  #expect(try sampleSize(toDetect: any, of: 13_375, risk: twentieth) == 282)
  #expect(try sampleSize(toDetect: shift, of: 13_375, risk: twentieth) == 56)
  let copies = try HypergeometricSample(population: 14_364, drawn: 300, found: 0)
  #expect(try copies.upperBound(risk: twentieth) == 141)
}

private let fifth = Rational("1/5") ?? 0
private let twentieth = Rational("0.05") ?? 0
