import Testing

@testable import ModuleKit

/// A finding that a built-in operation can make.
struct Stated: Sendable, CustomTestStringConvertible {
  let operation: String
  let code: String
  let kind: DeclaredFinding
  var testDescription: String { "\(operation) \(code)" }

  static let all = Offered.all.flatMap { offered in
    offered.operation.findings.map {
      Stated(operation: offered.testDescription, code: $0.code, kind: $0)
    }
  }
}

/// What every finding of the built-in operations keeps to.
@Suite struct FindingConformanceTests {
  /// A name with the part of it that a sentence asks for.
  private struct Placeholder: Hashable { var name: String, part: String? }

  private func placeholders(_ text: String) -> Set<Placeholder> {
    Set(StatementTemplate(text).names.map { Placeholder(name: $0.name, part: $0.part) })
  }

  @Test(arguments: Stated.all) func sentencesNameWhatIsDeclared(_ stated: Stated) {
    let kind = stated.kind
    let numbers = Set(kind.numbers.map(\.name))
    for language in Language.allCases {
      for it in placeholders(kind.statement[language]) {
        if numbers.contains(it.name) {
          #expect(it.part.map { NumberPart(rawValue: $0) != nil } ?? true, "\(it)")
        } else {
          #expect(kind.words.contains(it.name) && it.part == nil, "\(it)")
        }
      }
      #expect(placeholders(kind.caution[language]).isEmpty)
      #expect(placeholders(kind.method[language]).isEmpty)
    }
  }

  /// A sentence that names less in one language tells those readers less.
  @Test(arguments: Stated.all) func sentencesNameTheSameInBothLanguages(_ stated: Stated) {
    let (en, es) = (placeholders(stated.kind.statement.en), placeholders(stated.kind.statement.es))
    #expect(Set(en.map(\.name)) == Set(es.map(\.name)))
  }

  @Test(arguments: Stated.all) func screeningIsNeverMoreThanANotice(_ stated: Stated) {
    #expect(stated.kind.tier != .screening || stated.kind.severity <= .notice)
  }

  @Test(arguments: Stated.all) func unitsAreKnown(_ stated: Stated) {
    for number in stated.kind.numbers { #expect(Unit.named(number.unit.id) == number.unit, "\(number.name)") }
  }
}
