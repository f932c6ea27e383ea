import Compression
import Datasets
import Files
import FoundationEssentials
import Language
import Tables
import TestSupport

/// A table of sheets that files of the family are made from: what was published, whatever becomes of the file.
struct FamilyTable: Sendable {
  let name: String
  var columns: [String]
  var rows: [[String]]
  /// The place of the column that names a sheet.
  let key: Int
  /// The places of up to two columns of texts, and of up to four of whole numbers, that are read.
  let texts, numbers: [Int]

  /// The columns that are read.
  var read: [Int] { [key] + texts + numbers }

  /// What the rows say.
  var says: Reading {
    Reading(
      keys: rows.map { $0[key] },
      texts: texts.map { column in rows.map { $0[column].isEmpty ? nil : $0[column] } },
      numbers: numbers.map { column in rows.map { Int64($0[column]) } })
  }

  /// How a workspace says that it is read, without the form of the file.
  var declaration: DatasetDeclaration {
    let options = numbers.indices.map { "option_\($0)" }
    var declaration = DatasetDeclaration(
      contest: Contest("council", rule: .plurality, options: options.map { .init($0, name: Text($0)) }),
      track: .official)
    declaration.columns["sheet"] = ColumnSource([columns[key]])
    for (name, place) in zip(["station", "stratum"], texts) {
      declaration.columns[name] = ColumnSource([columns[place]])
    }
    for (option, place) in zip(options, numbers) {
      declaration.columns["votes_\(option)"] = ColumnSource([columns[place]])
    }
    return declaration
  }

  /// What the file must hold in all.
  var expectation: Expectation {
    let totals = numbers.enumerated().map { place, column in
      ("votes_option_\(place)", rows.reduce(0) { $0 + (Int($1[column]) ?? 0) })
    }
    return Expectation(rows: rows.count, totals: Dictionary(uniqueKeysWithValues: totals))
  }

  /// What is read of a file.
  struct Reading: Equatable {
    var keys: [String]
    var texts: [[String?]]
    var numbers: [[Int64?]]
  }
}

extension FamilyTable {
  /// The table with what can be read as sheets of `rows` under `names`; nil where nothing can.
  private init?(_ name: String, _ names: [String], _ rows: [[String]]) {
    var seen: Set<String> = []
    let kept = names.indices.filter { !names[$0].isEmpty && seen.insert(names[$0]).inserted }
    let cells = { (place: Int) in rows.map { $0[place] } }
    let areNumbers = { (place: Int) in
      cells(place).allSatisfy { cell in Int64(cell).map { "\($0)" == cell && 0...10_000_000 ~= $0 } ?? false }
    }
    let key = kept.first { Set(cells($0)).count == rows.count && !cells($0).contains("") }
    let numbers = kept.filter { $0 != key && areNumbers($0) && cells($0).contains { $0 != "0" } }.prefix(4)
    let texts = kept.filter { $0 != key && !areNumbers($0) && cells($0).allSatisfy { !$0.isEmpty } }.prefix(2)
    guard let key, !numbers.isEmpty else { return nil }
    // Wide files keep what is read and a few columns besides.
    let read = Set([key] + texts + numbers)
    let places = kept.filter { read.contains($0) || $0 < 8 }
    func place(_ column: Int) -> Int { places.firstIndex(of: column) ?? 0 }
    self.init(
      name: name, columns: places.map { names[$0] }, rows: rows.map { row in places.map { row[$0] } },
      key: place(key), texts: texts.map(place), numbers: numbers.map(place))
  }

  /// Real files of which each begins with a header, or has it on the line that is said.
  private static let files: [(name: String, format: CSVFormat)] = [
    ("albania2013/Albania2013.csv.gz", CSVFormat()),
    ("bolivia2019/final_computo.csv.gz", CSVFormat(encoding: .utf8WithMark)),
    ("bolivia2019/trep_2019-10-20_19-40-57.csv.gz", CSVFormat(encoding: .utf8WithMark)),
    ("bolivia2019/trep_2019-10-21_18-29-53.csv.gz", CSVFormat(encoding: .utf8WithMark)),
    ("georgia2024/cec_scrape_proportional.csv.gz", CSVFormat(encoding: .utf8WithMark)),
    ("mexico2018_quickcount/REMESAS0100012000.txt.gz", CSVFormat(delimiter: .bar, headerLine: 2)),
    ("mexico2018_quickcount/REMESAS0100020000.txt.gz", CSVFormat(delimiter: .bar, headerLine: 2)),
    ("mexico2018_quickcount/sample_design_2018.csv.gz", CSVFormat()),
    ("mexico2018_quickcount/frame_strata_2018.csv", CSVFormat()),
    ("quickcountmx/nal_2012.csv.gz", CSVFormat()),
    ("russia/2004.csv.gz", CSVFormat()), ("russia/2007.csv.gz", CSVFormat()), ("russia/2011.csv.gz", CSVFormat()),
    ("russia/2012.csv.gz", CSVFormat()), ("russia/2018.csv.gz", CSVFormat()), ("russia/2021.csv.gz", CSVFormat()),
    ("incidents/RLdata500.csv", CSVFormat()), ("incidents/splink_fake_1000.csv", CSVFormat()),
    ("incidents/febrl_dataset1.csv", CSVFormat()), ("incidents/haiti_ushahidi_2010_scrubbed.csv", CSVFormat()),
  ]

  /// The first rows of each real file, where they are there.
  static func real(rows: Int) throws -> [FamilyTable] {
    guard SharedFolder.isPresent else { return [] }
    return try files.compactMap { name, format in
      var reader = CSVReader(columns: [], format: format)
      reader.isForeign = true
      let bytes = try beginning(of: name)
      let names = try ScratchFile.with(bytes) { [reader] path in
        try reader.names(of: MappedFile(path: path), name: "beginning.csv")
      }
      var seen: Set<String> = []
      reader.columns = names.filter { !$0.isEmpty && seen.insert($0).inserted }.map { ColumnSpec($0, .text, .partial) }
      let table = try reader.read(bytes, name: "beginning.csv")
      let cells = (0..<min(rows, table.rowCount)).map { row in
        table.columns.map { $0.text(row).replacing(/^\s+|\s+$/, with: "") }
      }
      return FamilyTable(name, table.columnNames, cells)
    }
  }

  /// The first whole lines of a real file.
  private static func beginning(of name: String) throws -> [UInt8] {
    let bytes = Array(try SharedFolder.bytes("data/\(name)"))
    var text: [UInt8] = []
    if name.hasSuffix(".gz") {
      let inflater = try Inflater(.gzip)
      try bytes.prefix(1 << 14).withUnsafeBytes { try inflater.write($0) { text.append(contentsOf: $0) } }
    } else {
      text = Array(bytes.prefix(1 << 15))
    }
    return Array(text[...(text.lastIndex(of: UInt8(ascii: "\n")) ?? 0)])
  }

  /// A table with texts that are hard on files, drawn by `draw`.
  static func made(_ number: Int, rows: Int, _ draw: inout Seeded) -> FamilyTable {
    let pieces = [
      "Escuela N.º 4", "Peñón", "São João", "L'Hôpital", "a, b", "x;y", "p|q", "el \"Alto\"", "Ñandú", "Casa–Club",
      "Łódź", "Тула", "Línea\nnueva", "R$ 5", "50 %", "(anexo)", "'Norte'", "=1+1", "#3", "N/A",
    ]
    // Half of the tables can be written in Latin-1.
    let plain = number % 2 == 0 ? pieces.filter { $0.unicodeScalars.allSatisfy { $0.value < 0x100 } } : pieces
    func text(_ draw: inout Seeded) -> String { plain[draw.number(below: plain.count)] }
    let table = (1...rows).map { row in
      let key = number % 3 == 0 ? "00\(row)" : "\(number)-\(row)"
      return [
        text(&draw), key, "\(draw.number(below: 900))", "\(draw.number(below: 3000))", text(&draw) + " \(row)",
        "\(draw.number(below: 12))", draw.once(in: 3) ? "" : "nota",
      ]
    }
    return FamilyTable(
      name: "made \(number)", columns: ["Lugar", "Mesa", "Roble", "Olmo", "Puesto", "Pino", "Nota"], rows: table,
      key: 1,
      texts: [0, 4], numbers: [2, 3, 5])
  }
}
