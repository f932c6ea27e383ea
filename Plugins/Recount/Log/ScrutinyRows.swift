import Hashing
public import Ledger
public import ModuleKit

extension LedgerRows {
  /// The opened boxes of the ledger, as a file of them has them: one a sheet, of what all observers log of it.
  ///
  /// A box is of the contest that its record names, or of any where it names none. Votes that two of them log differently, or that one changed against another, are not known; reasons and who attended stand
  /// side by side. A box that was taken back is none.
  public static let scrutiny = LedgerRows("scrutiny") { view, contest in
    let records = view.records.filter {
      $0.kind == EntryKind.openedBox.id && $0.value("retracted") != true && $0.isOf(contest)
    }
    return Dictionary(grouping: records) { $0.value("sheet")?.string ?? $0.id.hex }
      .sorted { $0.key < $1.key }.map { sheet, records in
        var row = ["sheet": sheet]
        let reasons = Set(records.compactMap { $0.value("reason")?.string }).sorted()
        if !reasons.isEmpty { row["reason"] = reasons.joined(separator: " / ") }
        let attended = Set(records.flatMap { $0.texts("attended") }).sorted()
        if !attended.isEmpty { row["attended"] = attended.joined(separator: "; ") }
        if records.allSatisfy({ $0.conflicts.isEmpty && $0.unreadable.isEmpty }) {
          for name in ["before", "after"] { row.merge(votes(records, name)) { $1 } }
        }
        row["published_to"] = records.map(\.opening.known).max()?.rfc3339
        row["published_basis"] = "inferred"
        return row
      }
  }

  /// The columns of the votes of which all of `records` that have them say the same.
  private static func votes(_ records: [RecordView], _ name: String) -> [String: String] {
    var said: [String: Set<String>] = [:]
    for text in records.flatMap({ $0.texts("votes_\(name)") }) {
      guard let sign = text.firstIndex(of: "=") else { continue }
      said["\(name)_\(text[..<sign])", default: []].insert(String(text[text.index(after: sign)...]))
    }
    return said.compactMapValues { $0.count == 1 ? $0.first : nil }
  }
}

extension RecordView {
  /// Whether it is of `contest`: it says so, or names none.
  fileprivate func isOf(_ contest: Contest?) -> Bool {
    guard let own = value("contest")?.string, let contest else { return true }
    return own == contest.id
  }

  /// The texts of a list.
  fileprivate func texts(_ name: String) -> [String] { value(name)?.list?.compactMap(\.string) ?? [] }
}
