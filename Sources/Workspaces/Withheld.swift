import Diagnostics
import Files
public import Language
public import Schema

/// What a public edition lacks of the workspace that it was made of: `withheld.json` beside `veedor.yaml`.
///
/// The edition's notice says it, and so its pages, its bundle and whoever opens that.
public struct Withheld: Sendable, Equatable {
  /// The file's name.
  public static let fileName = "withheld.json"

  /// The columns that were cut out of the files, by dataset.
  public var columns: [String: [String]]
  /// How many entries of the ledger stand as their ids alone.
  public var entries: Int
  /// The analyses and drafts that cannot be made of what is left, or not to the same result.
  public var results: [String]

  /// The edition lacks `columns` by dataset, so many `entries`, and `results`.
  public init(columns: [String: [String]] = [:], entries: Int = 0, results: [String] = []) {
    (self.columns, self.entries, self.results) = (columns, entries, results)
  }

  /// Whether it lacks nothing.
  public var isEmpty: Bool { columns.isEmpty && entries == 0 && results.isEmpty }

  fileprivate static let schema = Schema(
    .object([
      .init("columns", Schema(.map(Schema(.list(Schema(.string(.filled)), atLeast: 1)))), required: true),
      .init("entries", Schema(.integer(0...1_000_000_000)), required: true),
      .init("results", Schema(.list(Schema(.string(.identifier)), atLeast: 0)), required: true),
    ]))

  /// What `document`, which keeps to the schema, says.
  fileprivate init(document: Value) {
    columns = (document["columns"]?.object ?? [:]).mapValues { $0.texts ?? [] }
    entries = document["entries"]?.integer ?? 0
    results = document["results"]?.texts ?? []
  }

  /// It as JSON.
  public var document: Value {
    [
      "columns": .object(columns.mapValues { .list($0.map(Value.string)) }), "entries": .integer(entries),
      "results": .list(results.map(Value.string)),
    ]
  }

  /// What it lacks, in a sentence.
  public var words: Text {
    let sets = columns.sorted { $0.key < $1.key }.map { dataset, names in
      let list = names.joined(separator: ", ")
      return names.count == 1
        ? Text(en: "column \(list) of \(dataset)", es: "la columna \(list) de \(dataset)")
        : Text(en: "columns \(list) of \(dataset)", es: "las columnas \(list) de \(dataset)")
    }
    var parts = sets
    if entries > 0 {
      parts.append(
        entries == 1
          ? Text(en: "1 entry of the log", es: "1 entrada del registro")
          : Text(en: "\(entries) entries of the log", es: "\(entries) entradas del registro"))
    }
    if !results.isEmpty {
      let list = results.joined(separator: ", ")
      parts.append(Text(en: "what needs them (\(list))", es: "lo que los necesita (\(list))"))
    }
    return Text(
      en: "This public edition lacks \(parts.map(\.en).joined(separator: "; ")).",
      es: "En esta edición pública falta lo siguiente: \(parts.map(\.es).joined(separator: "; ")).")
  }

  /// The notice of a mission, and what its edition lacks.
  public func words(behind notice: Text?) -> Text? {
    guard !isEmpty else { return notice }
    guard let notice else { return words }
    func joined(_ one: String, _ other: String) -> String {
      one.isEmpty ? other : one + (one.hasSuffix(".") ? " " : ". ") + other
    }
    return Text(en: joined(notice.en, words.en), es: joined(notice.es, words.es))
  }
}

extension WorkspaceChecker {
  /// What was withheld, where the workspace is an edition.
  mutating func withheld() -> Withheld? {
    do {
      let document = try Value(json: folder.input(Withheld.fileName, atMost: .small).content)
      guard let problem = Withheld.schema.problems(of: document).first else { return Withheld(document: document) }
      add(.badWithheld(problem.message.text.sentence), at: [])
    } catch let error as FileError where error.isAbsence {
      return nil
    } catch let error as FileError {
      add(error, at: [])
    } catch {
      add(.badWithheld((error as? JSONError)?.sentence ?? Text("JSON")), at: [])
    }
    return nil
  }
}
