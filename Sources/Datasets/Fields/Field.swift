public import Tables

/// One field of a kind's rows, said once: its column in the file, what its values mean, and how they are read.
///
///     struct TurnoutFields: RowFields {
///       let hour = Field<Instant>("hour", role: .key, "the hour reported")
///       let cast = Field<Int>("cast", least: 0, "ballots cast so far")
///       let publication = PublicationFields()
///     }
///
///     fields.cast[row]     // Int?
///     fields.cast.values   // Column<Int64>, for kinds that keep columns
///
/// A kind gets its fields with the columns of its table in them, each looked up once. Reading a value costs what it
/// costs in the column.
public struct Field<Value: FieldValue> {
  /// The column.
  public let column: KindColumn
  private let slot = Slot()

  /// Filled once, before the kind reads its rows.
  private final class Slot {
    var content: (values: Value.Values, column: AnyColumn)?
  }

  private init(
    _ name: String, _ values: KindColumn.Values, _ role: KindColumn.Role, _ summary: String, heads: [String] = []
  ) {
    column = KindColumn(name: name, role: role, values: values, summary: summary, heads: heads)
  }

  /// The field in the column `name`; `heads` are other heads of it (``KindColumn/heads``).
  public init(_ name: String, role: KindColumn.Role = .optional, _ summary: String, heads: [String] = []) {
    self.init(name, Value.written, role, summary, heads: heads)
  }

  /// The field of whole numbers in the column `name`, none below `least`; `heads` are other heads of it
  /// (``KindColumn/heads``).
  public init(
    _ name: String, least: Int64, role: KindColumn.Role = .optional, _ summary: String, heads: [String] = []
  ) where Value == Int {
    self.init(name, .integer(least: least), role, summary, heads: heads)
  }

  /// The field of decimal numbers in the column `name`, none below `least`.
  public init(_ name: String, least: Int64, role: KindColumn.Role = .optional, _ summary: String)
  where Value == ExactDecimal {
    self.init(name, .decimal(least: least), role, summary)
  }

  /// The name of the column.
  public var name: String { column.name }

  private var content: (values: Value.Values, column: AnyColumn) {
    guard let content = slot.content else { preconditionFailure("'\(name)' is read before there is a table") }
    return content
  }

  /// The column's values.
  public var values: Value.Values { content.values }

  /// The value in `row`, from 0; nil where it is missing.
  public subscript(row: Int) -> Value? { Value.value(row, of: content.values) }

  /// The value in `row`, from 0, as canonical CSV has it; nil where it is missing.
  func text(_ row: Int) -> String? {
    let column = content.column
    return column.missing.contains(row) ? nil : column.text(row)
  }
}

extension Field<String> {
  /// The text in `row`, from 0; nil where it is missing or empty.
  public func filled(_ row: Int) -> String? { self[row].flatMap { $0.isEmpty ? nil : $0 } }
}

/// A field without its type.
protocol AnyField {
  var column: KindColumn { get }
  func read(_ table: Table)
}

extension Field: AnyField {
  /// Looks the column up in `table`, which a reader made with the columns of the kind.
  func read(_ table: Table) {
    guard let column = table[name], let values = Value.values(of: column) else {
      preconditionFailure("a table of the kind has the column '\(name)' with values of its type")
    }
    slot.content = (values, column)
  }
}
