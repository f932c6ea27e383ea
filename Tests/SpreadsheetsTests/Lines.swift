import Diagnostics
import Spreadsheets

/// The lines of a sheet of the file in `bytes`, tabs shown as bars, without the blank ones above the header.
func lines(
  _ bytes: [UInt8], _ choice: SheetChoice? = nil, header: Int = 1, mark: UInt8 = UInt8(ascii: "."),
  isForeign: Bool = true, name: String = "results.xlsx"
) throws(SpreadsheetMessage) -> [String] {
  try sheet(bytes, choice, header: header, mark: mark, isForeign: isForeign, name: name).lines
}

/// The same, with where the rows stand.
func sheet(
  _ bytes: [UInt8], _ choice: SheetChoice? = nil, header: Int = 1, mark: UInt8 = UInt8(ascii: "."),
  isForeign: Bool = true, name: String = "results.xlsx"
) throws(SpreadsheetMessage) -> (lines: [String], places: SheetPlaces) {
  try bytes.withUnsafeBufferPointer { (bytes) throws(SpreadsheetMessage) in
    let text = try Spreadsheet(UnsafeRawBufferPointer(bytes), name: name)
      .text(of: choice, header: header, decimalMark: mark, isForeign: isForeign)
    var out: [UInt8] = []
    while try text.next(into: &out) {}
    let shown = String(decoding: out.map { $0 == 9 ? UInt8(ascii: "|") : $0 }, as: UTF8.self)
    var lines = shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.removeLast()
    return (Array(lines.dropFirst(header - 1)), text.places)
  }
}
