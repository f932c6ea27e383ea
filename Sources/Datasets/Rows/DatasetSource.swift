public import Diagnostics
import Language
import Spreadsheets
public import Tables
public import Times

/// What a kind loads from: the typed table, and what the workspace says of the dataset.
public struct DatasetSource: Sendable {
  /// The dataset's name in the workspace.
  public var dataset: String
  /// The file as users see it, or what they call its files.
  public var file: String
  /// The rows, already checked column by column.
  public var table: Table
  /// What the workspace says of the dataset.
  public var declaration: DatasetDeclaration
  /// The zone in which bare days are read.
  public var zone: Zone
  /// The register of the sources that rows name by key; nil where the rows name them themselves.
  public var register: Sources?
  /// The files, where there are several.
  var parts: FileParts?
  /// The row of the file, or of all files together, from 0, that each row was; nil where they are the same.
  var rowNumbers: [Int]?
  /// Of sheets that a series of exports shows, the figures that a later export has otherwise, in the order of the exports.
  public internal(set) var revisions: [Revision] = []
  /// The records that the rows are of, by their keys, where they are made of the ledger: it has no rows to count.
  var records: [RowKey]?
  /// Which rows of the file were read; nil where no filter leaves any out.
  public internal(set) var selection: RowSelection?

  /// Where the rows of the file stand, where it is a sheet of a spreadsheet.
  var places: SheetPlaces?

  /// The source of `dataset`.
  public init(dataset: String, file: String, table: Table, declaration: DatasetDeclaration, zone: Zone) {
    (self.dataset, self.file, self.table, self.declaration, self.zone) = (dataset, file, table, declaration, zone)
  }

  /// The source of `dataset`, of which the workspace says no more than its contest.
  public init(dataset: String, file: String, table: Table, contest: Contest? = nil, zone: Zone) {
    self.init(
      dataset: dataset, file: file, table: table, declaration: DatasetDeclaration(contest: contest), zone: zone)
  }

  /// The contest that the dataset names.
  public var contest: Contest? { declaration.contest }
  /// The source of datasets whose rows do not name theirs: what the workspace says, else whose copy it is, else the
  /// dataset itself.
  public var citation: Citation {
    let itself = Text(en: "the dataset ‘\(dataset)’", es: "el conjunto de datos ‘\(dataset)’")
    return Citation(
      CitedSource(
        declaration.source?.en ?? dataset, label: declaration.source ?? declaration.track?.name ?? itself))
  }

  /// The row of the file, or of all files together, from 0, that `row` was.
  func rowRead(_ row: Int) -> Int { rowNumbers?[row] ?? row }

  /// The row of its file, from 0, that `row` was.
  func rowNumber(_ row: Int) -> Int { parts?.place(of: rowRead(row)).row ?? rowRead(row) }

  /// The file that held `row`.
  func file(of row: Int) -> String { parts.map { $0.names[$0.place(of: rowRead(row)).file] } ?? file }

  /// The file that held `row`; nil where it is that of `other`.
  func file(of row: Int, besides other: Int) -> String? {
    let name = file(of: row)
    return name == file(of: other) ? nil : name
  }
}

extension DatasetSource {
  /// Slips among the keys of rows that the workspace says are no totals, where rows have `keys`.
  func keysOfNoRow(_ keys: TextColumn) -> [Diagnostic] {
    declaration.notTotals.filter { key in !(0..<keys.count).contains { keys.utf8($0).elementsEqual(key.utf8) } }.map {
      let message = RowMessage.noSuchKey($0)
      return Diagnostic(message, at: .init(file: file), datum: .init(dataset: dataset, value: $0, rule: message.rule))
    }
  }

  /// Where `row` stands, from 0: the file, and of a spreadsheet the row of its sheet.
  func location(_ row: Int) -> Diagnostic.Location {
    guard let places else { return .init(file: file(of: row)) }
    return .init(file: file(of: row), sheet: .init(sheet: places.sheet, row: places.row(rowNumber(row))))
  }

  /// What is wrong with the value of `field` in `row`, from 0.
  public func problem<Value>(_ message: RowMessage, row: Int, of field: Field<Value>) -> Diagnostic {
    problem(message, row: row, field: field.name, value: field.text(row))
  }

  /// What is wrong with row `row` (from 0) of the dataset.
  func problem(_ message: RowMessage, row: Int, field: String, value: String?) -> Diagnostic {
    diagnostic(message, row: row, field: field, value: value)
  }

  /// What `message` says, of the value of `field` in row `row`, from 0.
  public func diagnostic(_ message: any DiagnosticMessage, row: Int, field: String, value: String?) -> Diagnostic {
    var problem = Diagnostic(
      message, at: location(row),
      datum: .init(dataset: dataset, row: rowNumber(row) + 1, field: field, value: value, rule: message.rule))
    let (number, sentence) = (rowNumber(row) + 1, problem.sentence)
    let place =
      records.map { records in
        let record = records[rowRead(row)].text.prefix(12)
        return Text(en: "record '\(record)'", es: "ficha «\(record)»")
      } ?? Text(en: "row \(number)", es: "fila \(number)")
    problem.sentence = Text(
      en: "\(place.en), column '\(field)': \(sentence.en)", es: "\(place.es), columna «\(field)»: \(sentence.es)")
    return problem
  }
}
