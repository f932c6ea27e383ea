public import Diagnostics
public import Ledger
public import ModuleKit
import YAML

/// A file of entries that somebody typed elsewhere or a program wrote: in YAML or JSON, one mapping of fields or a list of them.
///
///     let bodies = try EntryFile(SourceText(name: "entries.yaml", text: bytes)).bodies(of: kind, with: [:], in: view)
public struct EntryFile {
  /// The fields of each entry, as they stand in the file.
  private let entries: [[String: Value]]
  private let isList: Bool
  private let source: SourceText

  /// Reads the text of a file.
  /// - Throws: `DiagnosticsError` with all that is wrong with its YAML, or where it holds no entries.
  public init(_ source: SourceText) throws(DiagnosticsError) {
    self.source = source
    // What is JSON is read as such: a program may write more of it than anybody types.
    let document: Value
    if let json = try? Value(json: source.bytes) { document = json } else { document = try Self.yaml(source) }
    isList = document.list != nil
    let objects = document.list?.map(\.object) ?? [document.object]
    entries = objects.compactMap(\.self)
    guard !entries.isEmpty, entries.count == objects.count else {
      throw DiagnosticsError(LedgerMessage.notEntries(file: source.name))
    }
  }

  private static func yaml(_ source: SourceText) throws(DiagnosticsError) -> Value {
    let parsed = parseYAML(source)
    guard let root = parsed.root, parsed.diagnostics.isEmpty else { throw DiagnosticsError(parsed.diagnostics) }
    return root.value
  }

  /// The bodies that open records of `kind`, each with `given` over its own fields; ids of records are given in full.
  /// - Throws: `DiagnosticsError` with everything that is wrong with any entry, each with its line.
  public func bodies(
    of kind: EntryKind, with given: [String: Value], in view: LedgerView
  ) throws(DiagnosticsError) -> [[String: Value]] {
    var (bodies, faults): ([[String: Value]], [Fault]) = ([], [])
    for (place, own) in entries.enumerated() {
      var fields = own.merging(given) { $1 }
      let before = faults.count
      for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
        do throws(LedgerMessage) {
          fields.merge(try view.resolving([name: value], of: kind)) { $1 }
        } catch {
          faults.append(Fault(place: place, path: [.key(name)], message: error))
        }
      }
      faults += kind.problems(with: fields).map {
        Fault(place: place, path: $0.path, onKey: $0.concernsKey, message: .badField(kind: kind.name, $0.message))
      }
      if faults.count == before, let body = try? kind.opening(fields) { bodies.append(body) }
    }
    guard faults.isEmpty else { throw DiagnosticsError(located(faults)) }
    return bodies
  }

  /// Something that is wrong with an entry, at a path in it.
  private struct Fault {
    let place: Int
    let path: Path
    var onKey = false
    let message: LedgerMessage
  }

  private func located(_ faults: [Fault]) -> [Diagnostic] {
    guard let root = parseYAML(source).root else { return faults.map { Diagnostic($0.message) } }
    let document = WorkspaceDocument(root: root, source: source)
    let found = faults.map { fault in
      let entry: Path = isList ? [.index(fault.place)] : []
      // What is missing, and what was given with the command, stands nowhere in the file.
      guard !fault.path.isEmpty, document.value(entry + fault.path) != nil else {
        let start = (isList ? root[fault.place] : root)?.placeOfStart
        return Diagnostic(fault.message, at: .init(file: source.name, range: start))
      }
      return document.diagnostic(fault.message, at: entry + fault.path, onKey: fault.onKey)
    }
    return found.inFileOrder
  }
}
