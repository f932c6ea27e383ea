import Hashing
import Ledger
import ModuleKit

/// What stands apart of a record's entry, and the files that were attached to it, as people and programs read them where they lie.
struct RecordApart {
  private let fields: [PrivateField]
  private let attached: [(record: RecordView, field: PrivateField, path: String)]

  init(of record: RecordView, in ledger: Ledger, _ view: LedgerView) throws {
    let files = view.naming(record.id).filter { $0.opening.attachedName != nil }
    let all = try ledger.privateFields(of: [record.opening] + files.map(\.opening))
    fields = all.first ?? []
    attached = zip(files, all.dropFirst()).compactMap { file, fields in
      guard let name = file.opening.attachedName, let field = fields.first else { return nil }
      return (file, field, ledger.attachmentPath(name))
    }
  }

  /// The lines in which they stand behind the fields that everybody may see.
  var lines: [String] {
    fields.map { "\($0.name): \($0.shown)" }
      + attached.map { record, field, path in
        let (id, shown) = ("\(record.id.hex.prefix(12))", field.shown)
        let place = if case .here = field.state { ": \(path)" } else { "" }
        return spoken(en: "attachment \(id): \(shown)\(place)", es: "adjunto \(id): \(shown)\(place)")
      }
  }

  var documents: [String: Value] {
    [
      "private": .list(fields.map(\.document)),
      "attachments": .list(
        attached.map { record, field, path in
          .object((field.document.object ?? [:]).merging(["id": .string(record.id.hex), "path": .string(path)]) { $1 })
        }),
    ]
  }

  /// Tells what is not shown, since it is not what the entry has the hash of, and ends the command.
  func tellProblems() throws {
    let problems = (fields + attached.map(\.field)).compactMap { field -> Diagnostic? in
      if case .wrong(let message) = field.state { Diagnostic(message) } else { nil }
    }
    guard !problems.isEmpty else { return }
    Console.report(problems, in: nil)
    throw Exit(status: .unverified)
  }
}

extension PrivateField {
  /// What is here of it, as people read it.
  var shown: String {
    switch state {
    case .here(let value, nil): "\(Self.shown(value))  (\(Self.mark))"
    case .here(let value, let erasure?):
      spoken(
        en: "\(Self.shown(value))  (\(Self.mark); to be erased: \(erasure.shown))",
        es: "\(Self.shown(value))  (\(Self.mark); por borrar: \(erasure.shown))")
    case .erased(let erasure): spoken(en: "erased \(erasure.shown)", es: "borrado \(erasure.shown)")
    case .absent: spoken(en: "private, not here", es: "privado, no está aquí")
    case .wrong: spoken(en: "private, not shown", es: "privado, no se muestra")
    }
  }

  private static var mark: String { spoken(en: "private", es: "privado") }

  private static func shown(_ value: Value) -> String {
    guard let file = Attachment(value) else { return value.shown }
    return spoken(
      en: "\(file.name), \(file.mediaType), \(file.size) bytes",
      es: "\(file.name), \(file.mediaType), \(file.size) bytes")
  }

  /// As `--json` prints it.
  var document: Value {
    var members: [String: Value] = ["field": .string(name)]
    switch state {
    case .here(let value, let erasure):
      members["state"] = erasure == nil ? "here" : "to_be_erased"
      members["value"] = value
      members["erasure"] = erasure?.document
    case .erased(let erasure): (members["state"], members["erasure"]) = ("erased", erasure.document)
    case .absent: members["state"] = "absent"
    case .wrong: members["state"] = "wrong"
    }
    return .object(members)
  }
}

extension Erasure {
  /// By whom, when and why.
  var shown: String {
    spoken(en: "by \(author) on \(day), because: \(why)", es: "por \(author) el \(day), porque: \(why)")
  }

  /// As `--json` prints it.
  var document: Value {
    ["author": .string(author), "time": .string(time.rfc3339), "why": .string(why)]
  }
}

extension RecordView {
  /// The record with what stands apart of it, as `--json` prints it.
  func document(_ persons: (String) -> String?, _ apart: RecordApart) -> Value {
    .object((document(persons).object ?? [:]).merging(apart.documents) { $1 })
  }
}
