import Compression
import Diagnostics
import TestSupport
import Testing

@testable import Tables

/// The fast reader does what the plain one does, however the file is cut, packed or encoded.
@Suite struct AgreementTests {
  private let columns = [
    ColumnSpec("p", .text, .partial), ColumnSpec("q", .text, .partial), ColumnSpec("n", .integer, .partial),
  ]

  /// What reading gives: the table, or what is wrong.
  private enum Outcome: Equatable {
    case table(Table)
    case wrong([Diagnostic])
  }

  private func read(
    _ bytes: [UInt8], block: Int = 1 << 18, threads: Int = 1, name: String = "t.csv",
    _ format: CSVFormat = CSVFormat()
  ) -> Outcome {
    do throws(DiagnosticsError) {
      return .table(try reader(columns, format, block: block, threads: threads).read(bytes, name: name))
    } catch {
      return .wrong(error.all)
    }
  }

  private func samples(_ number: Int, seed: UInt64, pieces: Int = 40) -> [String] {
    var generator = Seeded(seed: seed)
    return (0..<number).map { sample in
      let body = randomCSV(Int.random(in: 0...pieces, using: &generator), &generator, tame: sample % 3 != 0)
      let spoilt = sample % 3 == 1 ? randomCSV(3, &generator, tame: false) : ""
      return "p,q,n\n" + body + spoilt + (sample % 3 == 1 ? body : "")
    }
  }

  /// A header may stand further down than a block reaches, below a quote that nobody closes.
  @Test(arguments: [16, 32, 100])
  func linesAboveTheHeaderAreNoRows(block: Int) {
    let above = "\"A title that nobody closes\nas of Monday,\"\n"
    let rows = (1...40).map { "a,b,\($0)\n" }.joined()
    let plain = read(Array(("p,q,n\n" + rows).utf8))
    guard case .table = plain else {
      Issue.record("the file without lines above is sound")
      return
    }
    let format = CSVFormat(headerLine: 3)
    #expect(read(Array((above + "p,q,n\n" + rows).utf8), block: block, format) == plain)
    #expect(read(Array((above + "p,q,n\n" + rows).utf8), block: block, threads: 2, format) == plain)
  }

  @Test(arguments: [16, 1 << 18])
  func agreesWithTheReference(block: Int) throws {
    for text in samples(1200, seed: UInt64(block)) {
      let reference = ReferenceReader(String(text.dropFirst(6)), names: ["p", "q", "n"])
      switch read(Array(text.utf8), block: block) {
      case .table(let table):
        #expect(reference.faults.isEmpty, "\(text.debugDescription)")
        guard table.rowCount == reference.rows.count else {
          Issue.record("\(text.debugDescription)")
          continue
        }
        for (row, fields) in reference.rows.enumerated() {
          let cells = fields.enumerated().map { column, field in
            if field.text.isEmpty, !field.isQuoted { return Cell.missing }
            return column == 2 ? Int64(field.text).map(Cell.integer) ?? .missing : .text(field.text)
          }
          #expect(table.cells(row) == cells, "\(text.debugDescription)")
        }
      case .wrong(let found):
        let told = found.filter { $0.code != "T024" }.map {
          ReferenceReader.Fault(code: $0.code, row: $0.datum?.row ?? 0, field: $0.datum?.field)
        }
        func order(_ a: ReferenceReader.Fault, _ b: ReferenceReader.Fault) -> Bool {
          func place(_ fault: ReferenceReader.Fault) -> Int {
            fault.field.map { name in ["p", "q", "n"].firstIndex(of: name) ?? (Int(name) ?? 0) - 1 } ?? -1
          }
          return (a.row, place(a), a.code) < (b.row, place(b), b.code)
        }
        // The first twenty, and the first of each kind.
        var kinds: Set<[String?]> = []
        let due = reference.faults.sorted(by: order).enumerated().filter { place, fault in
          kinds.insert([fault.code, fault.field]).inserted || place < 20
        }.map(\.element)
        #expect(told == due, "\(text.debugDescription)")
        let counted = found.filter { $0.code == "T024" }
          .compactMap { Int($0.message.split(separator: " ")[1]) }.reduce(0, +)
        #expect(told.count + counted == reference.faults.count, "\(text.debugDescription)")
      }
    }
  }

  @Test func cutsAndThreadsChangeNothing() {
    for text in samples(100, seed: 2, pieces: 120) {
      let bytes = Array(text.utf8)
      let whole = read(bytes)
      for (block, threads) in [(1, 1), (2, 3), (7, 2), (16, 4), (33, 1), (100, 2)] {
        #expect(read(bytes, block: block, threads: threads) == whole, "\(block) \(text.debugDescription)")
      }
    }
  }

  @Test func compressedAndPlainAreAlike() throws {
    for text in samples(100, seed: 3, pieces: 100) {
      let bytes = Array(text.utf8)
      let packed = try compress(bytes, .gzip)
      let plain = read(bytes, name: "t.csv")
      for block in [1, 20, 1 << 18] {
        let unpacked = read(packed, block: block, threads: 2, name: "t.csv.gz")
        switch (plain, unpacked) {
        case (.wrong(let a), .wrong(let b)):
          #expect(a.map(\.datum) == b.map(\.datum))
          #expect(a.map(\.location?.range) == b.map(\.location?.range))
        default: #expect(plain == unpacked)
        }
      }
    }
  }

  @Test func encodingsAreAlike() {
    for sample in samples(150, seed: 4) {
      let text = String(String.UnicodeScalarView(sample.unicodeScalars.filter { $0.value < 0x100 }))
      let latin1 = text.unicodeScalars.map { UInt8($0.value) }
      let utf8 = read(Array(text.utf8))
      #expect(read(latin1, block: 20, CSVFormat(encoding: .latin1)) == utf8)
      #expect(read([0xEF, 0xBB, 0xBF] + Array(text.utf8), block: 9, CSVFormat(encoding: .utf8WithMark)) == utf8)
    }
  }

  @Test func anyBytesAreSurvived() {
    var generator = Seeded(seed: 5)
    for _ in 0..<700 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let text = Array("p,q,n\n".utf8) + bytes
      let whole = read(text)
      #expect(read(text, block: 5, threads: 2) == whole)
      _ = read(bytes)
      _ = read(bytes, name: "t.csv.gz")
      _ = read(text, CSVFormat(encoding: .latin1))
    }
  }

  @Test func duplicateKeysAreFoundAnywhere() {
    var generator = Seeded(seed: 6)
    let keyed = [ColumnSpec("k", .text, .key), ColumnSpec("l", .integer, .key)]
    for _ in 0..<60 {
      let rows = (0..<60).map { _ in
        (Int.random(in: 0...8, using: &generator), Int.random(in: 0...12, using: &generator))
      }
      let text = "k,l\n" + rows.map { "\"k\n\($0.0)\",\($0.1)\n" }.joined()
      var first: [String: Int] = [:]
      var expected: [String] = []
      for (row, (k, l)) in rows.enumerated() {
        if let earlier = first["\(k) \(l)"] {
          expected.append(
            "t.csv:\(2 + 2 * row):1 error[T023] rows \(earlier) and \(row + 1) have the same key: k 'k\\u{A}\(k)', l '\(l)'"
          )
        } else {
          first["\(k) \(l)"] = row + 1
        }
      }
      let found = outcome { () throws(DiagnosticsError) in
        try reader(keyed, block: 30, threads: 2).read(Array(text.utf8), name: "t.csv")
      }
      if expected.isEmpty { continue }
      let told = found.split(separator: "\n").filter { !$0.hasPrefix("  ") }
      #expect(told.prefix(20).elementsEqual(expected.prefix(20)) { $0 == $1 })
      if expected.count > 20 {
        #expect(found.contains("and \(expected.count - 20) more of this kind in column 'k' (unique_key)"))
      }
    }
  }
}
