import Files
import ModuleKit
import Parallel
import Spreadsheets

/// A data file with all its columns read as texts, so that it can be seen what they hold.
struct LookedTable {
  let format: SeenFormat
  let columns: [LookedColumn]
  let rowCount: Int
  /// The columns that cannot be named, so that no mapping can ask for them: how many have no name, and the names that
  /// stand twice.
  let nameless: Int
  let twice: [String]

  /// The table in `file`, which diagnostics call `name`. Throws a `DiagnosticsError` with what keeps it from being read.
  init(_ file: MappedFile, name: String) throws(DiagnosticsError) {
    if Spreadsheet.isNamed(name) {
      // Its cells say what they hold.
      self = try Self(file, name: name, SeenFormat())
      return
    }
    let sample = FileSample(file, name: name)
    if let first = sample.bytes.first(where: { !" \t\r\n".utf8.contains($0) }), "{[".utf8.contains(first) {
      throw DiagnosticsError(LookMessage.json(name))
    }
    let seen = SeenFormat(sample)
    do throws(DiagnosticsError) {
      self = try Self(file, name: name, seen)
    } catch {
      guard seen.format.encoding == .utf8, let other = try? Self(file, name: name, seen.in1252()) else { throw error }
      self = other
    }
  }

  private init(_ file: MappedFile, name: String, _ format: SeenFormat) throws(DiagnosticsError) {
    var reader = CSVReader(columns: [], format: format.format)
    reader.isForeign = true
    reader.threads = ProcessorCount.online
    let names = try reader.names(of: file, name: name)
    let tally = names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let wanted = names.enumerated().filter { !$0.element.isEmpty && tally[$0.element] == 1 }
    reader.columns = wanted.map { ColumnSpec($0.element, .text, .partial) }
    let table = try reader.read(file, name: name)
    self.format = format
    rowCount = table.rowCount
    nameless = names.count(where: \.isEmpty)
    twice = tally.filter { $0.value > 1 && !$0.key.isEmpty }.keys.sorted()
    var columns: [LookedColumn] = []
    for case (.text(let texts), (let position, let name)) in zip(table.columns, wanted) {
      let encoded = texts.encoded
      columns.append(LookedColumn(name, at: position, codes: encoded.codes, texts: encoded.texts))
    }
    self.columns = columns
  }
}
