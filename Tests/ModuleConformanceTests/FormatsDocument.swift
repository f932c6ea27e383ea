import ModuleKit
import Workspaces

/// The part of `Docs/formats.md` that follows from declarations: the workspace file, the kinds, the operations.
struct FormatsDocument {
  private(set) var text = ""

  init(kinds: [any AnyDatasetKind], modules: [any Module]) {
    addWorkspaceFile()
    addKinds(kinds)
    add("## Operations\n")
    for module in modules {
      for operation in module.manifest.operations { add(operation, of: module.manifest) }
    }
  }

  private mutating func add(_ line: String) { text += line + "\n" }

  private mutating func addTable(_ heading: [String], _ rows: [[String]]) {
    add("| \(heading.joined(separator: " | ")) |")
    add("|\(heading.map { _ in "---|" }.joined())")
    for row in rows {
      add("| \(row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |")
    }
    add("")
  }

  // MARK: - The workspace file

  private mutating func addWorkspaceFile() {
    add("## The workspace file: `veedor.yaml`\n")
    add(
      "A closed object: a key that is not listed is an error, except keys that begin with `x_`, which are left alone. "
        + "`NAME` stands for a name of your own in snake_case. `veedor schema` prints the same as JSON Schema.\n")
    var rows: [[String]] = []
    collect(Workspace.schema, at: "", required: true, &rows)
    addTable(["key", "value", "", "meaning"], rows)
  }

  private func collect(_ schema: Schema, at path: String, required: Bool, _ rows: inout [[String]]) {
    func inner(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
    if !path.isEmpty {
      let fallback = schema.defaultValue.map { "default \(code($0))" }
      rows.append(["`\(path)`", Self.values(schema), required ? "required" : fallback ?? "", schema.summary ?? ""])
    }
    switch schema.shape {
    case .object(let properties):
      for property in properties {
        collect(property.schema, at: inner(property.name), required: property.isRequired, &rows)
      }
    case .map(let element): collect(element, at: inner("NAME"), required: false, &rows)
    default: break
    }
  }

  /// What a value may be, in a few words.
  private static func values(_ schema: Schema) -> String {
    switch schema.shape {
    case .any: "anything"
    case .boolean: "`true` or `false`"
    case .integer(let range):
      "whole number"
        + ends(
          low: range.lowerBound == .min ? nil : "\(range.lowerBound)",
          high: range.upperBound == .max ? nil : "\(range.upperBound)")
    case .number(let range):
      "number"
        + ends(
          low: range.lowerBound <= -.greatestFiniteMagnitude ? nil : canonicalNumber(range.lowerBound),
          high: range.upperBound >= .greatestFiniteMagnitude ? nil : canonicalNumber(range.upperBound))
    case .string(.identifier): "name in snake_case"
    case .string(let format): String(format.expectation.en.split(separator: " ", maxSplits: 1)[1])
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .list(let element, _): "list of: \(values(element))"
    case .object(let properties): "object: " + properties.map { "`\($0.name)`" }.joined(separator: ", ")
    case .map: "object by name"
    case .either(let schemas): schemas.map(values).joined(separator: ", or ")
    }
  }

  private static func ends(low: String?, high: String?) -> String {
    switch (low, high) {
    case (let low?, let high?): low == high ? " \(low)" : ", \(low) to \(high)"
    case (let low?, nil): ", \(low) or more"
    case (nil, let high?): ", \(high) or less"
    case (nil, nil): ""
    }
  }

  private func code(_ value: Value) -> String { "`\(String(decoding: value.canonicalJSON, as: UTF8.self))`" }

  // MARK: - Kinds

  private mutating func addKinds(_ kinds: [any AnyDatasetKind]) {
    add("## Kinds of dataset\n")
    add(
      "Files are CSV, or CSV compressed with gzip (`.csv.gz`), with a header line; the columns may stand in any order. "
        + "*Key* columns together name a row. Columns without a mark may be left out, or lack values. A column that is "
        + "not listed is an error, unless its name begins with `x_`. Where a column stands for each option of the "
        + "contest, `OPTION` is the option's name in `veedor.yaml`.\n")
    for kind in kinds {
      add("### `\(kind.id)`\n")
      add(sentence(kind.summary) + Self.settings(kind) + "\n")
      addTable(
        ["column", "values", "", "meaning"],
        kind.describedColumns.map { column in
          ["`\(column.name)`", Self.values(column.values), Self.mark(column.role), column.summary]
        })
    }
  }

  /// What the workspace says of a dataset of `kind`.
  private static func settings(_ kind: any AnyDatasetKind) -> String {
    let sentences: [(DatasetDeclaration.Setting, String)] = [
      (.contest, "The dataset names its contest."),
      (.track, "It says in `track:` whose copies the sheets are."),
      (.areas, "Each area that it names in `areas:` is a column `AREA`."),
    ]
    return sentences.filter { kind.takes.contains($0.0) }.map { " " + $0.1 }.joined()
  }

  private static func mark(_ role: KindColumn.Role) -> String {
    switch role {
    case .key: "key"
    case .required: "required"
    case .optional: ""
    case .personal: "personal"
    }
  }

  private static func values(_ values: KindColumn.Values) -> String {
    switch values {
    case .integer(let least): "whole number" + ends(low: least.map { "\($0)" }, high: nil)
    case .decimal(let least): "decimal" + ends(low: least.map { "\($0)" }, high: nil)
    case .text: "text"
    case .file: "path in the workspace"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .dateTime: "instant"
    case .date: "day"
    case .boolean: "`true` or `false`"
    }
  }

  private func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() + "." }

  // MARK: - Operations

  private mutating func add(_ operation: OperationManifest, of module: Manifest) {
    add("### `\(module.id).\(operation.id)`\n")
    add("\(operation.summary.en). Version \(module.version).\n")
    if !operation.inputs.isEmpty {
      addTable(
        ["input", "kind", "", "meaning"],
        operation.inputs.map { ["`\($0.name)`", "`\($0.kind)`", $0.isOptional ? "" : "required", $0.summary] })
    }
    if !operation.needsOneOf.isEmpty {
      add("At least one of \(operation.needsOneOf.map { "`\($0)`" }.joined(separator: ", ")) is required.\n")
    }
    if !operation.files.isEmpty {
      add("Files: " + operation.files.map { "`\($0)`" }.joined(separator: ", ") + ".\n")
    }
    switch operation.usesResults {
    case .current: add("It runs behind the analyses named in `uses:` and reads their results.\n")
    case .marked: add("It reads the stored results of the analyses named in `uses:`, each with its mark.\n")
    case nil: break
    }
    if !operation.parameters.isEmpty {
      addTable(
        ["parameter", "values", "default", "unit", "meaning"],
        operation.parameters.map { parameter in
          let schema = parameter.schema
          return [
            "`\(parameter.name)`", Self.values(schema), schema.defaultValue.map(code) ?? "none", schema.unit ?? "",
            schema.summary ?? "",
          ]
        })
    }
    add(operation.findings)
    for table in operation.tables {
      add("Table `\(table.name)`: \(table.title.en).\n")
      addTable(
        ["column", "type", "heading"],
        table.columns.map { ["`\($0.name)`", $0.type.rawValue, $0.heading.en] })
    }
    if !operation.figures.isEmpty {
      add("Figures: " + operation.figures.map { "`\($0.name)` (\($0.title.en))" }.joined(separator: ", ") + ".\n")
    }
  }

  private mutating func add(_ findings: [DeclaredFinding]) {
    guard !findings.isEmpty else { return }
    addTable(
      ["finding", "severity", "tier", "placement", "says"],
      findings.map {
        ["`\($0.code)`", $0.severity.rawValue, $0.tier.rawValue, $0.placement.rawValue, $0.statement.en]
      })
    addTable(
      ["of finding", "value or word", "unit", "meaning"],
      findings.flatMap { finding in
        finding.numbers.map { ["`\(finding.code)`", "`\($0.name)`", $0.unit.id, $0.summary.en] }
          + (finding.words.isEmpty
            ? [] : [["`\(finding.code)`", finding.words.map { "`\($0)`" }.joined(separator: ", "), "", "words"]])
      })
  }
}
