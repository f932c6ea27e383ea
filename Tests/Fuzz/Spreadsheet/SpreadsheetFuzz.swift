import Diagnostics
import FuzzDriver
import Spreadsheets
import TestSupport

@testable import Tables

@_cdecl("SpreadsheetFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments, readAnything)
}

/// libFuzzer's entry: reads the bytes, behind two that say what they are, as a spreadsheet or as a part of one. Stops where
/// another way of reading gives something else, or where a sheet becomes lines that break the rules of lines.
@_cdecl("LLVMFuzzerTestOneInput")
func readAnything(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var script = Script(UnsafeBufferPointer(start: start, count: count))
  let kind = script.byte()
  let way = script.byte()
  let (bytes, name) = file(kind % 6, script.bytes(atMost: count))
  let whole = outcome(bytes, name, way, block: 1 << 18, threads: 1)
  demand(outcome(bytes, name, way, block: 16, threads: 3) == whole, "small blocks give something else")
  // What stands in a sheet is made into fields, so that their rules cannot be broken.
  for code in ["T016", "T020", "T021", "T030", "T031", "T032", "T033", "T034", "T035"] {
    if case .wrong(let found) = whole {
      demand(!found.contains { $0.hasPrefix(code) }, "the lines have \(code): \(found)")
    }
  }
  return 0
}

private enum Outcome: Equatable { case table(Table), wrong([String]) }

/// The file that `content` is, or that holds it as one part.
private func file(_ kind: UInt8, _ content: [UInt8]) -> ([UInt8], name: String) {
  let text = String(decoding: content, as: UTF8.self)
  var workbook = WorkbookSample([["a", "b"], ["x", 1], [.number("0.5", style: 1), .number("43065.5", style: 2)]])
  workbook.formats = ["0%", "yyyy-mm-dd"]
  switch kind {
  case 0: return (content, "r.xlsx")
  case 1: workbook.parts["xl/worksheets/sheet1.xml"] = text
  case 2: workbook.sheets[0].rows += text
  case 3: workbook.parts["xl/sharedStrings.xml"] = text
  case 4: workbook.parts["xl/styles.xml"] = text
  default: return (OpenDocumentSample(rows: text).bytes, "r.ods")
  }
  return (workbook.bytes, "r.xlsx")
}

private func outcome(_ bytes: [UInt8], _ name: String, _ way: UInt8, block: Int, threads: Int) -> Outcome {
  var format = CSVFormat(decimalMark: way & 1 == 0 ? .point : .comma, headerLine: 1 + Int(way >> 1 & 3))
  if way & 8 != 0 { format.sheet = .number(1) }
  let columns = [ColumnSpec("a", .text, .optional), ColumnSpec("b", way & 16 == 0 ? .number : .date, .optional)]
  var reader = CSVReader(columns: columns, format: format, dataset: "d", threads: threads)
  reader.isForeign = way & 32 == 0
  reader.limits.block = block
  do throws(DiagnosticsError) {
    return .table(try reader.read(bytes, name: name))
  } catch {
    return .wrong(error.all.map { "\($0.code) \($0.rendered())" })
  }
}
