public import Diagnostics
import Language
import Spreadsheets
import Tables
public import Times

/// Something that breaks no rule, and that a second reader would ask about.
public struct Doubt: Sendable, Equatable {
  /// The warning: it names dataset, row, column, value and why.
  public let diagnostic: Diagnostic
  /// The key of the row; nil where it is about a column as a whole.
  public let row: RowKey?

  /// The column.
  public var column: String? { diagnostic.datum?.field }
}

/// One dataset as a second reader goes through it.
public struct SecondReading {
  /// The dataset.
  public let source: DatasetSource
  /// What was found.
  public private(set) var doubts: [Doubt] = []
  private let keys: [AnyColumn]

  /// The reading of `dataset`, of which nothing is found yet.
  public init(_ dataset: LoadedDataset) {
    source = dataset.source
    keys = dataset.kind.columns(for: source.declaration).filter { $0.role == .key }
      .compactMap { dataset.source.table[$0.name] }
  }

  /// The key of the row at `row`, from 0.
  func key(_ row: Int) -> RowKey { RowKey(keys.map { $0.text(row) }) }

  /// Notes a doubt about the dataset as a whole.
  mutating func doubt(_ message: some DiagnosticMessage) {
    let datum = Diagnostic.Datum(dataset: source.dataset, rule: message.rule)
    doubts.append(Doubt(diagnostic: Diagnostic(message, at: .init(file: source.file), datum: datum), row: nil))
  }

  /// Notes a doubt about `column`: in the row at `row`, from 0, or as a whole.
  public mutating func doubt(_ message: some DiagnosticMessage, row: Int? = nil, column: String) {
    guard let row else { return doubt(message, column: column, of: source.file) }
    let number = source.rowNumber(row) + 1
    let value = source.table[column].flatMap { $0.missing.contains(row) ? nil : $0.text(row) }
    var doubt = Diagnostic(
      message, at: source.location(row),
      datum: .init(dataset: source.dataset, row: number, field: column, value: value, rule: message.rule))
    let (key, sentence) = (key(row), doubt.sentence)
    doubt.sentence = Text(
      en: "row \(number) ('\(key.text)'), column '\(column)': \(sentence.en)",
      es: "fila \(number) («\(key.text)»), columna «\(column)»: \(sentence.es)")
    doubts.append(Doubt(diagnostic: doubt, row: key))
  }

  /// Notes a doubt about `column` of `file` as a whole.
  mutating func doubt(_ message: some DiagnosticMessage, column: String, of file: String) {
    var whole = Diagnostic(
      message, at: .init(file: file), datum: .init(dataset: source.dataset, field: column, rule: message.rule))
    let sentence = whole.sentence
    whole.sentence = Text(
      en: "column '\(column)': \(sentence.en)", es: "columna «\(column)»: \(sentence.es)")
    doubts.append(Doubt(diagnostic: whole, row: nil))
  }
}

/// Content of which a second reader asks more than of every dataset.
protocol SecondRead {
  /// Tells what is doubtful.
  func read(_ reading: inout SecondReading)
}

extension LoadedDataset {
  /// What a second reader would ask about the rows, which break no rule.
  public func doubts(electionDay: Day) -> [Doubt] {
    let fields = kind.fields(for: source.declaration)
    fields.read(source.table)
    var reading = SecondReading(self)
    for remark in source.places?.remarks ?? [] { reading.doubt(remark) }
    reading.readPublication(fields.publication, isCount: !fields.votes.isEmpty, electionDay)
    reading.readOptions(fields.votes)
    reading.readFiles()
    reading.readOpenNumbers()
    if !fields.votes.isEmpty { reading.readEmptiness() }
    for column in kind.columns(for: source.declaration) where column.role == .key {
      reading.readCharacters(column.name, isKey: true)
    }
    for level in fields.areas { reading.readCharacters(level.name) }
    (content as? any SecondRead)?.read(&reading)
    for level in fields.areas { reading.readNames(level) }
    return reading.doubts
  }
}
