import BuiltIn
import ModuleKit
import TestSupport
import Testing

/// Every finding is made for its examples as they say, and for no other subject.
struct FindingExampleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let module: SwiftModule
    let operation, code: String
    let example: FindingExample
    var testDescription: String { "\(module.manifest.id).\(operation) \(code): \(example.title)" }
  }

  static let cases = builtInModules.compactMap { $0 as? SwiftModule }.flatMap { module in
    module.examples.map { Case(module: module, operation: $0.operation, code: $0.code, example: $0.example) }
  }

  @Test(arguments: cases)
  func holds(_ it: Case) async throws {
    let outcome = try await OperationRun(it.module, it.operation).giving(it.example).outcome()
    #expect(outcome.all(it.code).map(\.subject) == it.example.subjects)
  }

  @Test func everyFindingIsShownMadeAndNotMade() {
    for (finding, cases) in Dictionary(grouping: Self.cases, by: { "\($0.operation).\($0.code)" }) {
      #expect(cases.contains { !$0.example.subjects.isEmpty }, "\(finding)")
      #expect(cases.contains { $0.example.subjects.isEmpty }, "\(finding)")
    }
  }
}
