extension Manifest {
  /// The manifest as `module.yaml` and the module protocol hold it.
  public var document: Value {
    [
      "id": .string(id), "version": .string(version), "operations": .list(operations.map(\.document)),
    ]
  }

  /// Reads what ``document`` writes.
  /// - Throws: the way to the first thing that cannot be read.
  public init(document: Value) throws(DocumentError) {
    guard let id = document["id"]?.string, StringFormat.identifier.admits(id) else { throw DocumentError("id") }
    guard let version = document["version"]?.string else { throw DocumentError("version") }
    var operations: [OperationManifest] = []
    for (index, it) in (document["operations"]?.list ?? []).enumerated() {
      operations.append(try OperationManifest(document: it, at: "operations[\(index)]"))
    }
    guard !operations.isEmpty else { throw DocumentError("operations") }
    self.init(id: id, version: version, operations: operations)
  }
}

extension OperationManifest {
  /// The manifest of one operation, as the module's holds it.
  public var document: Value {
    [
      "id": .string(id), "summary": summary.document,
      "inputs": .list(
        inputs.map {
          [
            "name": .string($0.name), "kind": .string($0.kind), "optional": .bool($0.isOptional),
            "summary": .string($0.summary),
          ]
        }),
      "needs_one_of": .list(needsOneOf.map(Value.string)), "files": .list(files.map(Value.string)),
      "uses_results": Value(usesResults?.rawValue), "makes_pages": .bool(makesPages),
      "parameters": .list(parameters.map { ["name": .string($0.name), "schema": $0.schema.jsonSchema] }),
      "findings": .list(findings.map { ["code": .string($0.code), "kind": $0.document] }),
      "tables": .list(
        tables.map { table in
          [
            "name": .string(table.name), "title": table.title.document,
            "columns": .list(
              table.columns.map {
                [
                  "name": .string($0.name), "type": .string($0.type.rawValue), "unit": Value($0.unit?.id),
                  "heading": $0.heading.document, "words": .object($0.words.mapValues(\.document)),
                  "options": .bool($0.holdsOptions), "language": Value($0.language?.rawValue),
                ]
              }),
          ]
        }),
      "figures": .list(figures.map { ["name": .string($0.name), "title": $0.title.document] }),
    ]
  }

  /// Reads what ``document`` writes; `place` is the way to it.
  init(document: Value, at place: String) throws(DocumentError) {
    guard let id = document["id"]?.string, StringFormat.identifier.admits(id) else {
      throw DocumentError("\(place).id")
    }
    guard let summary = Text(document: document["summary"]) else { throw DocumentError("\(place).summary") }
    self.init(id, summary: summary)
    inputs = try Self.list(document["inputs"], "\(place).inputs") { it in
      guard let name = it["name"]?.string, let kind = it["kind"]?.string else { return nil }
      return Input(name, kind: kind, isOptional: it["optional"]?.bool ?? false, summary: it["summary"]?.string ?? "")
    }
    needsOneOf = try Self.list(document["needs_one_of"], "\(place).needs_one_of") { it in
      guard let name = it.string, inputs.contains(where: { $0.name == name && $0.isOptional }) else { return nil }
      return name
    }
    files = try Self.list(document["files"], "\(place).files") { $0.string }
    if let use = document["uses_results"], use != .null {
      usesResults = use.string.flatMap(ResultsUse.init)
      guard usesResults != nil else { throw DocumentError("\(place).uses_results") }
    }
    makesPages = document["makes_pages"]?.bool ?? false
    parameters = try Self.list(document["parameters"], "\(place).parameters") { it in
      guard let name = it["name"]?.string, let schema = it["schema"].flatMap({ Schema(jsonSchema: $0) }) else {
        return nil
      }
      return Parameter(name, schema)
    }
    findings = try Self.list(document["findings"], "\(place).findings") { it in
      guard let code = it["code"]?.string else { return nil }
      return it["kind"].flatMap { DeclaredFinding(code, document: $0) }
    }
    tables = try Self.list(document["tables"], "\(place).tables") { it in
      guard let name = it["name"]?.string, let title = Text(document: it["title"]), let list = it["columns"]?.list
      else {
        return nil
      }
      let columns = list.compactMap { column -> DeclaredTable.Column? in
        guard let name = column["name"]?.string, let type = column["type"]?.string.flatMap(ColumnType.init),
          let heading = Text(document: column["heading"]),
          let words = (column["words"]?.object ?? [:]).compacted({ Text(document: $0) })
        else { return nil }
        return DeclaredTable.Column(
          name, type, heading, unit: column["unit"]?.string.map(Unit.named), words: words,
          holdsOptions: column["options"]?.bool ?? false,
          language: column["language"]?.string.flatMap(Language.init))
      }
      return columns.count == list.count ? DeclaredTable(name, title, columns: columns) : nil
    }
    figures = try Self.list(document["figures"], "\(place).figures") { it in
      guard let name = it["name"]?.string, let title = Text(document: it["title"]) else { return nil }
      return FigureKind(name, title)
    }
  }

  private static func list<T>(
    _ value: Value?, _ place: String, _ read: (Value) -> T?
  ) throws(DocumentError) -> [T] {
    guard let value else { return [] }
    guard let elements = value.list else { throw DocumentError(place) }
    var out: [T] = []
    for (index, element) in elements.enumerated() {
      guard let it = read(element) else { throw DocumentError("\(place)[\(index)]") }
      out.append(it)
    }
    return out
  }
}

extension DeclaredFinding {
  var document: Value {
    [
      "severity": .string(severity.rawValue), "tier": .string(tier.rawValue), "placement": .string(placement.rawValue),
      "statement": statement.document, "caution": caution.document, "method": method.document,
      "numbers": .list(
        numbers.map { ["name": .string($0.name), "unit": .string($0.unit.id), "summary": $0.summary.document] }),
      "words": .list(words.map(Value.string)),
    ]
  }

  init?(_ code: String, document: Value) {
    guard let severity = document["severity"]?.string.flatMap(Severity.init),
      let tier = document["tier"]?.string.flatMap(Tier.init),
      let placement = document["placement"]?.string.flatMap(Placement.init),
      let statement = Text(document: document["statement"]), let caution = Text(document: document["caution"]),
      let method = Text(document: document["method"]), let list = document["numbers"]?.list,
      let words = document["words"]?.texts
    else { return nil }
    let numbers = list.compactMap { it -> Number? in
      guard let name = it["name"]?.string, let unit = it["unit"]?.string, let summary = Text(document: it["summary"])
      else {
        return nil
      }
      return Number(name, .named(unit), summary)
    }
    guard numbers.count == list.count else { return nil }
    self.init(
      code, severity, tier: tier, placement: placement, statement, caution: caution, method: method, numbers: numbers,
      words: words)
  }
}
