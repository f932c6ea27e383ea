import Files
import ModuleKit

/// The files that a result is kept in.
struct ResultFiles {
  let files: [(name: String, bytes: [UInt8])]

  init(_ outcome: Outcome) {
    let names: [String: Value] = [
      "tables": .list(outcome.tables.keys.sorted().map(Value.string)),
      "figures": .list(outcome.figures.keys.sorted().map(Value.string)),
    ]
    let result = Value.prettyJSON(names, "findings", outcome.findings, \.document)
    files = outcome.artefacts.map { ($0.name.path, $0.keptBytes) } + [("result.json", result)]
  }

  /// The outcome that a result's files hold, each of which `file` opens.
  static func read(_ operation: OperationManifest, _ file: (String) throws(FileError) -> MappedFile) throws -> Outcome {
    let stored = try file("result.json")
    func damaged(_ reason: Text) -> DiagnosticsError {
      DiagnosticsError(RunMessage.damagedResult(stored.path, reason: reason))
    }
    let content = try stored.content(atMost: .stored)
    let result: Value
    do {
      result = try Value(json: content)
    } catch {
      throw damaged(Text("\(error)"))
    }
    var outcome = Outcome()
    for it in result["findings"]?.list ?? [] {
      guard let finding = Finding(document: it) else {
        throw damaged(Text(en: "a finding is not of the known form", es: "un hallazgo no tiene la forma conocida"))
      }
      outcome.findings.append(finding)
    }
    for name in (result["tables"]?.list ?? []).compactMap(\.string) {
      guard let kind = operation.tables.first(where: { $0.name == name }) else {
        throw damaged(Text(en: "it has an unknown table '\(name)'", es: "tiene una tabla desconocida «\(name)»"))
      }
      let table = try file(Artefact.Name.table(name).path)
      outcome.add(Artefact(table: name, try kind.reader.read(table, name: table.path).unguarded))
    }
    for name in (result["figures"]?.list ?? []).compactMap(\.string) {
      for language in Language.allCases {
        let figure = Artefact.Name.figure(name, language)
        outcome.add(Artefact(figure, String(decoding: try file(figure.path).content(atMost: .stored), as: UTF8.self)))
      }
    }
    return outcome
  }
}
