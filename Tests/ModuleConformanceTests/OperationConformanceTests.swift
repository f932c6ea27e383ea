import BuiltIn
import ModuleKit
import Testing
import Workspaces

/// An operation of a built-in module.
struct Offered: Sendable, CustomTestStringConvertible {
  let module: String
  let operation: OperationManifest
  var testDescription: String { "\(module).\(operation.id)" }

  static let all = builtInModules.flatMap { module in
    module.manifest.operations.map { Offered(module: module.manifest.id, operation: $0) }
  }
}

/// What every built-in module keeps to.
@Suite struct OperationConformanceTests {
  static let kinds = sharedKinds + builtInModules.flatMap(\.kinds)

  /// Names are in snake_case, and none stands twice.
  private func expectNames(_ names: [String], _ what: String, _ location: SourceLocation = #_sourceLocation) {
    for name in names {
      #expect(StringFormat.identifier.admits(name), "\(what) '\(name)'", sourceLocation: location)
    }
    #expect(Set(names).count == names.count, "\(what): \(names)", sourceLocation: location)
  }

  /// Both languages say something, and not the same.
  private func expectWords(_ text: Text, _ what: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(!text.en.isEmpty && !text.es.isEmpty, "\(what) says nothing", sourceLocation: location)
    #expect(text.en != text.es, "\(what) is not translated: \(text.en)", sourceLocation: location)
    for language in Language.allCases {
      #expect(Wording.slips(in: text[language]).isEmpty, "\(what): \(text[language])", sourceLocation: location)
    }
  }

  @Test func modulesAndKindsHaveNamesOfTheirOwn() {
    expectNames(builtInModules.map(\.manifest.id), "module")
    expectNames(Self.kinds.map(\.id), "kind")
    for module in builtInModules {
      #expect(!module.manifest.version.isEmpty)
      expectNames(module.manifest.operations.map(\.id), "operation of \(module.manifest.id)")
    }
  }

  @Test func manifestsComeBackFromTheirDocuments() throws {
    for module in builtInModules {
      let stored = try Value(json: module.manifest.document.canonicalJSON)
      #expect(try Manifest(document: stored) == module.manifest)
    }
  }

  @Test func columnsOfKindsHaveNamesOfTheirOwn() {
    let contest = Contest("c", rule: .plurality, options: [.init("a", name: Text("A")), .init("b", name: Text("B"))])
    for kind in Self.kinds {
      let columns = kind.columns(
        for: DatasetDeclaration(contest: contest, track: .official, areas: ["region", "place"]))
      expectNames(columns.map(\.name), "column of \(kind.id)")
      #expect(columns.contains { $0.role == .key }, "\(kind.id) has no key")
      #expect(columns.allSatisfy { !$0.summary.isEmpty } && !kind.summary.isEmpty)
    }
  }

  @Test(arguments: Offered.all) func namesAreInSnakeCaseAndDistinct(_ offered: Offered) {
    let operation = offered.operation
    expectNames([operation.id], "operation")
    expectNames(operation.inputs.map(\.name) + operation.files, "input")
    expectNames(operation.parameters.map(\.name), "parameter")
    expectNames(operation.findings.map(\.code), "finding")
    expectNames(operation.tables.map(\.name), "table")
    expectNames(operation.figures.map(\.name), "figure")
    for table in operation.tables { expectNames(table.columns.map(\.name), "column of \(table.name)") }
    for finding in operation.findings {
      expectNames(finding.numbers.map(\.name) + finding.words, "value of \(finding.code)")
    }
  }

  @Test(arguments: Offered.all) func inputsAreOfKnownKinds(_ offered: Offered) {
    for input in offered.operation.inputs {
      #expect(Self.kinds.contains { $0.id == input.kind }, "\(input.name)")
      #expect(!input.summary.isEmpty)
    }
    let optional = offered.operation.inputs.filter(\.isOptional).map(\.name)
    #expect(offered.operation.needsOneOf.allSatisfy(optional.contains))
  }

  @Test(arguments: Offered.all) func parametersAdmitTheirDefaults(_ offered: Offered) throws {
    for parameter in offered.operation.parameters {
      #expect(parameter.schema.summary?.isEmpty == false, "\(parameter.name)")
      if let value = parameter.schema.defaultValue {
        #expect(parameter.schema.problems(of: value).isEmpty, "\(parameter.name)")
      }
      let stored = try Value(json: parameter.schema.jsonSchema.canonicalJSON)
      #expect(Schema(jsonSchema: stored) == parameter.schema, "\(parameter.name)")
    }
  }

  @Test(arguments: Offered.all) func everythingIsSaidInBothLanguages(_ offered: Offered) {
    let operation = offered.operation
    expectWords(operation.summary, "summary")
    for table in operation.tables {
      expectWords(table.title, "title of \(table.name)")
      for column in table.columns {
        #expect(!column.heading.en.isEmpty && !column.heading.es.isEmpty, "\(table.name).\(column.name)")
      }
    }
    for figure in operation.figures { expectWords(figure.title, "title of \(figure.name)") }
    for finding in operation.findings {
      expectWords(finding.statement, "statement of \(finding.code)")
      expectWords(finding.caution, "caution of \(finding.code)")
      expectWords(finding.method, "method of \(finding.code)")
      for number in finding.numbers { expectWords(number.summary, "\(finding.code).\(number.name)") }
    }
  }
}
