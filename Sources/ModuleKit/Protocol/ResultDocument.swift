extension StoredResult {
  /// The result as a call hands it over: findings as they are, tables and figures as files.
  func document(handing hand: (_ bytes: [UInt8], _ ending: String) throws -> HandedFile) rethrows -> Value {
    [
      "analysis": .string(analysis), "status": .string(status.rawValue),
      "module": .string(module), "operation": operation.document,
      "datasets": .object(datasets.mapValues(Value.string)),
      "options": .object(options.mapValues(\.document)),
      "findings": .list(outcome.findings.map(\.document)),
      "tables": .object(try outcome.tables.mapValues { try hand($0.canonicalCSV, ".csv").document }),
      "figures": .object(
        try outcome.figures.mapValues { figure in
          var files: [String: Value] = [:]
          for language in Language.allCases {
            files[language.rawValue] = try hand(Array(figure[language].utf8), ".svg").document
          }
          return .object(files)
        }),
    ]
  }

  /// Reads what ``document(handing:)`` writes.
  init(document: Value, at place: String, reading read: (HandedFile) throws -> [UInt8]) throws {
    guard let analysis = document["analysis"]?.string else { throw DocumentError("\(place).analysis") }
    guard let module = document["module"]?.string else { throw DocumentError("\(place).module") }
    guard let status = document["status"]?.string.flatMap(Status.init) else { throw DocumentError("\(place).status") }
    let operation = try OperationManifest(document: document["operation"] ?? .null, at: "\(place).operation")
    var outcome = Outcome()
    for (index, it) in (document["findings"]?.list ?? []).enumerated() {
      guard let finding = Finding(document: it) else { throw DocumentError("\(place).findings[\(index)]") }
      outcome.findings.append(finding)
    }
    for (name, it) in document["tables"]?.object ?? [:] {
      guard let kind = operation.tables.first(where: { $0.name == name }) else {
        throw DocumentError("\(place).tables.\(name)")
      }
      let file = try HandedFile(document: it, at: "\(place).tables.\(name)")
      outcome.add(Artefact(table: name, try kind.reader.read(try read(file), name: "\(name).csv")))
    }
    for (name, it) in document["figures"]?.object ?? [:] {
      for language in Language.allCases {
        let file = try HandedFile(document: it[language.rawValue], at: "\(place).figures.\(name).\(language.rawValue)")
        outcome.add(Artefact(.figure(name, language), String(decoding: try read(file), as: UTF8.self)))
      }
    }
    self.init(
      analysis: analysis, module: module, operation: operation, status: status, outcome: outcome,
      datasets: (document["datasets"]?.object ?? [:]).compactMapValues(\.string),
      options: (document["options"]?.object ?? [:]).compactMapValues { Text(document: $0) })
  }
}
