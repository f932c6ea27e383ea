public import Diagnostics
import Language
import Spreadsheets
public import Tables
public import Times

/// What a kind loads from: the typed table, and what the workspace says of the dataset.
public struct DatasetSource: Sendable {
  /// The dataset's name in the workspace.
  public var dataset: String
  /// The file as users see it.
  public var file: String
  /// The rows, already checked column by column.
  public var table: Table
  /// What the workspace says of the dataset.
  public var declaration: DatasetDeclaration
  /// The zone in which bare days are read.
  public var zone: Zone
  /// The register of the sources that rows name by key; nil where the rows name them themselves.
  public var register: Sources?
  /// The row of the file, from 0, that each row was; nil where they are the same.
  var rowNumbers: [Int]?
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

  /// The row of the file, from 0, that `row` was.
  func rowNumber(_ row: Int) -> Int { rowNumbers?[row] ?? row }
}

extension DatasetSource {
  /// Where `row` stands, from 0: the file, and of a spreadsheet the row of its sheet.
  func location(_ row: Int) -> Diagnostic.Location {
    guard let places else { return .init(file: file) }
    return .init(file: file, sheet: .init(sheet: places.sheet, row: places.row(rowNumber(row))))
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
    problem.message = "row \(rowNumber(row) + 1), column '\(field)': \(problem.message)"
    return problem
  }
}
