import Diagnostics
import FuzzDriver
import Language
import Times

@testable import Datasets
@testable import Tables

/// How a file is read: as which kind, in which format, from which columns.
struct WayOfReading {
  /// What reading gives: how many rows, and the table, or what is wrong.
  enum Outcome: Equatable {
    case table(Table)
    case wrong([String])
  }

  /// Bytes of a block.
  let block: Int
  /// Whether the file is given as a packed one.
  let isPacked: Bool
  private let kind: any AnyDatasetKind
  private let declaration: DatasetDeclaration
  /// Whether control characters stand for numbers at the ends of what integers hold.
  private let standsForNumbers: Bool

  init(_ script: inout Script) {
    func pick<Choice>(_ choices: [Choice]) -> Choice { choices[Int(script.byte()) % choices.count] }
    kind = pick(sharedKinds)
    let marks = script.byte()
    (isPacked, standsForNumbers) = (marks & 3 == 3, marks & 4 == 0)
    block = 16 + Int(script.byte())
    var declaration = DatasetDeclaration(contest: contest, track: .official, areas: ["region"])
    if marks & 8 != 0 {
      declaration.format = CSVFormat(
        delimiter: pick(CSVFormat.Delimiter.allCases), quote: pick(CSVFormat.Quote.allCases),
        encoding: pick(CSVFormat.Encoding.allCases), decimalMark: pick(CSVFormat.DecimalMark.allCases),
        headerLine: 1 + Int(script.byte() % 4), missing: marks & 16 != 0 ? ["-", "n/a"] : [])
    }
    if marks & 32 != 0 { declaration.columns = pick(mappings) }
    if marks & 64 != 0 { declaration.filters = [RowFilter("region", ["North", "Ñ", ""])] }
    if marks & 128 != 0 {
      declaration.long = LongVotes(option: "option", votes: "votes", names: ["oak": ["Oak", "OAK"]])
    }
    self.declaration = declaration
  }

  /// The file for `bytes`.
  func file(_ bytes: [UInt8]) -> [UInt8] {
    guard standsForNumbers else { return bytes }
    return bytes.flatMap { byte in
      let place = Int(byte) - 14
      return ends.indices.contains(place) ? Array(ends[place].utf8) : [byte]
    }
  }

  /// Whether the encoding is held against what the first block holds, so that the size of blocks may tell.
  func looksAtTheFirstBlock(of bytes: [UInt8]) -> Bool {
    [.latin1, .windows1252].contains(declaration.format.encoding) && (isPacked || bytes.contains { $0 >= 0x80 })
  }

  /// What reading `bytes` gives.
  func outcome(_ bytes: [UInt8], block: Int, threads: Int = 1, isPacked: Bool? = nil) -> Outcome {
    // The name alone says whether a file is packed; what is told must not differ for it.
    let name = isPacked ?? self.isPacked ? "d.csv.gz" : "d.csv"
    do throws(DiagnosticsError) {
      let reading = DatasetReading(kind, declaration, dataset: "d", file: name, zone: zone, threads: threads)
      var reader = try reading.reader()
      reader.limits.block = block
      let source = try reading.source(from: try reader.read(bytes, name: name))
      _ = try kind.content(of: kind.known(source, at: Instant(seconds: 1_700_000_000, nanoseconds: 0)))
      _ = try kind.content(of: source)
      return .table(source.table)
    } catch {
      return .wrong(
        error.all.map {
          "\($0.code) \($0.datum?.row ?? 0) \($0.datum?.field ?? "") \($0.message.replacing(".csv.gz", with: ".csv"))"
        })
    }
  }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}

private let contest = Contest(
  "council", rule: .plurality, options: [.init("oak", name: Text("Oak")), .init("elm", name: Text("Elm"))])

private let zone: Zone = {
  guard let zone = Zone("America/Tegucigalpa") else { fatalError("every machine knows this zone") }
  return zone
}()

/// What control characters from U+000E on stand for.
private let ends = [
  "9223372036854775807", "-9223372036854775808", "9223372036854775808", "-9223372036854775809", "0", "-1",
  "2147483647", "4294967296", "4611686018427387904", "9999-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "1e308",
  "0.000000000000000001", "99999999999999999999",
]

/// Columns that stand elsewhere than the kinds have them.
private let mappings: [[String: ColumnSource]] = [
  ["sheet": ["village", "tps"], "votes_oak": ["a", "b"], "votes_elm": "c", "registered": ["a", "a", "c"]],
  ["sheet": .rowNumber, "bulletin": .rowNumber, "claim": .rowNumber, "station": .rowNumber, "region": .notGiven],
  [
    "published_from": ColumnSource(["t"], time: .unixSeconds),
    "published_to": ColumnSource(["t"], time: .unixMilliseconds), "votes_oak": "a", "votes_elm": ["b", "c"],
  ],
  [
    "published_from": ColumnSource(["y", "m", "d", "h"]), "sheet": ColumnSource(["a", "b"], empty: "0"),
    "published_to": ColumnSource(["t"], time: TimeNotation("D/M/YYYY h:mm am"), zone: Zone("Asia/Jakarta")),
  ],
]
