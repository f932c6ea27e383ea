import Compression
import Diagnostics
import TestSupport
import Testing

@testable import Tables

/// CSV read letter by letter, as slowly and plainly as possible, to hold the fast reader against.
struct ReferenceReader {
  struct Field: Equatable {
    var text = ""
    var isQuoted = false
    var fault: String?
  }
  /// A fault: its code, row from 1, and column; nil for faults of whole rows.
  struct Fault: Hashable {
    let code: String, row: Int, field: String?
  }

  /// The columns are texts, which may be missing, but for the last, which are integers.
  let names: [String]
  private(set) var rows: [[Field]] = []
  private(set) var faults: [Fault] = []

  init(_ text: String, names: [String]) {
    self.names = names
    // Characters would make one of CR and LF.
    let scalars = Array(text.unicodeScalars)
    var at = 0
    var number = 0
    while at < scalars.count {
      number += 1
      let row = Self.row(scalars, &at)
      let isUnclosed = row.last?.fault == "T032"
      for (column, field) in row.enumerated() {
        if let fault = field.fault { faults.append(Fault(code: fault, row: number, field: name(column))) }
      }
      let ofQuoting = row.contains { ["T030", "T031", "T032"].contains($0.fault) }
      if isUnclosed || row.count != names.count {
        if !ofQuoting {
          let isEmptyLine = row == [Field()]
          let isTrailing = row.count == names.count + 1 && row.last == Field()
          faults.append(Fault(code: isEmptyLine ? "T021" : isTrailing ? "T080" : "T020", row: number, field: nil))
        }
      } else {
        check(row, number)
        rows.append(row)
      }
    }
    // Empty lines that stand behind all else are nothing.
    let empty = faults.filter { $0.code == "T021" }.map(\.row)
    if empty == Array(number - empty.count + 1..<number + 1) {
      faults.removeAll { $0.code == "T021" }
      number -= empty.count
    }
    if number > 0, faults.count(where: { $0.code == "T080" }) == number {
      faults = [Fault(code: "T081", row: 0, field: nil)]
    }
  }

  private func name(_ column: Int) -> String { column < names.count ? names[column] : String(column + 1) }

  private mutating func check(_ row: [Field], _ number: Int) {
    for (column, field) in row.enumerated() where field.fault == nil {
      if field.text.unicodeScalars.contains("\0") {
        faults.append(Fault(code: "T034", row: number, field: name(column)))
      } else if column == names.count - 1, field.isQuoted || !field.text.isEmpty, Int64(field.text) == nil {
        faults.append(Fault(code: "T041", row: number, field: name(column)))
      }
    }
  }

  private static func row(_ text: [Unicode.Scalar], _ at: inout Int) -> [Field] {
    var fields: [Field] = []
    while true {
      var field = Field()
      if at < text.count, text[at] == "\"" {
        at += 1
        field.isQuoted = true
        while true {
          if at == text.count {
            field.fault = "T032"
            return fields + [field]
          }
          if text[at] == "\"" {
            guard at + 1 < text.count, text[at + 1] == "\"" else {
              at += 1
              break
            }
            at += 1
          }
          field.text.unicodeScalars.append(text[at])
          at += 1
        }
        if !isEnd(text, at) { field.fault = "T031" }
        while !isEnd(text, at) { at += 1 }
      } else {
        while !isEnd(text, at) {
          if text[at] == "\"" { field.fault = field.fault ?? "T030" }
          if text[at] == "\r" { field.fault = field.fault ?? "T033" }
          field.text.unicodeScalars.append(text[at])
          at += 1
        }
      }
      fields.append(field)
      if at == text.count { return fields }
      let isRowEnd = text[at] != ","
      at += text[at] == "\r" ? 2 : 1
      if isRowEnd { return fields }
    }
  }

  private static func isEnd(_ text: [Unicode.Scalar], _ at: Int) -> Bool {
    at == text.count || text[at] == "," || text[at] == "\n"
      || text[at] == "\r" && at + 1 < text.count && text[at + 1] == "\n"
  }
}

/// A text of `count` pieces that mean something to a reader, and some that do not.
func randomCSV(_ count: Int, _ generator: inout Seeded, tame: Bool) -> String {
  let wild = ["\"", "\"", "\"\"", ",", "\n", "\r\n", "\r", "a", "1", "-20", "ñ", "日", "😀", "\0", " ", "\n\n"]
  let rows = [
    "a,b,1\n", "\"x\ny\",,\n", ",\"\",3\r\n", "é,\"\"\"q\"\"\",-4\n", "日本語の長い文,\"a,b\",0\n", "\"\",\"\r\n\",\n",
  ]
  return (0..<count).map { _ in
    (tame ? rows.randomElement(using: &generator) : wild.randomElement(using: &generator)) ?? ""
  }
  .joined()
}
