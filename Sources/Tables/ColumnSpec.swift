/// What is demanded of one column of a file.
///
///     ColumnSpec("station", .text, .key)
///     ColumnSpec("votes", .integer, least: 0)
///     ColumnSpec("basis", .text, .optional, allowed: ["stated", "inferred", "unknown"])
public struct ColumnSpec: Sendable, Hashable {
  /// What a column is for.
  public enum Role: String, Sendable, Comparable {
    /// Present, without missing values; no two rows agree in all key columns.
    case key
    /// Present, without missing values.
    case required
    /// Present, though values may be missing.
    case partial
    /// May be absent as a whole, and values may be missing; where absent, the table has the column without a value.
    case optional

    /// Roles compare by what they demand, from `optional` up to `key`.
    public static func < (a: Role, b: Role) -> Bool { a.demand < b.demand }

    private var demand: Int {
      switch self {
      case .optional: 0
      case .partial: 1
      case .required: 2
      case .key: 3
      }
    }
  }

  /// The name that the column has in the table.
  public var name: String
  /// The name that the header line has for it.
  public var header: String
  /// The type of the values.
  public var type: ColumnType
  /// What it is for.
  public var role: Role
  /// The texts allowed; any where empty.
  public var allowed: [String]
  /// The smallest number allowed, for integer, decimal and number columns.
  public var least: ExactDecimal?
  /// The largest number allowed, for integer, decimal and number columns.
  public var most: ExactDecimal?
  /// Whether the values say something about a person: messages then withhold them.
  public var isPersonal: Bool
  /// The fields of this column that stand for a missing value, beside those of the format.
  public var missing: [String] = []
  /// Which rows are read, by this column; the values of a row that is left out are not looked at, and missing.
  public var filter: RowFilter?

  /// A column named `name` of values of `type`; names that begin with `x_` are for columns that nobody reads.
  public init(
    _ name: String, _ type: ColumnType, _ role: Role = .required, allowed: [String] = [],
    least: ExactDecimal? = nil, most: ExactDecimal? = nil, isPersonal: Bool = false
  ) {
    (self.name, header, self.type, self.role, self.allowed) = (name, name, type, role, allowed)
    (self.least, self.most, self.isPersonal) = (least, most, isPersonal)
  }

  /// The column by which `filter` says which rows are read, under the filter's own name.
  public init(_ filter: RowFilter) {
    self.init(filter.tableName, .text, .partial)
    (header, self.filter) = (filter.column, filter)
  }

  /// Whether values may be missing.
  var mayMiss: Bool { role == .partial || role == .optional }
}
