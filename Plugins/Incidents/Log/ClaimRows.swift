import Hashing
import Ledger
import ModuleKit

extension LedgerRows {
  /// The claims of the ledger, as a file of claims has them. One that was taken back is none; one of which authors set anything apart
  /// states no number until that is settled.
  static let claims = LedgerRows("claims") { view, _ in
    view.records.filter { $0.kind == EntryKind.claim.id && $0.value("retracted") != true }.map { claim in
      let known = claim.opening.known.rfc3339
      var row = claim.texts([
        "source", "measure", "population", "qualifier", "period_from", "period_to", "definition", "published", "url",
      ])
      row["id"] = claim.id.hex
      row["source"] =
        row["source"] ?? claim.fields["source"]?.map(\.value.shownText).joined(separator: " / ") ?? "unknown"
      if claim.conflicts.isEmpty, claim.unreadable.isEmpty {
        row.merge(claim.texts(["value", "value_low", "value_high"])) { $1 }
      }
      // What the mission knew of had been published by then.
      if row["published"] == nil { (row["published_to"], row["published_basis"]) = (known, "inferred") }
      return row
    }
  }
}

extension RecordView {
  /// The values of the fields `names` that no author contradicts, as a file has them.
  func texts(_ names: [String]) -> [String: String] {
    names.reduce(into: [:]) { row, name in
      guard let text = value(name)?.shownText, !text.isEmpty else { return }
      row[name] = text
    }
  }
}

extension Value {
  /// The text, or the number in digits; empty for anything else.
  fileprivate var shownText: String { string ?? integer.map { "\($0)" } ?? "" }
}
