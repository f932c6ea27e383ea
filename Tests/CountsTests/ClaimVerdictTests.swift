import ModuleKit
import TestSupport
import Testing

@testable import Counts
@testable import Datasets

/// The verdict on two claims, by rule and against a plain oracle.
struct ClaimVerdictTests {
  /// A claim from a few words: `exact 41.24`, `at_least 24`, `30..42`, `= run_off`; `?` in front where it is not
  /// certain that it can be compared.
  static func claim(_ words: String, unit: String? = "votes") throws -> Claim {
    var rest = words[...]
    let isCertain = rest.first != "?"
    if !isCertain { rest.removeFirst() }
    let parts = rest.split(separator: " ").map(String.init)
    var claim = Claim(
      provenance: Provenance(
        key: words, citation: Citation(CitedSource("s", label: Text("s"))), basis: .reported,
        publication: Publication(from: nil, to: nil, basis: .unknown)),
      topic: "t", topicName: Text("t"), population: "all", qualifier: .exact, unit: unit,
      isCertainlyComparable: isCertain)
    if parts[0] == "=" {
      claim.answer = parts[1]
    } else if let dots = parts[0].firstRange(of: "..") {
      claim.low = try decimal(String(parts[0][..<dots.lowerBound]))
      claim.high = try decimal(String(parts[0][dots.upperBound...]))
    } else {
      claim.qualifier = try #require(Claim.Qualifier(rawValue: parts[0]))
      claim.value = try decimal(parts[1])
    }
    return claim
  }

  private static func decimal(_ text: String) throws -> ExactDecimal? {
    guard !text.isEmpty else { return nil }
    let parts = text.split(separator: ".")
    let places = parts.count > 1 ? parts[1].utf8.count : 0
    let mantissa = try #require(Int64(text.replacing(".", with: "")))
    return ExactDecimal(mantissa: mantissa, scale: UInt8(places))
  }

  static let cases: [(String, String, ClaimVerdict?)] = [
    ("exact 1359170", "exact 1359179", .contradiction),
    ("exact 23", "exact 24", .contradiction),
    ("exact 23", "?exact 24", .tension(.comparability)),
    ("exact 41.24", "exact 41.42", .contradiction),
    ("exact 42.95", "exact 42.9", .agreement),
    ("exact 42.95", "exact 43.0", .agreement),
    ("exact 42.95", "exact 42.8", .contradiction),
    ("exact 57.19", "exact 57", .agreement),
    ("exact 57.19", "exact 58", .contradiction),
    ("exact 5.0", "exact 5", .agreement),
    ("more_than 24", "more_than 30", .tension(.figures)),
    ("more_than 24", "exact 24", .contradiction),
    ("?more_than 24", "exact 24", .tension(.comparability)),
    ("less_than 24", "exact 24", .contradiction),
    ("less_than 24", "more_than 23", .contradiction),
    ("less_than 25", "more_than 23", .tension(.figures)),
    ("more_than 24", "exact 23", .contradiction),
    ("at_least 24", "exact 24", .agreement),
    ("at_least 24", "exact 30", .tension(.figures)),
    ("at_least 24", "exact 23", .contradiction),
    ("at_least 24", "more_than 24", .agreement),
    ("at_least 24", "at_most 23", .contradiction),
    ("at_least 24", "at_most 24", .agreement),
    ("less_than 24", "at_most 20", .tension(.figures)),
    ("approx 100", "exact 109", .agreement),
    ("approx 100", "exact 112", .tension(.approximate)),
    ("approx 100", "?exact 112", .tension(.comparability)),
    ("approx 100", "approx 120", .agreement),
    ("approx 36", "more_than 24", .tension(.figures)),
    ("30..42", "exact 36", .agreement),
    ("30..42", "exact 43", .contradiction),
    ("30..42", "35..50", .tension(.figures)),
    ("30..42", "31..41", .agreement),
    ("30..42", "more_than 24", .tension(.figures)),
    ("30..42", "more_than 30", .agreement),
    ("30..", "..29", .contradiction),
    ("= run_off", "= one_round", .contradiction),
    ("= run_off", "= run_off", .agreement),
    ("= run_off", "?= one_round", .tension(.comparability)),
    ("= run_off", "exact 2", nil),
  ]

  @Test(arguments: cases) func verdicts(_ a: String, _ b: String, _ verdict: ClaimVerdict?) throws {
    let (a, b) = (try Self.claim(a), try Self.claim(b))
    #expect(ClaimVerdict(a, b, tolerance: 0.1) == verdict)
    #expect(ClaimVerdict(b, a, tolerance: 0.1) == verdict)
  }

  /// 24.4 % is more than 24 and is printed as 24; there are no 24.4 people.
  @Test(
    arguments: [
      ("percent", ClaimVerdict.tension(.rounding)), ("h", .tension(.rounding)), ("people", .contradiction),
      (nil, .tension(.rounding)),
    ] as [(String?, ClaimVerdict)]) func moreThanAFigureAndTheFigure(_ unit: String?, _ verdict: ClaimVerdict) throws
  {
    for bound in ["more_than 24", "less_than 24"] {
      let (a, b) = (try Self.claim(bound, unit: unit), try Self.claim("exact 24", unit: unit))
      #expect(ClaimVerdict(a, b, tolerance: 0.1) == verdict && ClaimVerdict(b, a, tolerance: 0.1) == verdict)
    }
    // What is printed with decimals is no number of people.
    let (a, b) = (try Self.claim("more_than 2.4", unit: unit), try Self.claim("exact 2.4", unit: unit))
    #expect(ClaimVerdict(a, b, tolerance: 0.1) == .tension(.rounding))
  }

  @Test func figuresOfDifferentThingsAreNotCompared() throws {
    let votes = try Self.claim("exact 1")
    for unit in ["sheets", nil] {
      #expect(ClaimVerdict(votes, try Self.claim("exact 2", unit: unit), tolerance: 0.1) == nil)
    }
    var other = try Self.claim("exact 2")
    other.measure = "killed"
    #expect(ClaimVerdict(votes, other, tolerance: 0.1) == nil)
    other = try Self.claim("exact 2")
    other.population = "police"
    #expect(ClaimVerdict(votes, other, tolerance: 0.1) == nil)
  }

  @Test func differentPeriodsMakeATensionOfAContradiction() throws {
    var (a, b) = (try Self.claim("exact 14"), try Self.claim("exact 24"))
    a.periodTo = Day(iso: "2017-12-04")
    #expect(ClaimVerdict(a, b, tolerance: 0.1) == .contradiction)
    b.periodTo = Day(iso: "2017-12-28")
    #expect(ClaimVerdict(a, b, tolerance: 0.1) == .tension(.comparability))
  }

  @Test(arguments: [
    ("exact 41.24", "exact 41.42", true), ("exact 1", "exact 2", false), ("exact 12", "exact 21", true),
    ("exact 1.2", "exact 2.1", true), ("exact 123", "exact 321", false), ("exact 1359170", "exact 1359179", false),
    ("exact 41.24", "approx 41.42", false), ("exact 41.2", "exact 41.42", false), ("exact 12", "exact 12", false),
    ("exact 102", "exact 201", false), ("exact 10.2", "exact 12.0", true),
  ])
  func transpositions(_ a: String, _ b: String, _ isOne: Bool) throws {
    let x = try #require(StatedFigure(try Self.claim(a), tolerance: 0))
    let y = try #require(StatedFigure(try Self.claim(b), tolerance: 0))
    #expect(x.isTransposition(of: y) == isOne && y.isTransposition(of: x) == isOne)
  }

  /// Values off every end that the claims can have, tried one by one.
  @Test func excludesWhatNoValueSatisfies() throws {
    var random = Seeded(seed: 7)
    let values = (0...1500).map { Double($0) * 0.01 + 0.003 }
    for _ in 0..<1500 {
      let (a, b) = (Self.random(&random), Self.random(&random))
      let canBoth = values.contains { Self.admits(a, $0) && Self.admits(b, $0) }
      let verdict = try #require(ClaimVerdict(try Self.claim(a), try Self.claim(b), tolerance: 0.1))
      let isApart = [.contradiction, .tension(.approximate)].contains(verdict)
      #expect(isApart != canBoth, "\(a), \(b)")
      #expect(ClaimVerdict(try Self.claim(b), try Self.claim(a), tolerance: 0.1) == verdict)
      let unsure = try #require(ClaimVerdict(try Self.claim("?" + a), try Self.claim(b), tolerance: 0.1))
      #expect(unsure == (isApart ? .tension(.comparability) : verdict))
    }
  }

  private static func random(_ random: inout Seeded) -> String {
    func number() -> String {
      let whole = Int.random(in: 2...9, using: &random)
      return random.once(in: 2) ? "\(whole)" : "\(whole).\(Int.random(in: 0...9, using: &random))"
    }
    let sorts = ["exact", "at_least", "at_most", "more_than", "less_than", "approx"]
    guard let sort = (sorts + [".."]).randomElement(using: &random), sort != ".." else {
      let low = Int.random(in: 2...9, using: &random)
      return "\(low)..\(low + Int.random(in: 0...3, using: &random))"
    }
    return "\(sort) \(number())"
  }

  /// What a statement admits, from its words alone.
  private static func admits(_ words: String, _ x: Double) -> Bool {
    func half(_ text: String) -> Double { text.contains(".") ? 0.05 : 0.5 }
    if let dots = words.firstRange(of: "..") {
      let (low, high) = (Double(words[..<dots.lowerBound]) ?? 0, Double(words[dots.upperBound...]) ?? 0)
      return x > low - 0.5 && x < high + 0.5
    }
    let parts = words.split(separator: " ").map(String.init)
    let (value, half) = (Double(parts[1]) ?? 0, half(parts[1]))
    switch parts[0] {
    case "exact": return abs(x - value) < half
    // The claims are of votes: more than 3 are 4 or more.
    case "more_than" where half == 0.5: return x > value + half
    case "less_than" where half == 0.5: return x < value - half
    case "at_least", "more_than": return x > value - half
    case "at_most", "less_than": return x < value + half
    default: return abs(x - value) < half + value * 0.1
    }
  }

  @Test func theLargestNumbersOfAFileCompare() throws {
    let most = String(repeating: "9", count: 18)
    let least = "0." + String(repeating: "0", count: 17) + "1"
    for (a, b) in [("approx \(most)", "approx \(least)"), ("exact -\(most)", "at_least \(most)")] {
      #expect(ClaimVerdict(try Self.claim(a), try Self.claim(b), tolerance: 0.5) != .agreement)
    }
  }
}
