import Files
import Hashing
import Incidents
import Ledger
import ModuleKit
import WebArchives

/// A capture and what is here of the files that were attached to it.
struct CaptureCopies {
  let capture: RecordView
  /// The name under which each is kept, and what is known of it.
  private let copies: [(name: String, field: PrivateField)]

  /// All captures of the ledger, by when they were recorded.
  static func all(in ledger: Ledger, _ view: LedgerView) throws -> [CaptureCopies] {
    let captures = view.records.filter { $0.kind == EntryKind.capture.id }
      .sorted { ($0.opening.time, $0.id.hex) < ($1.opening.time, $1.id.hex) }
    let files = view.records.map(\.opening).filter { $0.attachedName != nil }
      .sorted { ($0.time, $0.id.hex) < ($1.time, $1.id.hex) }
    var copies: [String: [(String, PrivateField)]] = [:]
    for (file, fields) in zip(files, try ledger.privateFields(of: files)) {
      guard let name = file.attachedName, let of = file.body["of"]?.string, let field = fields.first else { continue }
      copies[of, default: []].append((name, field))
    }
    return captures.map { CaptureCopies(capture: $0, copies: copies[$0.id.hex] ?? []) }
  }

  /// The files that are here, as they were attached.
  private var here: [(name: String, file: Attachment)] {
    copies.compactMap { name, field in
      guard case .here(let value, _) = field.state, let file = Attachment(value) else { return nil }
      return (name, file)
    }
  }

  /// How many are here.
  var copiesHere: Int { here.count }

  /// What is to be said of the capture before any file is read.
  private var gaps: [CaptureMessage] {
    let noCopy = copies.allSatisfy { if case .absent = $0.field.state { true } else { false } }
    return [CaptureRecord.gaps(in: capture), noCopy ? .noCopy : nil].compactMap(\.self)
  }

  /// Everything that is wrong with the copies, which are read, or lacks in what is recorded.
  func problems(in ledger: Ledger) -> [Diagnostic] {
    var problems = gaps.map { Diagnostic($0) }
    for (_, field) in copies {
      if case .wrong(let message) = field.state { problems.append(Diagnostic(message)) }
    }
    for (name, file) in here {
      do {
        let copy = try ledger.attachedFile(name, file)
        if file.mediaType == Attachment.webArchive { _ = try WebArchive(checking: copy) }
      } catch {
        problems += Diagnostic.all(of: error)
      }
    }
    // Where one of several is not here, it can be the one.
    if !here.isEmpty, here.count == copies.count {
      do throws(CaptureMessage) {
        try CaptureRecord.check(capture, here.map(\.file))
      } catch {
        problems.append(Diagnostic(error))
      }
    }
    let id = capture.id.hex.prefix(12)
    return problems.map { $0.behind(Text(en: "capture \(id)", es: "captura \(id)")) }
  }

  /// The capture in a line.
  func line(in view: LedgerView) -> String {
    func word(_ name: String) -> String? { capture.value(name)?.string }
    let unknown = spoken(en: "time not known", es: "hora desconocida")
    let parts = [
      "\(capture.id.hex.prefix(12))", word("captured_at") ?? unknown, here.first?.file.mediaType, word("source"),
      word("address"),
    ]
    var marks = gaps.map { $0.text.sentence.spoken }
    if let gone = CaptureRecord.statement(of: capture, in: view)?.value("gone_at")?.string {
      marks.append(spoken(en: "gone from there since \(gone)", es: "ya no está ahí desde \(gone)"))
    }
    return parts.compactMap(\.self).joined(separator: "  ")
      + (marks.isEmpty ? "" : "  (\(marks.joined(separator: "; ")))")
  }

  /// The capture as `--json` prints it.
  func document(in view: LedgerView, _ ledger: Ledger, _ persons: (String) -> String?) -> Value {
    let files = copies.map { name, field in
      Value.object((field.document.object ?? [:]).merging(["path": .string(ledger.attachmentPath(name))]) { $1 })
    }
    let statement = CaptureRecord.statement(of: capture, in: view)
    return .object(
      (capture.document(persons).object ?? [:]).merging([
        "copies": .list(files), "problems": .list(gaps.map { Diagnostic($0).document }),
        "gone_at": Value(statement?.value("gone_at")?.string),
      ]) { $1 })
  }
}

extension Diagnostic {
  /// The same about what stands at `place`, with which its sentence begins.
  fileprivate func behind(_ place: Text) -> Diagnostic {
    var told = self
    told.sentence = Text(en: "\(place.en): \(sentence.en)", es: "\(place.es): \(sentence.es)")
    return told
  }
}

extension WebArchive {
  /// The archive in `file`, checked.
  init(checking file: MappedFile) throws {
    self = try file.reading { try WebArchive(checking: $0) }
  }
}
