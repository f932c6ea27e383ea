/// A table that an operation makes of rows of type `Row`: each column says where its cell comes from.
///
///     static let gaps = TableKind<Gap>(
///       "gaps", Text(en: "Time between bulletins", es: "Tiempo entre boletines"),
///       columns: [
///         .init("before", Text(en: "Bulletin", es: "Boletín")) { $0.before.provenance.key },
///         .init("low_hours", .hours, Text(en: "At least (h)", es: "Al menos (h)")) { $0.low },
///       ])
public struct TableKind<Row>: Sendable {
  /// A column of it.
  public struct Column: Sendable {
    /// A column of the file.
    struct Part: Sendable {
      let declared: DeclaredTable.Column
      let cell: @Sendable (Row) -> Cell
    }

    /// The columns of the file: one, or one for each language.
    let parts: [Part]

    /// The column `name`; what its cells are follows from `value`.
    public init<V: CellValue>(_ name: String, _ heading: Text, _ value: @escaping @Sendable (Row) -> V) {
      let declared = DeclaredTable.Column(name, V.columnType, heading, words: V.words, holdsOptions: V.areOptions)
      parts = [Part(declared: declared) { value($0).cell }]
    }

    /// The columns `name_en` and `name_es` of texts for readers, of which a page shows the one in its language.
    public init(_ name: String, _ heading: Text, _ value: @escaping @Sendable (Row) -> Text) {
      parts = Language.allCases.map { language in
        let declared = DeclaredTable.Column("\(name)_\(language.rawValue)", .text, heading, language: language)
        return Part(declared: declared) { .text(value($0)[language]) }
      }
    }

    /// The column `name` of numbers in `unit`.
    public init<V: CellValue>(
      _ name: String, _ unit: Unit, _ heading: Text, _ value: @escaping @Sendable (Row) -> V
    ) {
      parts = [Part(declared: .init(name, V.columnType, heading, unit: unit)) { value($0).cell }]
    }
  }

  /// The table as manifests hold it.
  public let declared: DeclaredTable
  private let columns: [Column]

  /// The table `name` of results, with the title that readers see.
  public init(_ name: String, _ title: Text, columns: [Column]) {
    declared = DeclaredTable(name, title, columns: columns.flatMap(\.parts).map(\.declared))
    self.columns = columns
  }

  /// The table of `rows`.
  /// - Throws: `TableMessage` for a number that is not finite and a text that no file can hold.
  public func table(of rows: some Sequence<Row>) throws(TableMessage) -> Table {
    var builder = try TableBuilder(declared.columns.map { ($0.name, $0.type) })
    let cells = columns.flatMap(\.parts).map(\.cell)
    for row in rows { try builder.append(cells.map { $0(row) }) }
    return builder.table
  }
}

/// A table without the type of its rows, for the list of what an operation makes.
public protocol AnyTableKind: Sendable {
  /// The table as manifests hold it.
  var declared: DeclaredTable { get }
}

extension TableKind: AnyTableKind {}

extension DeclaredTable: AnyTableKind {
  /// Itself: a table that is made column by column.
  public var declared: DeclaredTable { self }
}

/// A type whose values can be cells of tables.
public protocol CellValue: SendableMetatype {
  /// What a column of them holds.
  static var columnType: ColumnType { get }
  /// What readers read instead of the words of the file; none where the values are no closed list.
  static var words: [String: Text] { get }
  /// Whether readers read the name of an option where the file has its key; not unless said otherwise.
  static var areOptions: Bool { get }
  /// The value as a cell.
  var cell: Cell { get }
}

extension CellValue {
  /// None.
  public static var words: [String: Text] { [:] }
  /// No options.
  public static var areOptions: Bool { false }
}

extension Int: CellValue {
  /// Whole numbers.
  public static var columnType: ColumnType { .integer }
  /// The number.
  public var cell: Cell { .integer(Int64(self)) }
}

extension Int64: CellValue {
  /// Whole numbers.
  public static var columnType: ColumnType { .integer }
  /// The number.
  public var cell: Cell { .integer(self) }
}

extension Double: CellValue {
  /// Floating-point numbers.
  public static var columnType: ColumnType { .number }
  /// The number.
  public var cell: Cell { .number(self) }
}

extension ExactDecimal: CellValue {
  /// Decimal numbers as printed.
  public static var columnType: ColumnType { .decimal }
  /// The number.
  public var cell: Cell { .decimal(self) }
}

extension String: CellValue {
  /// Texts.
  public static var columnType: ColumnType { .text }
  /// The text.
  public var cell: Cell { .text(self) }
}

extension Instant: CellValue {
  /// Instants.
  public static var columnType: ColumnType { .dateTime }
  /// The instant.
  public var cell: Cell { .dateTime(self) }
}

extension Day: CellValue {
  /// Days.
  public static var columnType: ColumnType { .date }
  /// The day.
  public var cell: Cell { .date(self) }
}

extension Bool: CellValue {
  /// True or false.
  public static var columnType: ColumnType { .boolean }
  /// The truth value.
  public var cell: Cell { .boolean(self) }
}

extension Contest.Option: CellValue {
  /// Texts.
  public static var columnType: ColumnType { .text }
  /// Options, whose names the contest has.
  public static var areOptions: Bool { true }
  /// The key.
  public var cell: Cell { .text(id) }
}

extension Optional: CellValue where Wrapped: CellValue {
  /// That of the values that are there.
  public static var columnType: ColumnType { Wrapped.columnType }
  /// Those of the values that are there.
  public static var words: [String: Text] { Wrapped.words }
  /// As of the values that are there.
  public static var areOptions: Bool { Wrapped.areOptions }
  /// The value, or none.
  public var cell: Cell { self?.cell ?? .missing }
}

/// A closed list of words that stand in tables: an enumeration whose raw values files hold, and whose texts readers read.
public protocol CellWord: CellValue, CaseIterable, RawRepresentable<String> {
  /// What readers read.
  var text: Text { get }
}

extension CellWord {
  /// Texts.
  public static var columnType: ColumnType { .text }
  /// The texts by the words of files.
  public static var words: [String: Text] {
    Dictionary(allCases.map { ($0.rawValue, $0.text) }) { first, _ in first }
  }
  /// The word of files.
  public var cell: Cell { .text(rawValue) }
}
