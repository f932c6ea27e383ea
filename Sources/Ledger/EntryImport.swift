public import Hashing
public import Schema

/// Rows of a file that become records: each once, however often the file, or a longer one, is given.
///
/// A row has an origin, which its record keeps: what has it already is not written again.
public struct EntryImport: Sendable {
  /// A row of the file.
  public struct Row: Sendable {
    /// What names the row, in this file and in later ones of the same system.
    public let origin: String
    /// The fields of its record.
    public let fields: [String: Value]

    /// The row of that `origin`, with `fields`.
    public init(origin: String, fields: [String: Value]) { (self.origin, self.fields) = (origin, fields) }
  }

  /// What becomes of a row.
  public enum Receipt: Sendable, Equatable {
    /// It is a new record.
    case added
    /// A record has its origin already; the fields in which it was opened otherwise.
    case present(Hash32, differing: [String])
    /// It can be no record.
    case rejected(LedgerMessage)
  }

  /// The receipts of the rows, in their order.
  public private(set) var receipts: [Receipt] = []
  /// The bodies of those that are added, in the same order.
  public private(set) var bodies: [[String: Value]] = []

  /// What becomes of `rows` as records of `kind`, where the ledger holds `view`.
  public init(_ rows: [Row], of kind: EntryKind, into view: LedgerView) {
    let known = Dictionary(
      view.records.filter { $0.kind == kind.id }.compactMap { record in
        record.opening.body["origin"]?.string.map { ($0, record) }
      }
    ) { first, _ in first }
    var seen: Set<String> = []
    for row in rows {
      do throws(LedgerMessage) {
        guard seen.insert(row.origin).inserted else { throw .originTwice(row.origin) }
        let fields = row.fields.merging(["origin": .string(row.origin)]) { $1 }
        let body = try kind.opening(view.resolving(fields, of: kind))
        if let record = known[row.origin] {
          receipts.append(.present(record.id, differing: Self.differences(body, record.opening.body)))
        } else {
          receipts.append(.added)
          bodies.append(body)
        }
      } catch {
        receipts.append(.rejected(error))
      }
    }
  }

  private static func differences(_ one: [String: Value], _ other: [String: Value]) -> [String] {
    // What stands apart is not compared: the entry holds a hash of it.
    Set(one.keys).union(other.keys).subtracting([PrivateValue.member]).filter { one[$0] != other[$0] }.sorted()
  }
}
