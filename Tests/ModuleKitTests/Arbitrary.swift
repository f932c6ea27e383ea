import TestSupport

@testable import ModuleKit

/// Values made up from a seed, the same for the same seed.
struct Arbitrary: RandomNumberGenerator {
  private var seeded: Seeded

  init(seed: UInt64) { seeded = Seeded(seed: seed) }

  mutating func next() -> UInt64 { seeded.next() }

  mutating func bool() -> Bool { Bool.random(using: &self) }

  mutating func pick<T>(_ all: [T], or other: T) -> T { all.randomElement(using: &self) ?? other }

  mutating func list<T>(_ most: Int, _ make: (inout Arbitrary) -> T) -> [T] {
    (0..<Int.random(in: 0...most, using: &self)).map { _ in make(&self) }
  }

  mutating func maybe<T>(_ make: (inout Arbitrary) -> T) -> T? { bool() ? make(&self) : nil }

  /// Texts with everything that could be escaped wrongly.
  mutating func string() -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "Z", "0", " ", "\"", "\\", "\n", "\t", "\u{1}", "\u{7F}", "ñ", "“", "€", "𐐷", "{", "}", "\u{301}",
    ]
    return String(String.UnicodeScalarView(list(6) { $0.pick(scalars, or: "a") }))
  }

  mutating func identifier() -> String { "n" + String(next() % 1000) }

  mutating func text() -> Text { Text(en: string(), es: string()) }

  /// Numbers that are written with twelve digits or fewer.
  mutating func number() -> Double {
    switch next() % 4 {
    case 0: Double(Int.random(in: -1_000_000...1_000_000, using: &self))
    case 1: roundedTo12Digits(Double.random(in: -1...1, using: &self))
    case 2: roundedTo12Digits(Double.random(in: -1e18...1e18, using: &self))
    default: roundedTo12Digits(Double.random(in: 0...1, using: &self) * 1e-12)
    }
  }

  mutating func unit() -> Unit {
    pick([.votes, .sheets, .boxes, .copies, .people, .claims, .hours, .days, .points, .percent, .share], or: .number)
  }

  mutating func assumption() -> Assumption {
    Assumption(
      identifier(), text(), value: maybe { $0.number() }, low: maybe { $0.number() }, high: maybe { $0.number() })
  }

  mutating func interval() -> Quantity.Interval {
    switch next() % 4 {
    case 0: .confidence(level: roundedTo12Digits(Double.random(in: 0...1, using: &self)))
    case 1: .hardBound
    case 2: .assumptionRange(list(3) { $0.assumption() })
    default: .reportedRange
    }
  }

  mutating func quantity() -> Quantity {
    Quantity(
      maybe { $0.number() }, unit(), low: maybe { $0.number() }, high: maybe { $0.number() },
      interval: maybe { $0.interval() }, isOpenAbove: bool())
  }

  mutating func evidence() -> Evidence {
    Evidence(
      dataset: identifier(), rows: list(3) { RowKey($0.list(2) { $0.string() }) }, citations: list(3) { $0.citation() },
      basis: pick(Basis.allCases, or: .reported))
  }

  mutating func citation() -> Citation {
    var source = CitedSource(string(), label: text())
    source.kind = maybe { $0.pick(CitedSource.Kind.allCases, or: .media) }
    (source.speaker, source.outlet) = (maybe { $0.text() }, maybe { $0.text() })
    (source.url, source.file) = (maybe { $0.string() }, maybe { $0.string() })
    source.language = maybe { _ in SpokenLanguage("pt") } ?? nil
    source.retrieved = maybe { Day(ordinal: Int($0.next() % 20_000)) }
    source.publication = Publication(
      from: nil, to: maybe { Instant(seconds: Int64($0.next() % 2_000_000_000)) },
      basis: pick([.stated, .inferred], or: .unknown))
    source.withdrawn = maybe {
      CitedSource.Withdrawal($0.pick(CitedSource.Withdrawal.Sort.allCases, or: .deleted), on: nil)
    }
    return Citation(source, url: maybe { $0.string() }, note: maybe { $0.text() })
  }

  mutating func finding() -> Finding {
    let values = list(3) { ($0.identifier(), $0.quantity()) }
    let words = list(3) { ($0.identifier(), $0.text()) }
    return Finding(
      code: identifier(), severity: pick(Severity.allCases, or: .info), tier: pick(Tier.allCases, or: .fact),
      placement: pick(Placement.allCases, or: .body), subject: string(), basis: pick(Basis.allCases, or: .reported),
      method: string(), statement: text(), caution: text(),
      values: Dictionary(values) { $1 }, words: Dictionary(words) { $1 }, evidence: list(2) { $0.evidence() })
  }

  mutating func schema() -> Schema {
    let shape: Schema.Shape
    switch next() % 6 {
    case 0: shape = .boolean
    case 1: shape = .integer(Int.random(in: -9...0, using: &self)...Int.random(in: 1...9, using: &self))
    case 2: shape = .number(-1...roundedTo12Digits(Double.random(in: 0...9, using: &self)))
    case 3: shape = .string(pick(StringFormat.allCases, or: .text))
    case 4: shape = .choice([identifier(), identifier()])
    default: shape = .list(Schema(.string(.filled)), atLeast: Int.random(in: 0...2, using: &self))
    }
    return Schema(
      shape, maybe { $0.string() }, default: maybe { .string($0.string()) }, unit: maybe { $0.identifier() })
  }

  mutating func declaredFinding() -> DeclaredFinding {
    DeclaredFinding(
      identifier(), pick(Severity.allCases, or: .info), tier: pick(Tier.allCases, or: .fact),
      placement: pick(Placement.allCases, or: .body), text(), caution: text(), method: text(),
      numbers: list(3) { .init($0.identifier(), $0.unit(), $0.text()) }, words: list(3) { $0.identifier() })
  }

  mutating func operation() -> OperationManifest {
    var out = OperationManifest(identifier(), summary: text())
    out.inputs = list(2) { .init($0.identifier(), kind: $0.identifier(), isOptional: $0.bool(), summary: $0.string()) }
    out.needsOneOf = out.inputs.filter(\.isOptional).map(\.name)
    out.files = list(2) { $0.identifier() }
    out.usesResults = bool() ? pick(ResultsUse.allCases, or: .current) : nil
    out.makesPages = bool()
    out.parameters = list(3) { .init($0.identifier(), $0.schema()) }
    out.findings = list(3) { $0.declaredFinding() }
    out.tables = list(2) {
      DeclaredTable(
        $0.identifier(), $0.text(),
        columns: $0.list(3) { .init($0.identifier(), $0.pick(ColumnType.allCases, or: .text), $0.text()) })
    }
    out.figures = list(2) { FigureKind($0.identifier(), $0.text()) }
    return out
  }

  mutating func manifest() -> Manifest {
    Manifest(id: identifier(), version: string(), operations: [operation()] + list(2) { $0.operation() })
  }
}
