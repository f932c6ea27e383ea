import FuzzDriver
import Incidents
import ModuleKit
import Schema
import Tables
import Times

@testable import Ledger

@_cdecl("ImportFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments, readAnything)
}

/// libFuzzer's entry: reads the bytes, behind one that chooses a kind of entry, as rows that are imported. Stops where a row has no
/// receipt, where what is added is no entry that its kind reads, or where the same rows, given again, add anything.
@_cdecl("LLVMFuzzerTestOneInput")
func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var script = Script(UnsafeBufferPointer(start: start, count: count))
  let kinds = incidents.entryKinds
  let kind = kinds[Int(script.byte()) % kinds.count]
  guard let rows = rows(script.bytes(atMost: count), of: kind) else { return 0 }
  let plan = EntryImport(rows, of: kind, into: LedgerView([Entry](), kinds: kinds))
  demand(plan.receipts.count == rows.count, "a row has no receipt")
  demand(plan.receipts.count { $0 == .added } == plan.bodies.count, "what is added is not what is written")
  let view = LedgerView(plan.bodies.enumerated().compactMap { entry($1, at: $0 + 1) }, kinds: kinds)
  demand(view.records.allSatisfy { $0.unreadable.isEmpty }, "what is added cannot be read")
  let again = EntryImport(rows, of: kind, into: view)
  // One that names another row of the file can be added once that one is there.
  for (first, second) in zip(plan.receipts, again.receipts) where first == .added {
    if case .present(_, let differing) = second {
      demand(differing.isEmpty, "a row differs from itself in \(differing)")
    } else {
      demand(view.records.count < plan.bodies.count, "a row that is there is added again")
    }
  }
  return 0
}

/// The entry with `body`, as a feed would have it; nil for what is larger than entries are.
private func entry(_ body: [String: Value], at seq: Int) -> Entry? {
  do throws(EntryFault) {
    return try Entry(
      author: "obs-01", seq: seq, prev: nil, time: Instant(seconds: 1_511_700_000),
      salt: [UInt8](repeating: 7, count: 16),
      body: SealedBody(body).body)
  } catch {
    return nil
  }
}

/// The rows of the file `bytes`, as `veedor log import` reads them; nil where it is none.
private func rows(_ bytes: [UInt8], of kind: EntryKind) -> [EntryImport.Row]? {
  let names = kind.fields.map(\.name)
  let specs = names.map { ColumnSpec($0, .text, .optional) }
  guard let table = try? CSVReader(columns: specs).read(bytes, name: "rows.csv") else { return nil }
  return (0..<table.rowCount).map { row in
    let words = names.compactMap { name -> String? in
      guard let column = table[name], !column.missing.contains(row) else { return nil }
      let text = column.text(row)
      return text.isEmpty ? nil : "\(name)=\(text)"
    }
    return EntryImport.Row(origin: "file#\(row + 1)", fields: (try? kind.fields(from: words)) ?? [:])
  }
}
