import Files
import ModuleKit

/// The files that a result is kept in.
struct ResultFiles {
  let files: [(name: String, bytes: [UInt8])]

  init(_ outcome: Outcome) {
    var files: [(name: String, bytes: [UInt8])] = []
    for (name, table) in outcome.tables.sorted(by: { $0.key < $1.key }) {
      files.append(("tables/\(name).csv", table.canonicalCSV))
    }
    for (name, figure) in outcome.figures.sorted(by: { $0.key < $1.key }) {
      for language in Language.allCases {
        files.append(("figures/\(name).\(language.rawValue).svg", Array(figure[language].utf8)))
      }
    }
    for language in Language.allCases {
      if let page = outcome.pages[language] { files.append(("\(language.rawValue).html", Array(page.utf8))) }
    }
    let result: Value = [
      "findings": .list(outcome.findings.map(\.document)),
      "tables": .list(outcome.tables.keys.sorted().map(Value.string)),
      "figures": .list(outcome.figures.keys.sorted().map(Value.string)),
    ]
    files.append(("result.json", result.prettyJSON))
    self.files = files
  }

  /// The outcome that a result's files hold, each of which `file` opens.
  static func read(_ operation: OperationManifest, _ file: (String) throws(FileError) -> MappedFile) throws -> Outcome {
    let stored = try file("result.json")
    func damaged(_ reason: String) -> DiagnosticsError {
      DiagnosticsError(RunMessage.damagedResult(stored.path, reason: reason))
    }
    let result: Value
    do {
      result = try Value(json: stored.content)
    } catch {
      throw damaged("\(error)")
    }
    var outcome = Outcome()
    for it in result["findings"]?.list ?? [] {
      guard let finding = Finding(document: it) else { throw damaged("a finding is not of the known form") }
      outcome.findings.append(finding)
    }
    for name in (result["tables"]?.list ?? []).compactMap(\.string) {
      guard let kind = operation.tables.first(where: { $0.name == name }) else {
        throw damaged("it has an unknown table '\(name)'")
      }
      let table = try file("tables/\(name).csv")
      outcome.tables[name] = try kind.reader.read(table, name: table.path)
    }
    for name in (result["figures"]?.list ?? []).compactMap(\.string) {
      outcome.figures[name] = try Text { language in
        String(decoding: try file("figures/\(name).\(language.rawValue).svg").content, as: UTF8.self)
      }
    }
    return outcome
  }
}
